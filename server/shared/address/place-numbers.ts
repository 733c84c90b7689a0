import type { NumberToken } from './number-token.ts'
import type { AddressNumber, NumberRole } from './parsed-address.ts'

const roadEnd = /(?:[路街巷弄]|大道|胡同)$/

/** The numbers met so far, and where the last one stood. */
export type NumberPlaces = { numbers: AddressNumber[]; flat: string[]; lastAt: number }

/** What the units leave open: a bare chain 2-1-301 is building, unit and room; 2-301 building and room. */
function splitChain(values: string[], unit: NumberToken['unit'], hasBuilding: boolean): string[][] {
  const long = (value: string | undefined): boolean => /^\d{3,}/.test(value ?? '')
  const rooms = unit === 'r' || unit === null
  if (hasBuilding && rooms && values.length <= 3) {
    const kinds = ['r', 'ur', 'ufr'][values.length - 1] ?? 'r'
    return [[], values.map((value, i) => `${kinds[i]}${value}`)]
  }
  if (rooms && values.length === 3) return [values.slice(0, 1), [`u${values[1]}`, `r${values[2]}`]]
  if (rooms && values.length === 2 && (unit === 'r' || long(values[1]))) return [values.slice(0, 1), [`r${values[1]}`]]
  if (unit === 'u' && values.length === 2) return [values.slice(0, 1), [`u${values[1]}`]]
  return [[values.join('-')], []]
}

/**
 * Files a number token that stands after `name`: as one that finds the building, or below it as unit, floor or room.
 * 12# is a house on a road and a building elsewhere; 3楼 right behind another number is a floor, else a building.
 */
export function placeNumber(places: NumberPlaces, token: NumberToken, name: string): void {
  const at = name.length
  const behind = places.lastAt === at && places.numbers.length > 0
  const hasBuilding = behind && places.numbers.some((number) => number.role === 'building' || number.role === 'house')
  places.lastAt = at
  const push = (role: NumberRole, value: string): void => {
    places.numbers.push({ role, value, at })
  }
  const { unit, values } = token
  if (unit === 'f' || (unit === 'storey' && behind)) places.flat.push(`f${values.join('-')}`)
  else if (unit === 'storey') push('building', values.join('-'))
  else if (unit === 'sharp') push(roadEnd.test(name) && !behind ? 'house' : 'building', values.join('-'))
  else if (unit === 'u' || unit === 'r' || unit === null) {
    if ((unit === 'u' && values.length === 1) || (unit === 'r' && values.length === 1)) {
      places.flat.push(`${unit}${values[0]}`)
      return
    }
    const [above = [], below = []] = splitChain(values, unit, hasBuilding)
    for (const value of above) push(below.length > 0 ? 'building' : 'bare', value)
    places.flat.push(...below)
  } else push(unit, values.join('-'))
}
