import type { Area, AreaSummary } from '#shared/schema/area.ts'
import type { CheckpointContent, CheckpointDetails, CheckpointFeature } from '#shared/schema/checkpoint.ts'
import type { Correction, CorrectionRequest } from '#shared/schema/correction.ts'
import type { Evidence, NewEvidence, Withdrawal } from '#shared/schema/evidence.ts'
import type { Plan } from '#shared/schema/plan.ts'
import type { TimelineMark } from '#shared/schema/timeline.ts'
import type { Preview, PreviewRequest } from '#shared/schema/preview.ts'
import type { WhatIf, ZoneReadiness } from '#shared/schema/readiness.ts'
import type { Candidates, CandidatesRequest } from '#shared/schema/candidates.ts'
import type { ChangeConfirmation, Preflight } from '#shared/schema/preflight.ts'
import type { AfterReview, Approval, Rejection, Review, UrgentPublication } from '#shared/schema/review.ts'
import type { RuleCatalogue } from '#shared/schema/rule-pack.ts'
import type { SearchHit } from '#shared/schema/search-hit.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import type { Site, SiteContent } from '#shared/schema/site.ts'
import type { Status } from '#shared/schema/status.ts'
import type { Draft, DraftContent, LiftRequest, NewZone, PlannedEnd, ZoneDetails, ZoneFeature, ZoneGround, ZoneHistoryEntry } from '#shared/schema/zone.ts'
import { gatesApi } from './gates-api.ts'
import type { Page } from './page.ts'
import type { Request } from './request.ts'
import { roadsApi } from './roads-api.ts'

/** Another moment than now (ISO 8601), and as it was known when. */
export type MomentAsked = { at?: string; knownAt?: string }

/** Every call that the screen makes, by noun. */
export type Api = ReturnType<typeof createApi>

export const createApi = (request: Request) => ({
  status: () => request<Status>('GET', '/api/status'),
  session: {
    get: () => request<SessionUser | null>('GET', '/api/session'),
    signIn: (username: string, password: string) => request<SessionUser>('POST', '/api/session', { body: { username, password } }),
    signInDemo: (username: string) => request<SessionUser>('POST', '/api/session/demo', { body: { username } }),
    signOut: () => request<null>('DELETE', '/api/session'),
  },
  zones: {
    list: (audience?: 'all', cursor?: string, moment: MomentAsked = {}) =>
      request<{ features: ZoneFeature[]; next: string | null }>('GET', '/api/zones', { query: { audience, cursor, limit: 1000, ...moment } }),
    get: (id: string, moment: MomentAsked = {}) => request<ZoneGround>('GET', `/api/zones/${id}`, { query: { ...moment } }),
    create: (zone: NewZone) => request<Draft>('POST', '/api/zones', { body: zone }),
    publish: (id: string, ifMatch: string) => request<ZoneDetails>('POST', `/api/zones/${id}/publish`, { ifMatch }),
    submit: (id: string, ifMatch: string) => request<Draft>('POST', `/api/zones/${id}/submit`, { ifMatch }),
    approve: (id: string, ifMatch: string, body: Approval) => request<Draft>('POST', `/api/zones/${id}/approve`, { ifMatch, body }),
    reject: (id: string, ifMatch: string, body: Rejection) => request<Draft>('POST', `/api/zones/${id}/reject`, { ifMatch, body }),
    preflight: (id: string) => request<Preflight>('GET', `/api/zones/${id}/preflight`),
    confirmChange: (id: string, ifMatch: string, body: ChangeConfirmation) =>
      request<Preflight>('POST', `/api/zones/${id}/confirm-change`, { ifMatch, body }),
    publishUrgent: (id: string, ifMatch: string, body: UrgentPublication) =>
      request<ZoneDetails>('POST', `/api/zones/${id}/publish-urgent`, { ifMatch, body }),
    versions: (id: string) => request<Page<ZoneHistoryEntry>>('GET', `/api/zones/${id}/versions`, { query: { limit: 200 } }),
    correct: (id: string, ifMatch: string, body: CorrectionRequest) => request<Correction>('POST', `/api/zones/${id}/corrections`, { ifMatch, body }),
    lift: (id: string, ifMatch: string, body: LiftRequest) => request<ZoneDetails>('POST', `/api/zones/${id}/lift`, { ifMatch, body }),
  },
  reviews: {
    list: () => request<{ items: Review[] }>('GET', '/api/reviews'),
    afterwards: (id: number, body: AfterReview) => request<Review>('POST', `/api/reviews/${id}`, { body }),
  },
  rules: {
    list: () => request<RuleCatalogue>('GET', '/api/rules'),
    whatIf: (id: string, at?: string) => request<WhatIf>('POST', `/api/rules/${id}/what-if`, { query: { at } }),
  },
  readiness: () => request<{ items: ZoneReadiness[] }>('GET', '/api/readiness'),
  evidence: {
    list: (zone: string) => request<Page<Evidence>>('GET', `/api/zones/${zone}/evidence`, { query: { limit: 200 } }),
    enter: (zone: string, body: NewEvidence) => request<Evidence>('POST', `/api/zones/${zone}/evidence`, { body }),
    withdraw: (zone: string, id: number, body: Withdrawal) => request<Evidence>('POST', `/api/zones/${zone}/evidence/${id}/withdraw`, { body }),
  },
  timeline: (days: number) => request<{ marks: TimelineMark[] }>('GET', '/api/timeline', { query: { days } }),
  plans: {
    list: () => request<{ items: Plan[] }>('GET', '/api/plans'),
    end: (id: string, ifMatch: string, body: PlannedEnd) => request<ZoneDetails>('PUT', `/api/zones/${id}/planned-end`, { ifMatch, body }),
    cancel: ({ zone_id: id, id: plan, action }: Plan) =>
      request<null>('DELETE', `/api/zones/${id}/planned-${action}`, { ifMatch: `"${id}.p${plan}"` }),
  },
  drafts: {
    list: (cursor?: string) => request<Page<Draft>>('GET', '/api/drafts', { query: { cursor, limit: 200 } }),
    begin: (id: string) => request<Draft>('POST', `/api/zones/${id}/draft`),
    get: (id: string) => request<Draft>('GET', `/api/zones/${id}/draft`),
    save: (id: string, ifMatch: string, content: DraftContent) => request<Draft>('PUT', `/api/zones/${id}/draft`, { ifMatch, body: content }),
    discard: (id: string, ifMatch: string) => request<null>('DELETE', `/api/zones/${id}/draft`, { ifMatch }),
  },
  candidates: (body: CandidatesRequest) => request<Candidates>('POST', '/api/zones/candidates', { body }),
  preview: (body: PreviewRequest, signal: AbortSignal) => request<Preview>('POST', '/api/preview', { body, signal }),
  areas: {
    list: (query: { level?: string; q?: string; bbox?: string; parent?: string; cursor?: string; limit?: number }) =>
      request<Page<AreaSummary>>('GET', '/api/areas', { query }),
    get: (code: string) => request<Area>('GET', `/api/areas/${code}`),
  },
  search: (q: string, lang: string, signal: AbortSignal) => request<SearchHit[]>('GET', '/api/search', { query: { q, lang, limit: 12 }, signal }),
  figures: () => request<ArrayBuffer>('GET', '/api/figures'),
  roads: roadsApi(request),
  gates: gatesApi(request),
  checkpoints: {
    list: (cursor?: string) =>
      request<{ features: (CheckpointFeature & { properties: Partial<CheckpointDetails> })[]; next: string | null }>('GET', '/api/checkpoints', { query: { cursor, limit: 1000 } }),
    create: (content: CheckpointContent) => request<CheckpointFeature>('POST', '/api/checkpoints', { body: content }),
    save: (id: number, ifMatch: string, content: CheckpointContent) => request<CheckpointFeature>('PUT', `/api/checkpoints/${id}`, { ifMatch, body: content }),
    withdraw: (id: number, ifMatch: string) => request<null>('DELETE', `/api/checkpoints/${id}`, { ifMatch }),
  },
  sites: {
    list: (cursor?: string) => request<Page<Site>>('GET', '/api/sites', { query: { cursor, limit: 1000 } }),
    create: (content: SiteContent) => request<Site>('POST', '/api/sites', { body: content }),
    remove: (id: number, ifMatch: string) => request<null>('DELETE', `/api/sites/${id}`, { ifMatch }),
  },
})
