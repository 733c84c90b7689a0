import Fastify, { LogController } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Deps } from './deps.ts'
import type { App } from './routes/app-type.ts'
import { accessRoutes } from './routes/access.ts'
import { auditRoutes } from './routes/audit.ts'
import { areaRoutes } from './routes/areas.ts'
import { registerAuth } from './routes/auth-hook.ts'
import { limitBodies } from './routes/body-limits.ts'
import { checkPackRoutes } from './routes/check-pack.ts'
import { candidateRoutes } from './routes/candidates.ts'
import { checkRoutes } from './routes/check.ts'
import { checkpointSnapRoutes } from './routes/checkpoint-snap.ts'
import { checkpointRoutes } from './routes/checkpoints.ts'
import { clientFiles } from './routes/client-files.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { crossingRoutes } from './routes/crossings.ts'
import { cutOffRoutes } from './routes/cut-off.ts'
import { takeOverRoutes } from './routes/gates-take-over.ts'
import { registerDocs } from './routes/docs.ts'
import { draftRoutes } from './routes/drafts.ts'
import { registerErrors } from './routes/errors.ts'
import { zoneEvidenceRoutes } from './routes/zone-evidence.ts'
import { eventRoutes } from './routes/events.ts'
import { evidenceRoutes } from './routes/evidence-sheets.ts'
import { figureRoutes } from './routes/figures.ts'
import { gateReportRoutes } from './routes/gate-reports.ts'
import { healthRoutes } from './routes/health.ts'
import { registerIdempotencyHeader } from './routes/idempotency-header.ts'
import { registerJsonBody } from './routes/json-body.ts'
import { keyRoutes } from './routes/keys.ts'
import { lazyCompilers } from './routes/lazy-compilers.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { oidcRoutes } from './routes/oidc.ts'
import { registerPermissions } from './routes/permission-hook.ts'
import { planRoutes } from './routes/plans.ts'
import { placeRoutes } from './routes/places.ts'
import { preflightRoutes } from './routes/preflight.ts'
import { previewRoutes } from './routes/preview.ts'
import { problemRoutes } from './routes/problems.ts'
import { reachRoutes } from './routes/reach.ts'
import { readinessRoutes } from './routes/readiness.ts'
import { createRateLimit } from './routes/rate-limit.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { ringRoutes } from './routes/rings.ts'
import { ruleCardRoutes } from './routes/rule-cards.ts'
import { ruleRoutes } from './routes/rules.ts'
import { searchRoutes } from './routes/search.ts'
import { registerSecurity } from './routes/security.ts'
import { sessionRoutes } from './routes/session.ts'
import { siteRoutes } from './routes/sites.ts'
import { statusRoutes } from './routes/status.ts'
import { tileRoutes } from './routes/tiles.ts'
import { userRoutes } from './routes/users.ts'
import { timelineRoutes } from './routes/timeline.ts'
import { zoneListRoutes } from './routes/zones-list.ts'
import { zoneRoutes } from './routes/zones.ts'
import { version } from './version.ts'

/** 100,000 vertices of two seven-decimal coordinates fit with room to spare. */
const BODY_LIMIT = 16 * 1024 * 1024

/** Every plugin and route, by hand and in order; the caller listens. */
export async function buildApp(deps: Deps): Promise<App> {
  const compilers = lazyCompilers()
  const app = Fastify({
    logger: { level: deps.config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.config.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 0, // see limitBodies
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: { buildSerializer: compilers.buildSerializer } },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(compilers.validator)
  compilers.rest(app)
  registerErrors(app)
  limitBodies(app)
  logWithoutPlaces(app)
  await registerSecurity(app)
  registerJsonBody(app)
  registerAuth(app, deps, await createRateLimit(app, deps.config.requestsPerMinute))
  registerPermissions(app)
  await metricsRoutes(app, deps) // its hook counts every route below, so it is not a plugin of its own
  await registerDocs(app, version)
  registerIdempotencyHeader(app)
  const routes = [
    sessionRoutes, statusRoutes, checkRoutes, zoneListRoutes, zoneRoutes, planRoutes, correctionRoutes, evidenceRoutes, timelineRoutes, draftRoutes, reviewRoutes,
    preflightRoutes, candidateRoutes, previewRoutes, checkpointRoutes, checkpointSnapRoutes, ruleCardRoutes, gateReportRoutes,
    siteRoutes, ruleRoutes, zoneEvidenceRoutes, readinessRoutes, areaRoutes, placeRoutes, searchRoutes, figureRoutes, tileRoutes, eventRoutes, healthRoutes,
    problemRoutes, oidcRoutes, checkPackRoutes, userRoutes, keyRoutes, auditRoutes,
    crossingRoutes, takeOverRoutes, accessRoutes, cutOffRoutes, reachRoutes, ringRoutes, clientFiles,
  ]
  for (const register of routes) await app.register(async (scope) => register(scope as App, deps))
  return app
}

/** One line for each answer, with the route's pattern: a URL may hold a place or an address, and those are never logged. */
function logWithoutPlaces(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, id } = request
    request.log.info({ id, method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered')
  })
}
