import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MultiPolygon, Polygon } from 'geojson'
import { exposure } from '#shared/exposure/exposure.ts'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { packArea, unpackArea } from '#shared/geometry/flat-area.ts'
import { LONG_TEXT } from '#shared/geometry/long-area.ts'
import { normaliseArea } from '#shared/geometry/normalise-area.ts'
import type { Preview } from '#shared/schema/preview.ts'
import { drawnArea } from '../../server/geometry-worker/drawn-area.ts'
import { areaM2Of, drawnAreaOf, exposureOf, figureIndexOf, normalisedAreaOf } from '../../server/geometry-worker/geometry.ts'
import { askThread } from '../../server/geometry-worker/thread-pool.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { inside, loadGround } from './live-fixture.ts'

/** A ring of so many corners round the fixture's village, wavy, [lng, lat]. */
function wavy(corners: number): Polygon {
  const [lng, lat] = inside(1, 1)
  const ring = Array.from({ length: corners }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / corners
    const reach = 0.008 * (1 + 0.05 * Math.sin(40 * angle))
    return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)].map((x) => Math.round(x * 1e7) / 1e7) as [number, number]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
const multi = ({ coordinates }: Polygon): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [coordinates] })

describe('heavy geometry', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await openTestApi('server', loadGround)
  })
  afterAll(() => api.close())

  it('gives in a thread what it gives here: areas, faults, square metres and people', async () => {
    const long = wavy(5_000)
    const figures = await api.live.populationFigures()
    const { index } = await figureIndexOf(figures)
    expect(await drawnAreaOf(long, 'gcj02', {})).toEqual(drawnArea(long, 'gcj02', {}))
    expect(await normalisedAreaOf(multi(long), {})).toEqual(normaliseArea(multi(long), {}))
    expect(await areaM2Of(multi(long))).toBe(areaM2(multi(long)))
    const counted = await exposureOf(multi(long), index)
    expect(counted).toEqual(exposure(multi(long), index))
    expect(counted.people).toBe(12)
    expect(await exposureOf(multi(long), await api.live.figures())).toEqual(counted)
    const [ring] = long.coordinates as [[number, number][]]
    const spike: [number, number] = [inside(1, 1)[0] + 0.1, inside(1, 1)[1] + 0.0001] // from the west end through the east side
    const crossed = { ...long, coordinates: [[...ring.slice(0, 2_500), spike, ...ring.slice(2_500)]] }
    const faults = await drawnAreaOf(crossed, 'wgs84', {})
    expect(faults).toEqual(drawnArea(crossed, 'wgs84', {}))
    expect(faults.ok).toBe(false)
    const malformed = { ...long, coordinates: [[...ring, ['x', 1]]] }
    expect(await drawnAreaOf(malformed, 'wgs84', {})).toMatchObject({ ok: false, faults: [{ code: 'not_a_number' }] })
  })

  it('packs areas with parts and holes, and unpacks the same', () => {
    const square = (at: number): [number, number][] => [[at, 0], [at + 1, 0], [at + 1, 1], [at, 0]]
    const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[square(0), square(10)], [square(20)]] }
    expect(unpackArea(packArea(area)!)).toEqual(area)
    expect(packArea({ type: 'Polygon', coordinates: [[[1, null]]] })).toBeNull()
    expect(packArea(null)).toBeNull()
  })

  it('lets the event loop go on while a long line is previewed, and answers checks meanwhile', async () => {
    const planner = await api.signIn(['drafter'])
    const payload = { kind: 'sealed', definition: { type: 'drawn', geometry: wavy(50_000) } }
    const [lng, lat] = inside(1, 1)
    let answered = 0
    let done = false
    const preview = api.app.inject({ method: 'POST', url: '/api/preview', headers: planner, payload }).finally(() => (done = true))
    while (!done) {
      const { statusCode } = await api.app.inject(`/api/check?lng=${lng}&lat=${lat}`)
      expect(statusCode).toBe(200)
      answered += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    const body = (await preview).json<Preview>()
    expect(body).toMatchObject({ ok: true, exposure: { people: 12 } })
    // on one thread the line is some hundreds of milliseconds of work in which nothing else is answered
    expect(answered).toBeGreaterThan(30)
  })

  it('reads and writes long bodies elsewhere, and says the same of them', async () => {
    const planner = await api.signIn(['drafter'])
    const headers = { ...planner, 'content-type': 'application/json' }
    const ask = (payload: string) => api.app.inject({ method: 'POST', url: '/api/preview', headers, payload })
    const line = wavy(5_000)
    const body = (geometry: unknown) => JSON.stringify({ kind: 'sealed', definition: { type: 'drawn', geometry } })
    expect(body(line).length).toBeGreaterThan(LONG_TEXT)
    const found = (await ask(body(line))).json<Preview>()
    const whole = normaliseArea(multi(line), {})
    expect(found).toMatchObject({ ok: true, exposure: { people: 12 }, geometry: whole.ok && whole.geometry })
    const broken = { ...line, coordinates: [[...line.coordinates[0]!, ['x', 1]]] }
    expect((await ask(body(broken))).json<Preview>()).toMatchObject({ ok: false, faults: [{ code: 'not_a_number' }] })
    expect((await ask(body(line).slice(0, -1))).json()).toMatchObject({ status: 400, code: 'bad_request' })
    expect((await ask(`[${body(line)}]`)).statusCode).toBe(400)
    expect((await ask(`{"__proto__":{},${body(line).slice(1)}`)).statusCode).toBe(400)
    expect((await ask(`${'['.repeat(40)}${body(line)}${']'.repeat(40)}`)).json()).toMatchObject({ code: 'too_nested' })
  })

  it('is ended when it takes too long, with a problem that says so, and the next question is answered', async () => {
    const area = packArea(wavy(20_000))!
    await expect(askThread(() => ({ type: 'drawn', area, crs: 'wgs84', limits: {} }), 5)).rejects.toMatchObject({ code: 'geometry_too_long' })
    expect(await areaM2Of(multi(wavy(1_000)))).toBeGreaterThan(1e6)
  })

  it('is refused when too much of it waits', async () => {
    const long = multi(wavy(600))
    const all = await Promise.allSettled(Array.from({ length: 200 }, () => areaM2Of(long)))
    const refused = all.filter((one) => one.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(200)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'geometry_busy', params: { seconds: 5 } })
  })
})
