import { Candidates, CandidatesRequest } from '#shared/schema/candidates.ts'
import type { Deps } from '../deps.ts'
import { findCandidates } from '../domain/candidates.ts'
import type { App } from './app-type.ts'
import { PROBLEMS } from './problem-responses.ts'
import { zoneDeps } from './zone-deps.ts'

/** The smallest zone that is enough for sites; who may read sites may ask. */
export async function candidateRoutes(app: App, deps: Deps): Promise<void> {
  app.post(
    '/api/zones/candidates',
    {
      schema: {
        operationId: 'findCandidates', tags: ['drafts'], summary: 'Zones round sites, from the smallest level up 最小充分范围',
        body: CandidatesRequest, response: { 200: Candidates, ...PROBLEMS(400, 401, 403, 404, 422) },
      },
    },
    async (request) => findCandidates(await zoneDeps(deps), request.body),
  )
}
