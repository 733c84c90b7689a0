import type { FastifyRequest } from 'fastify'
import { EvidenceQuery, EvidenceSheet, Verification, VerifyQuery } from '#shared/schema/evidence-sheet.ts'
import type { AddressMatch } from '#shared/address/address.ts'
import type { Static } from 'typebox'
import type { Deps } from '../deps.ts'
import { Invalid, Unavailable } from '../domain/errors.ts'
import { evidenceSheet, verifyEvidence } from '../domain/evidence-sheet.ts'
import { pointToWgs84 } from '../live/check/point-to-wgs84.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { momentOf } from './moment-of.ts'
import { PROBLEMS } from './problem-responses.ts'

const tags = ['evidence']
const RETRY_AFTER_S = 5

/** What was in force at a place and a moment, for the file: everybody gets the public sheet, signed-in posts the whole. */
export async function evidenceRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/evidence-sheet',
    {
      schema: {
        operationId: 'evidenceSheet', tags, summary: 'What was in force at this place then, with a hash 区域证明', querystring: EvidenceQuery,
        response: { 200: EvidenceSheet, ...PROBLEMS(400, 422) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').header('vary', 'cookie')
      const { store, live, now } = deps
      const scope = audienceOf(request)
      const { lng, lat, text } = placeOf(deps, request as FastifyRequest<{ Querystring: Static<typeof EvidenceQuery> }>)
      if (!live.inDistrict(lng, lat)) throw new Invalid('evidence_outside')
      const moment = momentOf(deps, scope, request.query) ?? { at: now(), knownAt: null, planned: false }
      if (moment.planned) throw new Invalid('at_in_future', { at: moment.at.toISOString() })
      const asked = { lng, lat, at: moment.at.toISOString(), knownAt: moment.knownAt?.toISOString() ?? null }
      return { ...(await evidenceSheet(store, asked, scope, now())), ...(text !== null && { address: text }) }
    },
  )

  app.get(
    '/api/verify',
    {
      schema: {
        operationId: 'verifyEvidence', tags, summary: 'Is this evidence sheet genuine? 核验证明', querystring: VerifyQuery,
        response: { 200: Verification, ...PROBLEMS(400) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return verifyEvidence(deps.store, request.query)
    },
  )
}

/** The place asked about; an address must be certain or likely, for a sheet of another place would be false evidence. */
function placeOf(
  { live }: Deps,
  { query: { lng, lat, address, crs = 'wgs84' } }: FastifyRequest<{ Querystring: Static<typeof EvidenceQuery> }>,
): { lng: number; lat: number; text: string | null } {
  if (lng !== undefined && lat !== undefined && address === undefined) {
    const [x, y] = pointToWgs84(lng, lat, crs)
    return { lng: x, lat: y, text: null }
  }
  if (address === undefined || lng !== undefined || lat !== undefined) throw new Invalid('check_needs_place')
  const addresses = live.addresses()
  if (addresses === null) throw new Unavailable('index_building', { seconds: RETRY_AFTER_S })
  const answer = addresses.match(address, 1)
  const match: AddressMatch | undefined = 'match' in answer ? answer.match : undefined
  if (match === undefined) throw new Invalid('evidence_address')
  return { lng: match.entry.lng, lat: match.entry.lat, text: match.entry.text }
}
