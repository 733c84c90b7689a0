import { MOTORWAY } from './layout.ts'
import { along, lengthOf, shift, spline } from './polyline.ts'
import { add, left, scale, sub } from './vector.ts'
import type { Road } from './road.ts'
import type { Xy } from './vector.ts'


export type Interchange = { name: string; toll: Xy; end: Xy; pieces: Road[] }

const MEDIAN = 11

/** A trumpet, seen from the motorway: x runs east along it, y to the south of it; true marks the deck over the carriageways. */
const TRUMPET: readonly { line: readonly Xy[]; deck?: boolean }[] = [
  { line: [[-430, MEDIAN], [-300, 24], [-170, 78], [-75, 190], [-22, 330], [0, 430]] },
  { line: [[0, 430], [24, 330], [80, 195], [175, 80], [305, 25], [440, MEDIAN]] },
  { line: [[360, -MEDIAN], [260, -30], [190, -105], [110, -165], [40, -160], [2, -110], [-7, -48]] },
  { line: [[-7, -48], [-7, 0], [-7, 48]], deck: true },
  { line: [[-7, 48], [-8, 160], [-7, 300], [0, 430]] },
  { line: [[0, 430], [9, 300], [8, 160], [7, 48]] },
  { line: [[7, 48], [7, 0], [7, -48]], deck: true },
  { line: [[7, -48], [16, -92], [52, -122], [98, -112], [118, -74], [100, -36], [50, -17], [-60, -MEDIAN]] },
]

/** The motorway's two carriageways with a trumpet interchange and toll gate at each given easting. */
export const makeMotorway = (exits: readonly { name: string; east: number }[]): { carriageways: Road[]; exits: Interchange[] } => {
  const axis = spline(MOTORWAY, 120)
  const north = shift(axis, () => MEDIAN)
  const south = shift(axis, () => -MEDIAN)
  const made = exits.map(({ name, east }): Interchange => {
    const before = axis.filter((p) => p[0] < east)
    // Along the motorway and across it, so that ramps leave a curve as gently as a straight.
    const world = (p: Xy): Xy => {
      const { at, direction } = along(axis, lengthOf(before) + p[0])
      return add(at, scale(left(direction), -p[1]))
    }
    const pieces = TRUMPET.map(({ line, deck }): Road => {
      const bent = spline(line.map(world), deck ? 48 : 14)
      return { class: 'motorway_link', name, ref: '', line: bent, oneway: true, ...(deck ? { bridge: true, layer: 1 } : {}) }
    })
    // Ramps leave and join the carriageways at a shared vertex.
    for (const [k, first, carriageway] of [[0, true, south], [1, false, south], [2, true, north], [7, false, north]] as const) {
      const piece = pieces[k]!.line
      const ramp = first ? piece[0]! : piece.at(-1)!
      const i = carriageway.findIndex((p, n) => n > 0 && carriageway[n - 1]![0] <= ramp[0] && p[0] > ramp[0])
      const [a, b] = [carriageway[i - 1]!, carriageway[i]!]
      const d = sub(b, a)
      const t = ((ramp[0] - a[0]) * d[0] + (ramp[1] - a[1]) * d[1]) / (d[0] * d[0] + d[1] * d[1])
      const join = add(a, scale(d, t))
      carriageway.splice(i, 0, join)
      piece[first ? 0 : piece.length - 1] = join
    }
    const toll = world([0, 430])
    pieces.push({ class: 'motorway_link', name, ref: '', line: [toll, world([0, 470]), world([0, 520])] })
    return { name, toll, end: world([0, 520]), pieces }
  })
  const motorway = { class: 'motorway' as const, name: '云原高速', ref: 'G9901', oneway: true }
  return { carriageways: [{ ...motorway, line: south }, { ...motorway, line: [...north].reverse() }], exits: made }
}
