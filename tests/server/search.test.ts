import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeatureCollection } from 'geojson'
import { compactFigures } from '#shared/exposure/compact-figures.ts'
import { decodeFigures } from '#shared/exposure/decode-figures.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import type { SearchHit } from '#shared/schema/search-hit.ts'
import { ENGINES } from '../support/databases.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { eventually, inside, loadGround, publish } from './live-fixture.ts'
import { COUNTY, restOf, TOWNSHIPS, units, village } from './zones-fixture.ts'

function figuresOf(bytes: Buffer): PopulationFigures {
  const answer = decodeFigures(Uint8Array.from(bytes).buffer)
  if (!answer.ok) throw new Error(`no figures: ${answer.reason}`)
  return answer.figures
}

describe.each(ENGINES)('search, lists and figures on the %s engine', (engine) => {
  let api: TestApi
  beforeAll(async () => {
    api = await openTestApi(engine, async (store) => {
      await loadGround(store)
      await publish(store, 'precaution', restOf(COUNTY), { name: '云渡防范区', name_en: 'Yundu precaution zone' })
      await publish(store, 'sealed', units(village(0, 1, 1)), { name: '迎宾路封控区' })
      await publish(store, 'sealed', units(village(0, 3, 3)), { name: '内部封控区', audience: 'internal' })
    })
    await eventually(() => api.live.addresses() !== null && api.live.groundNames() !== null)
  })
  afterAll(() => api.close())

  const get = (url: string, headers = {}) => api.app.inject({ url, headers })
  const search = async (q: string, more = '', headers = {}) =>
    (await get(`/api/search?q=${encodeURIComponent(q)}${more}`, headers)).json<SearchHit[]>()

  it('finds zones, addresses and places by what was typed so far', async () => {
    const hits = await search('迎宾')
    expect(new Set(hits.map(({ type }) => type))).toEqual(new Set(['zone', 'address']))
    expect(hits.find(({ type }) => type === 'zone')).toMatchObject({
      title: '迎宾路封控区',
      kind: 'sealed',
      id: '990101-S-0001',
    })
    const [hospital] = await search('yundu people', '&lang=en')
    expect(hospital).toMatchObject({
      type: 'place',
      kind: 'hospital',
      title: 'Yundu People’s Hospital',
      lng: inside(1, 1)[0],
    })
    expect(hospital?.subtitle).toBe(`地区 ${village(0, 1, 1)}, 地区 ${TOWNSHIPS[0]}, 地区 ${COUNTY}`)
    expect((await search('renmin'))[0]?.title).toBe('云渡县人民医院')
    expect((await search(village(0, 2, 2)))[0]).toMatchObject({ type: 'area', id: village(0, 2, 2) })
    expect(await search('迎宾', '&limit=1')).toHaveLength(1)
    expect(await search(' ')).toEqual([])
  })

  it('shows the public neither internal zones nor planned checkpoints', async () => {
    expect((await search('内部封控')).map(({ title }) => title)).not.toContain('内部封控区')
    expect((await search('卡点')).map(({ title }) => title)).toEqual(['东关卡点'])
    const headers = await api.signIn(['viewer'])
    expect((await search('内部封控', '', headers)).map(({ title }) => title)).toContain('内部封控区')
    expect(await search('卡点', '', headers)).toHaveLength(3)
  })

  it('lists the zones in force as GeoJSON, strictest first, with one strong tag', async () => {
    const response = await get('/api/zones')
    expect(response.headers['content-type']).toBe('application/geo+json')
    const { features } = response.json<FeatureCollection>()
    expect(features.map(({ id }) => id)).toEqual(['990101-S-0001', '990101-P-0001'])
    expect(features[1]?.properties).toMatchObject({
      name: '云渡防范区',
      people: expect.any(Number),
      overdue: false,
      since: expect.stringMatching(/Z$/),
    })
    expect(Object.keys(features[0]!.properties!)).not.toContain('reason')
    expect((await get('/api/zones', { 'if-none-match': response.headers.etag })).statusCode).toBe(304)
    expect((await get('/api/zones?kind=precaution')).json<FeatureCollection>().features).toHaveLength(1)
    expect((await get('/api/zones?bbox=109.55,34.5,109.56,34.51')).json<FeatureCollection>().features).toHaveLength(1)
    expect(
      (await get(`/api/zones?area=${village(0, 1, 1)}`)).json<FeatureCollection>().features.map(({ id }) => id),
    ).toEqual(['990101-S-0001'])
  })

  it('pages through zones, and gives internal ones to signed-in posts', async () => {
    const headers = await api.signIn(['viewer'])
    expect((await get('/api/zones?audience=all')).statusCode).toBe(401)
    const ids: unknown[] = []
    let url: string | undefined = '/api/zones?audience=all&limit=1'
    while (url !== undefined) {
      const response = await get(url, headers)
      ids.push(...response.json<FeatureCollection>().features.map(({ id }) => id))
      url = /<(.+)>; rel="next"/.exec(String(response.headers.link))?.[1]
    }
    expect(ids).toEqual(['990101-S-0001', '990101-S-0002', '990101-P-0001'])
    expect((await get('/api/zones?cursor=x')).json()).toMatchObject({ status: 422, code: 'bad_cursor' })
  })

  it('lists areas by level, parent, place and name, and gives their ground', async () => {
    const page = (await get('/api/areas?level=township')).json<{
      items: { code: string; bounds: number[] }[]
      next: null
    }>()
    expect(page.items.map(({ code }) => code)).toEqual([...TOWNSHIPS])
    expect(page.items[0]?.bounds[0]).toBeCloseTo(109.5, 1)
    expect(page.next).toBeNull()
    expect((await get(`/api/areas?parent=${TOWNSHIPS[1]}&limit=5`)).json()).toMatchObject({
      next: `${TOWNSHIPS[1].slice(0, 9)}005`,
    })
    expect(
      (await get(`/api/areas?q=${encodeURIComponent('区 990101002')}&level=township`)).json<{ items: unknown[] }>()
        .items,
    ).toHaveLength(1)
    const [lng, lat] = inside(0, 0)
    expect(
      (await get(`/api/areas?level=village&bbox=${lng},${lat},${lng},${lat}`))
        .json<{ items: { code: string }[] }>()
        .items.map(({ code }) => code),
    ).toEqual([village(0, 0, 0)])
    const area = await get(`/api/areas/${COUNTY}`)
    expect(area.json()).toMatchObject({ code: COUNTY, geometry: { type: 'MultiPolygon' }, as_of: '2022-01-01' })
    expect((await get(`/api/areas/${COUNTY}`, { 'if-none-match': area.headers.etag })).statusCode).toBe(304)
    expect((await get('/api/areas/000000000000')).statusCode).toBe(404)
    expect((await get('/api/areas?bbox=3,2,1,0')).json()).toMatchObject({ code: 'bad_bbox' })
  })

  it('lists places', async () => {
    const { features } = (await get('/api/places?kind=hospital&kind=school')).json<FeatureCollection>()
    expect(features).toMatchObject([
      {
        geometry: { type: 'Point', coordinates: inside(1, 1) },
        properties: { kind: 'hospital', capacity: { beds: 300 } },
      },
    ])
    expect((await get('/api/places?bbox=0,0,1,1')).json<FeatureCollection>().features).toEqual([])
  })

  it('gives the figures of a box to signed-in posts, as the server counts them', async () => {
    expect((await get('/api/figures')).statusCode).toBe(401)
    const headers = await api.signIn(['drafter'])
    const [lng, lat] = inside(1, 1)
    const response = await get(`/api/figures?bbox=${lng - 0.01},${lat - 0.01},${lng + 0.01},${lat + 0.01}`, headers)
    const figures = figuresOf(response.rawPayload)
    const all = await api.live.populationFigures()
    expect(figures).toEqual(compactFigures(all))
    expect([...Array.from(figures.buildings.people), ...Array.from(figures.buildings.households)]).toEqual([12, 5])
    expect(figures.sources[Number(figures.buildings.source[0])]).toMatchObject({
      source: 'test',
      basis: 'building',
      method: 'counted',
      date: '2022-01-01',
    })
    expect((await get('/api/figures', { ...headers, 'if-none-match': response.headers.etag })).statusCode).toBe(304)
    const none = figuresOf((await get('/api/figures?bbox=0,0,1,1', headers)).rawPayload)
    expect([none.buildings.lng.length, none.places.kind.length]).toEqual([0, 0])
  })

  it('says what is loaded and how old the picture is', async () => {
    const status = (await get('/api/status')).json()
    expect(status).toMatchObject({
      engine,
      seq: api.live.seq(),
      district: { code: COUNTY },
      datasets: [{ source: 'test', synthetic: true }],
      demo_accounts: [],
    })
    expect(status.bounds[2]).toBeCloseTo(109.58, 1)
    expect(Date.now() - Date.parse(status.as_of)).toBeLessThan(60_000)
  })
})
