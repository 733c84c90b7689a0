import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basemapTile } from '../../server/live/tiles/basemap-tile.ts'
import { loadGroundShapes } from '../../server/live/tiles/ground/load-ground-shapes.ts'
import { ENGINES } from '../support/databases.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { caughtUp, importPlace, inside, lift, loadGround, publish } from './live-fixture.ts'
import { ring, TOWNSHIPS, restOf, units, village } from './zones-fixture.ts'

const tileOf = ([lng, lat]: [number, number], z: number) => {
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI
  return `${z}/${Math.floor((lng / 360 + 0.5) * 2 ** z)}/${Math.floor(((1 - y) / 2) * 2 ** z)}`
}

describe.each(ENGINES)('tiles on the %s engine', (engine) => {
  let api: TestApi
  let sealed: string
  beforeAll(async () => {
    api = await openTestApi(engine, async (store) => {
      await loadGround(store)
      await publish(store, 'precaution', restOf(TOWNSHIPS[0]))
      await publish(store, 'controlled', ring(village(0, 1, 1), village(0, 2, 1)))
      sealed = await publish(store, 'sealed', units(village(0, 1, 1)), { name_en: 'Compound' })
      await publish(store, 'sealed', units(village(0, 0, 3)), { audience: 'internal' })
    })
  })
  afterAll(() => api.close())

  const get = (url: string, headers = {}) => api.app.inject({ url, headers })
  const tile = async (url: string) => {
    const response = await get(url)
    expect([200, 204]).toContain(response.statusCode)
    return new VectorTile(new PbfReader(response.rawPayload))
  }
  const features = (vt: VectorTile, layer: string) => {
    const found = vt.layers[layer]
    return Array.from({ length: found?.length ?? 0 }, (_, i) => found!.feature(i))
  }
  const properties = (vt: VectorTile, layer: string) =>
    features(vt, layer).map((feature) => ({ ...feature.properties }))

  it('describes both tilesets as TileJSON 3', async () => {
    const zones = (await get('/tiles/zones.json')).json()
    expect(zones).toMatchObject({
      tilejson: '3.0.0',
      maxzoom: 16,
      vector_layers: [{ id: 'zones', fields: { kind: 'String' } }, { id: 'zone_points' }],
    })
    expect(zones.tiles[0]).toMatch(/^http:\/\/.+\/tiles\/zones\/\{z\}\/\{x\}\/\{y\}\.mvt\?v=\d+$/)
    const basemap = (await get('/tiles/basemap.json')).json()
    expect(basemap.vector_layers.map(({ id }: { id: string }) => id)).toEqual([
      'areas',
      'area_labels',
      'water',
      'water_lines',
      'roads',
      'buildings',
      'places',
      'house_numbers',
    ])
    expect(basemap.bounds[0]).toBeCloseTo(109.5, 1)
  })

  it.each([0, 4, 6, 9, 12, 14, 16])('marks every public zone at zoom %i, and no internal one', async (z) => {
    const marks = new Set<string>()
    for (const zone of api.live.zones('public')) {
      const vt = await tile(`/tiles/zones/${tileOf([...zone.labelAt], z)}.mvt`)
      for (const mark of properties(vt, 'zone_points')) marks.add(String(mark['id']))
    }
    expect([...marks].sort()).toEqual(
      api.live
        .zones('public')
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('draws zones where they are, holes open, the strictest on top', async () => {
    const [z, x, y] = tileOf(inside(1, 1), 10).split('/').map(Number) as [number, number, number]
    const vt = await tile(`/tiles/zones/${z}/${x}/${y}.mvt`)
    expect(properties(vt, 'zones').map(({ kind }) => kind)).toEqual(['precaution', 'controlled', 'sealed'])
    const rest = features(vt, 'zones')[0]!.toGeoJSON(x, y, z)
    const rings = rest.geometry.type === 'Polygon' ? rest.geometry.coordinates : []
    expect(rings).toHaveLength(2)
    const own = features(vt, 'zones')[2]!
    const [west, , east] = api.live.zone(sealed, 'public')!.bounds
    const drawn = own
      .bbox()
      .filter((_, i) => i % 2 === 0)
      .map((units) => ((x + units / 4096) / 2 ** z - 0.5) * 360)
    expect(Math.min(...drawn)).toBeCloseTo(west, 3)
    expect(Math.max(...drawn)).toBeCloseTo(east, 3)
    expect(own.properties).toMatchObject({ id: sealed, name_en: 'Compound', version: 1, review_by: '2030-03-30T00:00:00.000Z' })
  })

  it('draws the ground: each thing from its zoom, in both languages', async () => {
    const far = await tile(`/tiles/basemap/${tileOf(inside(1, 1), 10)}.mvt`)
    expect(
      properties(far, 'areas')
        .map(({ level }) => level)
        .sort(),
    ).toEqual(['county', 'township', 'township'])
    expect(properties(far, 'roads')).toEqual([
      { class: 'primary', name: '迎宾路', name_en: 'Yingbin Road', ref: 'G310' },
    ])
    expect(features(far, 'water')).toHaveLength(1)
    expect(features(far, 'buildings')).toEqual([])
    const near = await tile(`/tiles/basemap/${tileOf(inside(1, 1), 16)}.mvt`)
    expect(properties(near, 'buildings')).toEqual([{ levels: 6, use: 'residential', name: '3幢' }])
    expect(properties(near, 'places')).toMatchObject([
      { kind: 'hospital', name: '云渡县人民医院', name_en: 'Yundu People’s Hospital' },
    ])
    expect(properties(near, 'house_numbers')).toEqual([{ number: '12' }])
    expect(properties(near, 'roads')).toEqual([
      { class: 'primary', name: '迎宾路', name_en: 'Yingbin Road', ref: 'G310' },
      { class: 'residential', bridge: true, layer: 1, oneway: true },
    ])
    const labels = await tile(`/tiles/basemap/${tileOf(inside(2, 2), 10)}.mvt`)
    expect(properties(labels, 'area_labels').map(({ level }) => level)).toContain('county')
  })

  it('draws roads and buildings from memory as from the database, within a bound', async () => {
    const { db } = api.store
    const shapes = await loadGroundShapes(db, Infinity, () => true)
    for (const z of [8, 10, 12, 13, 14, 15, 16]) {
      const [, x, y] = tileOf(inside(1, 1), z).split('/').map(Number) as [number, number, number]
      const [memory, database] = await Promise.all(
        [shapes, null].map(async (from) => new VectorTile(new PbfReader(await basemapTile(db, { z, x, y }, from)))),
      )
      for (const layer of ['roads', 'buildings', 'areas', 'places']) {
        expect(properties(memory!, layer)).toEqual(properties(database!, layer))
        const boxes = features(memory!, layer).flatMap((feature) => feature.bbox())
        features(database!, layer).flatMap((feature) => feature.bbox()).forEach((side, i) => {
          expect(Math.abs(side - boxes[i]!)).toBeLessThanOrEqual(1) // unit of the tile: either rounds
        })
      }
    }
    expect(await loadGroundShapes(db, 10, () => true)).toBeNull()
    expect(await loadGroundShapes(db, Infinity, () => false)).toBeNull()
  })

  it('gives a strong tag, 304 for a known tile, and lets a versioned one be kept', async () => {
    const { tiles } = (await get('/tiles/zones.json')).json<{ tiles: [string] }>()
    const url = new URL(tiles[0].replace('{z}/{x}/{y}', tileOf(inside(1, 1), 12)))
    const kept = await get(url.pathname + url.search)
    expect(kept.headers['cache-control']).toMatch(/immutable/)
    expect(kept.headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
    const plain = await get(url.pathname)
    expect(plain.headers['cache-control']).toBe('no-cache')
    expect(plain.headers.etag).toMatch(/^"[\w-]{16}"$/)
    expect((await get(url.pathname, { 'if-none-match': plain.headers.etag })).statusCode).toBe(304)
  })

  it('draws anew what an event changed, and only then', async () => {
    const url = `/tiles/zones/${tileOf(inside(3, 2), 14)}.mvt`
    const before = (await get(url)).headers.etag
    const id = await publish(api.store, 'sealed', units(village(0, 3, 2)))
    await caughtUp(api.live, api.store)
    expect(properties(await tile(url), 'zones').map((zone) => zone['id'])).toContain(id)
    await lift(api.store, id, 1)
    await caughtUp(api.live, api.store)
    expect(properties(await tile(url), 'zones').map((zone) => zone['id'])).not.toContain(id)
    expect((await get(url)).headers.etag).not.toBe(before) // the rest of the township is another version now
    const ground = `/tiles/basemap/${tileOf(inside(2, 1), 16)}.mvt`
    expect(properties(await tile(ground), 'places')).toEqual([])
    await importPlace(api.store, '第二小学')
    await caughtUp(api.live, api.store)
    expect(properties(await tile(ground), 'places')).toMatchObject([{ kind: 'school', name: '第二小学' }])
  })

  it('has nothing in the sea, and names what is no tile', async () => {
    expect((await get('/tiles/basemap/10/0/0.mvt')).statusCode).toBe(204)
    expect((await get('/tiles/zones/3/9/0.mvt')).json()).toMatchObject({ status: 422, code: 'no_such_tile' })
    expect((await get('/tiles/zones/17/0/0.mvt')).statusCode).toBe(422)
    expect((await get('/tiles/zones/a/0/0.mvt')).statusCode).toBe(400)
  })
})
