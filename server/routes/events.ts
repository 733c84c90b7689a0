import { fastifySSE } from '@fastify/sse'
import { Type } from 'typebox'
import type { Deps } from '../deps.ts'
import { feedEvents } from '../live/event-feed.ts'
import { createEventHub } from '../live/event-hub.ts'
import { heartbeatText } from '../live/sse-text.ts'
import type { StoredEvent } from '../store/events.ts'
import type { App } from './app-type.ts'
import { audienceOf } from './audience-of.ts'
import { credentialOf, type Credential } from './credential.ts'
import { createSink } from './event-sink.ts'
import { PROBLEMS } from './problem-responses.ts'

const HEARTBEAT_MS = 10_000
const Query = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 100, description: 'Like Last-Event-ID, for a first connection' })),
})

/**
 * The change feed as server-sent events. Everybody gets public events; a signed-in post all, for as long as it is
 * signed in. Ids are sequence numbers: those of events that the reader may not see are skipped.
 */
export async function eventRoutes(app: App, deps: Deps): Promise<void> {
  await app.register(fastifySSE)
  const hub = createEventHub(deps.live)
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of open) end()
  })

  app.get(
    '/api/events',
    {
      sse: { kind: 'only', heartbeat: false },
      schema: {
        operationId: 'events',
        tags: ['events'],
        summary: 'Changes as they happen, resumable by Last-Event-ID 实时变更',
        querystring: Query,
        response: {
          200: {
            description:
              'id: sequence number; event: noun or `reset`; data: LiveEvent. After `reset` list everything anew',
            content: { 'text/event-stream': { schema: Type.String() } },
          },
          ...PROBLEMS(400),
        },
      },
    },
    async (request, reply) => {
      const { live } = deps
      const credential = credentialOf(deps, request)
      const sink = createSink(reply.raw)
      const endIfOver = async () => {
        if (await credential?.hasEnded()) sink.end()
      }
      const beat = () => {
        sink.endIfStuck()
        sink.push(heartbeatText(live.seq(), live.asOf()))
        void endIfOver()
      }
      reply.sse.keepAlive()
      reply.sse.sendHeaders()
      sink.push(`retry: 1000\n${heartbeatText(live.seq(), live.asOf())}`)
      const header = request.headers['last-event-id']
      const lastId = (Array.isArray(header) ? header[0] : header) ?? request.query.after ?? null
      const timer = setInterval(beat, HEARTBEAT_MS)
      // whoever is disabled, signed out or revoked loses the stream with the event that says so
      const unwatch = credential === null ? null : live.subscribe(({ events }) => {
        if (events.some((event) => concerns(event, credential))) void endIfOver()
      })
      const end = () => sink.end()
      open.add(end)
      let stop: (() => void) | null = null
      const close = () => {
        clearInterval(timer)
        unwatch?.()
        open.delete(end)
        stop?.()
      }
      reply.sse.onClose(close)
      try {
        stop = await feedEvents(live, hub, sink, lastId, audienceOf(request))
        if (!sink.isOpen()) close()
      } catch {
        sink.end() // the database is away and what the reader missed is no longer in memory: it comes again
      }
    },
  )
}

const concerns = ({ noun, subject, verb }: StoredEvent, { username, isKey }: Credential): boolean =>
  isKey ? noun === 'keys' : subject === username && (noun === 'users' || (noun === 'sessions' && verb === 'signed_out'))
