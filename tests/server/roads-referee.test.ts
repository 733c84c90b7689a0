import type { MultiPolygon } from 'geojson'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareArea } from '#shared/geometry/prepare-area.ts'
import { buildGraph } from '#shared/roads/build-graph.ts'
import { edgeCount, headOf, nodeCount, nodePosition, type RoadGraph } from '#shared/roads/graph.ts'
import { MODE_BITS, secondsPerM, type Mode } from '#shared/roads/mode.ts'
import { placeAlong } from '#shared/roads/place-along.ts'
import { rawCrossings } from '#shared/roads/raw-crossings.ts'
import { travel } from '#shared/roads/travel.ts'
import type { Store } from '../../server/store/connect.ts'
import { readRoads } from '../../server/store/roads.ts'
import { openTestDatabase } from '../support/databases.ts'
import { seeded, star } from '../unit/geometry/random.ts'
import { cutByOsmNodes, importMap } from './roads-fixture.ts'

const random = seeded(55)

describe('the road graph of Krems against pgRouting', () => {
  let store: Store
  let graph: RoadGraph
  /** Our node of each OSM node that is one. */
  let nodeOf: Map<number, number>
  beforeAll(async () => {
    store = await openTestDatabase('server')
    await importMap(store, 'krems.osm.pbf')
    await sql`create extension pgrouting`.execute(store.db)
    await cutByOsmNodes(store, 'krems.osm.pbf')
    // pgRouting knows no barriers
    const whole = buildGraph(await readRoads(store.db))
    graph = { ...whole, nodeStops: new Uint8Array(whole.nodeStops.length) }
    const key = (x: number, y: number) => `${x.toFixed(7)},${y.toFixed(7)}`
    const at = new Map(Array.from({ length: nodeCount(graph) }, (_, node) => [key(...placeAlong(graph, nodePosition(graph, node))), node]))
    const { rows } = await sql<{ id: number; x: number; y: number }>`
      select distinct n.id, n.x, n.y from stretches s join osm_nodes n on n.id in (s.source, s.target)`.execute(store.db)
    nodeOf = new Map(rows.flatMap(({ id, x, y }) => (at.has(key(x, y)) ? [[id, at.get(key(x, y))!]] : [])))
    expect(nodeOf.size).toBe(rows.length)
  })
  afterAll(() => store.close())

  it('has the same stretches of the same lengths', async () => {
    const { rows: [told] } = await sql<{ count: number; metres: number }>`select count(*) as count, sum(metres) as metres from stretches`.execute(store.db)
    // barriers that stand between junctions cut our roads once more
    const cuts = nodeCount(graph) - nodeOf.size
    expect(edgeCount(graph) - cuts).toBe(told!.count)
    expect(told!.count).toBeGreaterThan(1000)
    expect(Math.abs(graph.edgeM.reduce((sum, metres) => sum + metres, 0) / told!.metres - 1)).toBeLessThan(1e-6)
  })

  it('has the same components', async () => {
    const { rows } = await sql<{ component: number; node: number }>`
      select component, node from pgr_connectedComponents('select id, source, target, 1 as cost from stretches')`.execute(store.db)
    const part = components(graph)
    const pairs = new Set(rows.map(({ component, node }) => `${component} ${part[nodeOf.get(node)!]}`))
    expect(rows).toHaveLength(nodeOf.size)
    expect(pairs.size).toBe(new Set(rows.map(({ component }) => component)).size)
    expect(pairs.size).toBe(new Set(part).size)
  })

  it.each<Mode>(['car', 'foot', 'emergency'])('has the same shortest times by %s between 1,000 random pairs', async (mode) => {
    const { along, against } = MODE_BITS[mode]
    const roads = Array.from(graph.id, (id, road) => ({
      way: id,
      pace: secondsPerM(mode, graph.class[road]!),
      along: (graph.use[road]! & along) !== 0,
      against: (graph.use[road]! & against) !== 0,
    }))
    await sql`drop table if exists paces`.execute(store.db)
    await sql`create table paces as select * from jsonb_to_recordset(${JSON.stringify(roads)}::jsonb)
      as t(way bigint, pace float8, along bool, against bool)`.execute(store.db)
    const ids = [...nodeOf.keys()]
    const pick = () => ids[Math.floor(random() * ids.length)]!
    const sources = Array.from({ length: 50 }, pick)
    const pairs = sources.flatMap((source) => Array.from({ length: 20 }, () => ({ source, target: pick() })))
    const { rows } = await sql<{ from: number; to: number; cost: number }>`
      select start_vid as "from", end_vid as "to", agg_cost as cost from pgr_dijkstraCost(
        ${`select s.id, source, target, case when p.along then metres * pace else -1 end as cost,
          case when p.against then metres * pace else -1 end as reverse_cost from stretches s join paces p using (way)`},
        ${`select source, target from (values ${pairs.map(({ source, target }) => `(${source}::bigint, ${target}::bigint)`).join()}) as t(source, target)`},
        true)`.execute(store.db)
    const told = new Map(rows.map(({ from, to, cost }) => [`${from} ${to}`, cost]))
    let reached = 0
    for (const source of sources) {
      const { toNode } = travel(graph, { mode, direction: 'from', spots: [], nodes: [nodeOf.get(source)!], blocks: new Map() })
      for (const pair of pairs.filter((pair) => pair.source === source && pair.target !== source)) {
        const ours = toNode[nodeOf.get(pair.target)!]!
        const theirs = told.get(`${source} ${pair.target}`) ?? Infinity
        if (theirs === Infinity) expect(ours).toBe(Infinity)
        else expect(Math.abs(ours - theirs)).toBeLessThan(0.001 + 1e-6 * theirs)
        if (ours < Infinity) reached += 1
      }
    }
    expect(reached).toBeGreaterThan(300)
  })
})

describe('crossings against PostGIS', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase('server')
    await importMap(store, 'krems.osm.pbf')
    await importMap(store, 'monaco-latest.osm.pbf')
  })
  afterAll(() => store.close())

  it('finds the same crossings of 200 random zones over Krems and Monaco', async () => {
    const graph = buildGraph(await readRoads(store.db))
    const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
    const zones = Array.from({ length: 200 }, (_, i): MultiPolygon => {
      // round a corner of some road, so that every zone has roads
      const p = Math.floor(random() * (graph.coordinates.length / 2))
      const shell = star(random, placeAlong(graph, p), 0.001 + 0.007 * random(), 5 + (i % 60))
      return { type: 'MultiPolygon', coordinates: [[shell.map(([x, y]) => [round(x), round(y)])]] }
    })
    const { rows } = await sql<{ zone: number; road: number; x: number; y: number }>`
      with zones as (
        select ordinality - 1 as zone, st_boundary(st_geomfromgeojson(item)) as edge
        from jsonb_array_elements(${JSON.stringify(zones)}::jsonb) with ordinality as t(item, ordinality) offset 0)
      select zone, r.id as road, st_x(d.geom) as x, st_y(d.geom) as y
      from zones join roads r on r.geom && edge and st_intersects(r.geom, edge) and r.class <> 'rail'
      cross join lateral st_dump(st_intersection(r.geom, edge)) d`.execute(store.db)
    expect(rows.length).toBeGreaterThan(2000)
    let compared = 0
    for (const [i, zone] of zones.entries()) {
      const told = rows.filter((row) => row.zone === i)
      const ours = rawCrossings(graph, prepareArea(zone)).map(({ road, at }) => ({ road: graph.id[road]!, at: placeAlong(graph, at) }))
      expect([i, ours.length]).toEqual([i, told.length])
      for (const { road, at: [x, y] } of ours) {
        expect(told.some((row) => row.road === road && Math.abs(row.x - x) < 1e-9 && Math.abs(row.y - y) < 1e-9)).toBe(true)
        compared += 1
      }
    }
    expect(compared).toBe(rows.length)
  })
})

/** The part of the network that each node belongs to, named by one of its nodes. */
function components(graph: RoadGraph): Int32Array {
  const part = new Int32Array(nodeCount(graph)).fill(-1)
  for (let seed = 0; seed < part.length; seed++) {
    if (part[seed] !== -1) continue
    const queue = [seed]
    part[seed] = seed
    for (let node = queue.pop(); node !== undefined; node = queue.pop())
      for (let i = graph.nodeHalves[node]!; i < graph.nodeHalves[node + 1]!; i++) {
        const other = headOf(graph, graph.halves[i]!)
        if (part[other] !== -1) continue
        part[other] = seed
        queue.push(other)
      }
  }
  return part
}
