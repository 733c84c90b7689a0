import type { MultiPolygon } from 'geojson'
import type { Static } from 'typebox'
import type { Access, AreaRings, ClosuresAsked, Crossings, CutOffAsked, CutOffByChange, LeastGates, PlanGates, Ring, Supply, ZoneCrossings } from '#shared/schema/roads.ts'
import type { Request } from './request.ts'

/** Calls about crossings, gates and access. */
export const roadsApi = (request: Request) => ({
  crossings: (id: string, signal: AbortSignal) => request<ZoneCrossings>('GET', `/api/zones/${id}/crossings`, { signal }),
  ofGround: (geometry: MultiPolygon) => request<Static<typeof Crossings>>('POST', '/api/crossings', { body: { geometry } }),
  leastOfGround: (geometry: MultiPolygon) => request<Static<typeof LeastGates>>('POST', '/api/gates/least', { body: { geometry } }),
  access: (id: string, closures: ClosuresAsked, signal: AbortSignal) => request<Static<typeof Access>>('GET', `/api/zones/${id}/access`, { query: { closures }, signal }),
  supply: (id: string, closures: ClosuresAsked, signal: AbortSignal) => request<Static<typeof Supply>>('GET', `/api/zones/${id}/supply`, { query: { closures }, signal }),
  least: (id: string) => request<Static<typeof LeastGates>>('GET', `/api/zones/${id}/gates/least`),
  plan: (id: string, body: PlanGates) => request<ZoneCrossings>('POST', `/api/zones/${id}/gates`, { body }),
  sign: (id: string, list: string) => request<ZoneCrossings>('POST', `/api/zones/${id}/gates/signature`, { body: { list } }),
  cutOff: (body: CutOffAsked) => request<CutOffByChange>('POST', '/api/checkpoints/cut-off', { body }),
  areaRings: (level: 'county' | 'township' | 'village', cursor?: string) => request<AreaRings>('GET', '/api/rings/areas', { query: { level, cursor } }),
  rings: () => request<{ items: { zone: string; ring: Ring }[] }>('GET', '/api/rings'),
})
