import type { MultiPolygon, Polygon } from 'geojson'
import type { DraftContent, ZoneDefinition } from '#shared/schema/zone.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import { indexFigures } from '#shared/exposure/index-figures.ts'
import type { Actor } from '../../server/domain/actor.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import { readRulePacks } from '../../server/rule-packs.ts'
import type { Store } from '../../server/store/connect.ts'
import { toGeom } from '../../server/store/geometry.ts'

// A county of two townships on a crooked lattice: every cell is a village, cells share their corners exactly, and a
// building with 100 people in 40 households stands in each.
//
//   +--+--+--+--+--+--+--+--+
//   |  township 1 |  township 2 |     4 × 4 cells each
//   +--+--+--+--+--+--+--+--+

export const COUNTY = '990101000000'
export const TOWNSHIPS = ['990101001000', '990101002000'] as const
const CELLS = 4

/** The code of the village in column 0–3 and row 0–3 of a township. */
export const village = (township: 0 | 1, column: number, row: number): string =>
  `${TOWNSHIPS[township].slice(0, 9)}${String(row * CELLS + column + 1).padStart(3, '0')}`

const node = (i: number, j: number): [number, number] => {
  const wobble = (seed: number) => ((Math.sin(seed) * 43758.5453) % 1) * 0.003
  const at = (base: number, step: number, seed: number) => Number((base + step * 0.01 + wobble(seed)).toFixed(7))
  return [at(109.5, i, i * 12.9898 + j * 78.233), at(34.5, j, i * 39.346 + j * 11.135)]
}

/** The ground of the cells from column `i0` to before `i1` and row `j0` to before `j1`, with every node on its edge. */
export function block(i0: number, j0: number, i1: number, j1: number): Polygon {
  const ring: [number, number][] = []
  for (let i = i0; i < i1; i++) ring.push(node(i, j0))
  for (let j = j0; j < j1; j++) ring.push(node(i1, j))
  for (let i = i1; i > i0; i--) ring.push(node(i, j1))
  for (let j = j1; j > j0; j--) ring.push(node(i0, j))
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

const multi = ({ coordinates }: Polygon): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [coordinates] })

export async function loadCounty(store: Store): Promise<void> {
  await store.db.insertInto('datasets').values({ source: 'test', title: 'test', title_en: null, licence: null, as_of: '2022-01-01', synthetic: true }).execute()
  const area = (code: string, level: 'county' | 'township' | 'village', parent: string | null, ground: Polygon) =>
    ({ code, level, parent_code: parent, name: `地区 ${code}`, name_en: null, geom: toGeom(multi(ground)), source: 'test', source_id: code, as_of: '2022-01-01' })
  const villages = [0, 1].flatMap((t) =>
    Array.from({ length: CELLS * CELLS }, (_, n) => {
      const [column, row] = [n % CELLS, Math.floor(n / CELLS)]
      const i = t * CELLS + column
      return area(village(t as 0 | 1, column, row), 'village', TOWNSHIPS[t]!, block(i, row, i + 1, row + 1))
    }),
  )
  await store.db.transaction().execute((trx) =>
    trx.insertInto('areas').values([
      area(COUNTY, 'county', null, block(0, 0, 2 * CELLS, CELLS)),
      area(TOWNSHIPS[0], 'township', COUNTY, block(0, 0, CELLS, CELLS)),
      area(TOWNSHIPS[1], 'township', COUNTY, block(CELLS, 0, 2 * CELLS, CELLS)),
      ...villages,
    ]).execute(),
  )
}

/** The county's figures, with `people` in each building. */
export function countyFigures(people = 100): PopulationFigures {
  const points = Array.from({ length: 2 * CELLS * CELLS }, (_, n) => {
    const [[x0, y0], [x1, y1]] = [node(n % 8, Math.floor(n / 8)), node((n % 8) + 1, Math.floor(n / 8) + 1)]
    return [(x0 + x1) / 2, (y0 + y1) / 2] as const
  })
  const column = (pick: (point: readonly [number, number]) => number) => points.map(pick)
  return {
    sources: [{ source: 'census', title: '普查', date: '2020-11-01', method: 'counted', basis: 'building' }],
    buildings: {
      lng: column(([x]) => x), lat: column(([, y]) => y),
      west: column(([x]) => x - 1e-4), south: column(([, y]) => y - 1e-4), east: column(([x]) => x + 1e-4), north: column(([, y]) => y + 1e-4),
      people: column(() => people), households: column(() => 40), source: column(() => 0),
    },
    cells: { west: [], south: [], east: [], north: [], people: [], households: [], source: [] },
    places: { lng: [], lat: [], kind: [], id: [] },
  }
}

export const NOW = new Date('2022-03-16T08:00:00Z')
const { byId: packs } = await readRulePacks()
export const zoneDepsOf = (store: Store): ReviewDeps =>
  ({ store, now: () => NOW, figures: indexFigures(countyFigures()), packs, review: { reviewHours: 4, fastLaneReviewHours: 2, minHouseholds: 10 } })

/** Another person than `actor()`, who did not write what is reviewed. */
export const reviewer = (areaCode: string | null = null): Actor =>
  ({ userId: 9002, username: 'reviewer', post: '审核岗 reviewer', roles: ['reviewer'], areaCode })

export const actor = (areaCode: string | null = null, roles: Role[] = ['drafter', 'publisher']): Actor =>
  ({ userId: 9001, username: 'planner', post: '区划岗 planner', roles, areaCode })

export const units = (...codes: string[]): ZoneDefinition => ({ type: 'units', codes })
export const ring = (...codes: string[]): ZoneDefinition => ({ type: 'units', codes, minus_stricter: true })
export const restOf = (area: string): ZoneDefinition => ({ type: 'rest_of', area })
export const drawn = (geometry: unknown): ZoneDefinition => ({ type: 'drawn', geometry })

export const content = (definition: ZoneDefinition, more: Partial<DraftContent> = {}): DraftContent => ({
  name: '示范封控区',
  definition,
  rule_pack: 'three-zones-2021',
  measures: [{ zh: '足不出户、服务上门', en: 'Nobody leaves home; services come to the door' }],
  legal_basis: { number: '示防指〔2022〕1号', issuer: '示范县防控指挥部', date: '2022-03-15' },
  reason: '新增病例',
  authority: '示范县防控指挥部',
  review_by: '2030-03-30T00:00:00.000Z',
  audience: 'public',
  ...more,
})

export const LIFT = {
  reason: '连续 14 天无新增',
  authority: '示范县防控指挥部',
  legal_basis: { number: '示防指〔2022〕9号', issuer: '示范县防控指挥部', date: '2022-04-01' },
}
