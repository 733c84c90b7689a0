import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Deps } from '../deps.ts'
import type { App } from './app-type.ts'

/** Prometheus metrics: requests by route pattern (never a URL: those may hold places), the picture's age, the process. */
export async function metricsRoutes(app: App, { live }: Deps): Promise<void> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({ name: 'sanqu_http_requests_total', help: 'Requests answered', labelNames, registers: [registry] })
  const seconds = new Histogram({
    name: 'sanqu_http_request_seconds', help: 'Time to answer', labelNames: ['route'], registers: [registry],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
  })
  gauge('sanqu_zones_in_force', 'Public zones in force', () => live.zones('public').length)
  gauge('sanqu_last_event', 'Sequence number of the last event in the live picture', () => live.seq())
  gauge('sanqu_picture_age_seconds', 'Age of the live picture', () => (Date.now() - live.asOf().getTime()) / 1000)

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method: request.method, route, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )

  function gauge(name: string, help: string, read: () => number): void {
    const metric: Gauge = new Gauge({ name, help, registers: [registry], collect: () => metric.set(read()) })
  }
}
