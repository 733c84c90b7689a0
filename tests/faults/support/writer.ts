import { randomUUID } from 'node:crypto'
import type { Draft, ZoneGround } from '#shared/schema/zone.ts'
import { versionHash } from '../../../server/domain/zones-hash.ts'
import { inside } from '../../server/live-fixture.ts'
import { block, content, drawn, LIFT } from '../../server/zones-fixture.ts'
import { pause } from '../../support/rounds.ts'
import { answerOf } from './answer-of.ts'

/** A change that the server has acknowledged: what, under which name, and what came back. */
export type Ack = { op: Op; token: string; etag: string; id: string }
export type Op = 'zone' | 'draft' | 'publish' | 'lift' | 'site' | 'checkpoint' | 'checkpoint change'

export type Log = {
  acks: Ack[]
  /** Times that a request was sent again because nobody answered, or the answer was 503. */
  retries: number
  /** Answers that a fault must never lead to. */
  violations: string[]
  /** When an answer came, to tell how long there was none. */
  lastAckAt: number
}

export const newLog = (): Log => ({ acks: [], retries: 0, violations: [], lastAckAt: performance.now() })

type Sent = { etag: string; location: string; body: unknown }

/** Of the zones that `write` publishes every other one is lifted at once. */
const isLifted = (n: number) => n % 2 !== 0

/** A publication of a zone that stays in force. */
export const staysInForce = ({ op, token }: Ack): boolean => op === 'publish' && !isLifted(Number(token.split(' ').at(-1)))

/** One client: writes until it is told to stop, each change with an Idempotency-Key and again until it is answered. */
export async function write(url: string | (() => string), headers: Record<string, string>, name: string, log: Log, going: () => boolean | Promise<boolean>): Promise<void> {
  const send = async (method: string, path: string, body: object | null, ifMatch: string | null = null): Promise<Sent | null> => {
    const key = randomUUID()
    for (;;) {
      const response = await answerOf((typeof url === 'string' ? url : url()) + path, {
        method,
        headers: { ...headers, 'idempotency-key': key, ...(body ? { 'content-type': 'application/json' } : {}), ...(ifMatch ? { 'if-match': ifMatch } : {}) },
        body: body ? JSON.stringify(body) : null,
        timeoutMs: 60_000,
      })
      if (response !== null && response.status !== 503) {
        const { status, headers: { etag = '', location = '' }, text } = response
        if (status >= 300) {
          log.violations.push(`${method} ${path}: ${status} ${text.slice(0, 300)}`)
          return null
        }
        log.lastAckAt = performance.now()
        return { etag, location, body: text === '' ? null : JSON.parse(text) }
      }
      if (response !== null && response.headers['retry-after'] === undefined) log.violations.push(`503 without Retry-After: ${response.text}`)
      log.retries += 1
      await pause(response === null ? 250 : 100) // nobody there: what starts again needs the processor more
    }
  }
  const ack = (op: Op, token: string, { etag }: Sent, id: string) => log.acks.push({ op, token, etag: etag.replaceAll('"', ''), id })

  for (let n = 0; await going(); n++) {
    const token = `${name} ${n}`
    const point = { type: 'Point', coordinates: inside(n % 4, (n >> 2) % 4) }
    const site = await send('POST', '/api/sites', { place: token, on_date: '2022-03-15', cases: 1, geometry: point })
    if (site) ack('site', token, site, String((site.body as { id: number }).id))
    const gate = { name: token, tier: 'village', state: 'planned', green_lane: false, rule_card: { asks: [] }, geometry: point }
    const made = await send('POST', '/api/checkpoints', gate)
    if (made) {
      ack('checkpoint', token, made, made.location.split('/').at(-1)!)
      const changed = await send('PUT', made.location, { ...gate, state: 'staffed' }, made.etag)
      if (changed) ack('checkpoint change', token, changed, made.location.split('/').at(-1)!)
    }
    await writeZone(token, n)
  }

  async function writeZone(token: string, n: number): Promise<void> {
    const ground = drawn(block(n % 4, 0, (n % 4) + 1, 1))
    const zone = await send('POST', '/api/zones', { kind: 'sealed', content: content(ground, { name: `${token} first` }) })
    if (!zone) return
    const { zone_id: id } = zone.body as Draft
    ack('zone', token, zone, id)
    const saved = await send('PUT', zone.location, content(ground, { name: token }), zone.etag)
    if (!saved) return
    ack('draft', token, saved, id)
    const draft = saved.body as Draft
    const hash = versionHash({ zoneId: id, kind: draft.kind, version: 1, previousVersion: null, content: draft.content, geometry: draft.geometry as ZoneGround['geometry'] })
    const published = await send('POST', `/api/zones/${id}/publish-urgent`, { hash, reason: '危及生命' }, saved.etag)
    if (!published) return
    ack('publish', token, published, id)
    if (!isLifted(n)) return
    const lifted = await send('POST', `/api/zones/${id}/lift`, LIFT, published.etag)
    if (lifted) ack('lift', token, lifted, id)
  }
}
