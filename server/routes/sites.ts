import { Type } from 'typebox'
import { Site, SiteContent } from '#shared/schema/site.ts'
import type { Deps } from '../deps.ts'
import { recordReading } from '../domain/audit.ts'
import { addSite, removeSite } from '../domain/sites.ts'
import { siteTag } from '../domain/version-tag.ts'
import { listSites } from '../store/sites.ts'
import { actorOf } from './actor.ts'
import type { App } from './app-type.ts'
import { ifMatchHeader } from './if-match-header.ts'
import { pageOf } from './page-of.ts'
import { ifMatch } from './preconditions.ts'
import { PROBLEMS } from './problem-responses.ts'
import { writeOnce } from './write-once.ts'

const tags = ['sites']

/** Case sites: places with a date and a count, for the planning posts only. */
export async function siteRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/api/sites',
    {
      schema: {
        operationId: 'listSites', tags, summary: 'Case sites, internal 病例点位（内部）',
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 1000, default: 200 }),
          cursor: Type.Integer({ minimum: 0, default: 0, description: 'next of the page before' }),
        }),
        response: {
          200: Type.Object({ items: Type.Array(Site), next: Type.Union([Type.String(), Type.Null()]) }),
          ...PROBLEMS(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const rows = await listSites(deps.store.db, cursor, limit + 1)
      await recordReading(deps.store, actorOf(request), 'sites', Math.min(rows.length, limit))
      void reply.header('cache-control', 'no-store')
      return pageOf(request, reply, rows, limit, (row) => row.id)
    },
  )

  app.post(
    '/api/sites',
    {
      schema: {
        operationId: 'addSite', tags, summary: 'Record a case site 登记点位', body: SiteContent,
        response: { 201: Site, ...PROBLEMS(400, 401, 403, 422) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const site = await writeOnce(deps, request, ({ store }) => addSite(store, actor, request.body))
      return reply.code(201).header('etag', `"${siteTag(site)}"`).send(site)
    },
  )

  app.delete(
    '/api/sites/:id',
    {
      schema: {
        operationId: 'removeSite', tags, summary: 'Remove a case site for good 删除点位',
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        headers: ifMatchHeader('s12.1'),
        response: { 204: Type.Null(), ...PROBLEMS(400, 401, 403, 404, 412, 428) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const tag = ifMatch(request)
      await writeOnce(deps, request, ({ store }) => removeSite(store, actor, request.params.id, tag))
      return reply.code(204).send(null)
    },
  )
}
