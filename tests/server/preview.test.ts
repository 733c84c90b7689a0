import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GeometryFaultCode } from '#shared/geometry/fault.ts'
import type { Preview } from '#shared/schema/preview.ts'
import type { Draft } from '#shared/schema/zone.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { publishApprovedByHttp } from './publish-approved.ts'
import { block, content, drawn, loadCounty, restOf, ring, TOWNSHIPS, units, village } from './zones-fixture.ts'

// metres-sized shapes round a point of township 1
const at = (x: number, y: number): [number, number] => [109.51 + x / 1000, 34.51 + y / 1000]
const path = (...points: [number, number][]) => points.map(([x, y]) => at(x, y))
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const SQUARE = path([0, 0], [9, 0], [9, 9], [0, 9], [0, 0])
const hole = (x: number, y: number, size: number) => path([x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y])
const box = (w: number, s: number, e: number, n: number) => [[w, s], [e, s], [e, n], [w, n], [w, s]]

const FAULTS: [GeometryFaultCode, unknown][] = [
  ['missing', null],
  ['not_an_area', { type: 'Point', coordinates: at(0, 0) }],
  ['malformed', polygon([1, 2, 3])],
  ['empty', { type: 'MultiPolygon', coordinates: [] }],
  ['not_a_number', polygon([...SQUARE.slice(0, 2), [109.5, 'north'], ...SQUARE.slice(3)])],
  ['out_of_range', polygon(box(179, 80, 190, 95))],
  ['axes_swapped', polygon(SQUARE.map(([lng, lat]) => [lat, lng]))],
  ['outside_extent', polygon(box(10, 10, 11, 11))],
  ['too_few_points', polygon(path([0, 0], [9, 0], [9, 0], [0, 0]))],
  ['ring_not_closed', polygon(SQUARE.slice(0, -1))],
  ['crosses_antimeridian', polygon(box(-179, 34, 179, 35))],
  ['self_crossing', polygon(path([0, 0], [9, 9], [9, 0], [0, 9], [0, 0]))],
  ['self_touching', polygon(path([0, 0], [9, 0], [4, 4], [9, 9], [0, 9], [4, 4], [0, 0]))],
  ['spike', polygon(path([0, 0], [9, 0], [15, 0], [9, 0], [9, 9], [0, 9], [0, 0]))],
  ['duplicate_ring', polygon(SQUARE, hole(2, 2, 2), hole(2, 2, 2))],
  ['shared_edge', polygon(SQUARE, hole(2, 2, 2), hole(4, 2, 2))],
  ['hole_outside_shell', polygon(SQUARE, hole(20, 20, 2))],
  ['holes_overlap', polygon(SQUARE, hole(2, 2, 4), hole(4, 4, 4))],
  ['interior_disconnected', polygon(SQUARE, path([0, 4], [4, 9], [9, 4], [4, 0], [0, 4]))],
  ['parts_overlap', { type: 'MultiPolygon', coordinates: [[SQUARE], [path([4, 4], [14, 4], [14, 14], [4, 14], [4, 4])]] }],
  ['too_many_vertices', polygon(Array.from({ length: 100_002 }, (_, i) => at(Math.cos(i / 1e4), Math.sin(i / 1e4))))],
  ['too_small', polygon(path([0, 0], [0.001, 0], [0.001, 0.001], [0, 0]))],
  ['too_large', polygon(box(70, 15, 135, 55))],
  ['broken_by_rounding', polygon(path([0, 0], [9, 0], [9, 9], [4.50001, 0.00002], [4.5, 9], [0, 9], [0, 0]))],
]

describe.each(ENGINES)('previews on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    planner = await api.signIn(['drafter', 'publisher'])
  })
  afterAll(() => api.close())

  const preview = async (kind: string, definition: object, lang = 'zh') => {
    const answer = await api.app.inject({ method: 'POST', url: '/api/preview', headers: { ...planner, 'accept-language': lang }, payload: { kind, definition } })
    expect(answer.statusCode).toBe(200)
    return answer.json<Preview>()
  }
  const create = (kind: string, definition: object, lang = 'zh') =>
    api.app.inject({
      method: 'POST', url: '/api/zones', headers: { ...planner, 'accept-language': lang },
      payload: { kind, content: content(definition as never) },
    })

  it.each(FAULTS)('F36: name %s, with its place and fix in both languages, before a draft and instead of one', async (code, geometry) => {
    const said: Record<string, unknown> = {}
    for (const lang of ['zh', 'en']) {
      const shown = await preview('sealed', drawn(geometry), lang)
      const refused = await create('sealed', drawn(geometry), lang)
      if (shown.ok) throw new Error(`${code} was let through`)
      expect(refused.json()).toMatchObject({ status: 422, code: 'invalid_geometry', faults: shown.faults })
      const fault = shown.faults.find((one) => one.code === code)
      expect([code, shown.faults.map((one) => one.code)]).toEqual([code, expect.arrayContaining([code])])
      expect(fault!.title.length * fault!.fix.length).toBeGreaterThan(0)
      expect(/[\u4e00-\u9fff]/.test(fault!.title + fault!.fix)).toBe(lang === 'zh')
      said[lang] = fault
    }
    expect(said['zh']).not.toEqual(said['en'])
  })

  it('say where a line crosses itself, as the planner sees it', async () => {
    const shown = await preview('sealed', drawn(FAULTS.find(([code]) => code === 'self_crossing')![1]))
    expect(shown).toMatchObject({ ok: false, faults: [{ code: 'self_crossing', at: [expect.closeTo(109.5145, 6), expect.closeTo(34.5145, 6)] }] })
  })

  it('say what is wrong with units, and with a rest of which nothing is left', async () => {
    expect(await preview('sealed', units('990109999999'), 'en')).toMatchObject({ ok: false, faults: [{ code: 'unknown_units', fix: 'No area has the code: 990109999999' }] })
    expect(await preview('precaution', restOf('990109999999'))).toMatchObject({ ok: false, faults: [{ code: 'unknown_units' }] })
    const { zone_id: id } = (await create('sealed', units(village(1, 3, 3)))).json<Draft>()
    const published = await publishApprovedByHttp(api, planner, await api.signIn(['reviewer']), `${id}.d1`)
    expect(published.statusCode).toBe(200)
    expect(await preview('controlled', ring(village(1, 3, 3)))).toMatchObject({ ok: false, faults: [{ code: 'empty_ground' }] })
  })

  it('show the ground and the numbers that a draft then has', async () => {
    for (const [kind, definition] of [
      ['sealed', units(village(0, 0, 0), village(0, 2, 2))],
      ['controlled', ring(village(1, 3, 3), village(1, 2, 3))],
      ['precaution', restOf(TOWNSHIPS[1])],
      ['sealed', drawn(block(1, 1, 3, 3))],
    ] as const) {
      const shown = await preview(kind, definition)
      const draft = (await create(kind, definition)).json<Draft>()
      expect(shown).toEqual({ ok: true, geometry: draft.geometry, exposure: draft.exposure })
      expect(draft.exposure.areaM2).toBeGreaterThan(100_000)
    }
  })

  it('convert a declared system once, and keep what was sent', async () => {
    const sent = polygon(SQUARE)
    const shown = await preview('sealed', { ...drawn(sent), crs: 'gcj02' })
    if (!shown.ok) throw new Error('refused')
    const [[lng, lat]] = shown.geometry.coordinates[0]![0] as [[number, number]]
    expect(Math.hypot((lng - 109.51) * 91_700, (lat - 34.51) * 111_000)).toBeGreaterThan(200) // the shift there is some 400 m
    expect(Math.hypot((lng - 109.51) * 91_700, (lat - 34.51) * 111_000)).toBeLessThan(800)
    const draft = (await create('sealed', { ...drawn(sent), crs: 'gcj02' })).json<Draft>()
    expect(draft.content.definition).toEqual({ type: 'drawn', geometry: sent, crs: 'gcj02' })
    expect(draft.geometry).toEqual(shown.geometry)
    const again = await api.app.inject({
      method: 'PUT', url: `/api/zones/${draft.zone_id}/draft`, headers: { ...planner, 'if-match': `"${draft.zone_id}.d1"` }, payload: draft.content,
    })
    expect(again.json<Draft>().geometry).toEqual(draft.geometry)
  })

  it('need a signed-in post', async () => {
    const answer = await api.app.inject({ method: 'POST', url: '/api/preview', payload: { kind: 'sealed', definition: units(village(0, 0, 0)) } })
    expect(answer.statusCode).toBe(401)
  })
})
