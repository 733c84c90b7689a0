import type { Building } from './building.ts'
import type { Random } from './random.ts'

/** People and households by building: dwellings × occupancy × household size, then scaled so that the county holds `total`. */
export const countPeople = (random: Random, buildings: readonly Building[], total: number): Map<Building, { people: number; households: number }> => {
  const homes = buildings.filter((b) => b.flats > 0)
  const raw = homes.map((b) => {
    const size = b.units === 0 ? random.range(2.6, 5.2) : random.range(2.5, 3.2)
    return { size, people: b.flats * size * (b.units === 0 ? 1 : random.range(0.78, 0.97)) }
  })
  const factor = total / raw.reduce((sum, r) => sum + r.people, 0)
  return new Map(homes.map((b, i) => {
    const { size, people } = raw[i]!
    const counted = Math.max(1, Math.round(people * factor))
    return [b, { people: counted, households: Math.max(1, Math.min(b.flats, Math.round(counted / size))) }]
  }))
}
