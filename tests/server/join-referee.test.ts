import type { Position } from 'geojson'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinPolygons } from '#shared/geometry/join/join-polygons.ts'
import type { Store } from '../../server/store/connect.ts'
import { openTestDatabase } from '../support/databases.ts'
import { seeded, star } from '../unit/geometry/random.ts'

const random = seeded(77)
const ROUND = 60

/** A zone with strips of 12 m all about its edge, as a least gate set has them. */
function zoneWithStrips(corners: number): Position[][][] {
  const rounded = (ring: Position[]) => ring.map(([x, y]): Position => [Math.round(x! * 1e7) / 1e7, Math.round(y! * 1e7) / 1e7])
  const strips = Array.from({ length: ROUND }, () => {
    const [angle, turn, length] = [random() * 6.3, random() * 6.3, 2e-3 * random()]
    const [x, y] = [109.5 + 6e-3 * Math.cos(angle), 34.5 + 6e-3 * Math.sin(angle)]
    const [ux, uy] = [Math.cos(turn), Math.sin(turn)]
    const place = (along: number, left: number): Position => [x + along * ux - left * uy, y + along * uy + left * ux]
    const ring = [place(0, -6e-5), place(length, -6e-5), place(length, 6e-5), place(0, 6e-5)]
    return [rounded([...ring, ring[0]!])]
  })
  return [[rounded(star(random, [109.5, 34.5], 8e-3, corners))], ...strips]
}

describe('polygons joined, against PostGIS', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestDatabase('server')
  })
  afterAll(() => store.close())

  it('are what PostGIS makes of them on the same grid, within two of its steps, and valid', async () => {
    const cases = Array.from({ length: 60 }, (_, i) => zoneWithStrips(5 + i))
    const asked = cases.map((polygons) => ({ parts: { type: 'MultiPolygon', coordinates: polygons }, ours: joinPolygons(polygons) }))
    const { rows } = await sql<{ valid: boolean; apart: number; rings: number; theirs: number }>`
      with asked as (
        select ST_GeomFromGeoJSON(item -> 'ours') as ours, ST_UnaryUnion(ST_GeomFromGeoJSON(item -> 'parts'), 1e-7) as theirs
        from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) as t(item) offset 0)
      select ST_IsValid(ours) as valid, ST_NRings(ours) as rings, ST_NRings(theirs) as theirs,
        ST_Area(ST_SymDifference(ours, theirs)) / (ST_Perimeter(ours) * 1e-7) as apart
      from asked`.execute(store.db)
    expect(rows.filter(({ valid }) => !valid)).toEqual([])
    expect(rows.reduce((sum, { rings }) => sum + rings, 0)).toBeGreaterThan(300)
    expect(rows.map(({ rings }) => rings)).toEqual(rows.map(({ theirs }) => theirs))
    expect(Math.max(...rows.map(({ apart }) => apart))).toBeLessThan(2)
  })
})
