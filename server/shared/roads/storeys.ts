import type { RoadColumns } from './road-columns.ts'

/** A road's passage through a place where roads of several storeys meet. */
export type Passage = { level: number; isEnd: boolean; dx: number; dy: number }

/**
 * Which passages through one place are joined: a number for each level.
 *
 *      bridge            A storey that goes on through the place (a road has a corner there, or two roads' ends
 *   ═══╪═══ level 1      lie opposite each other) is a storey of its own: the bridge is not joined to the street
 *      │ street          below it. A storey that only ends there is the foot of a bridge or the mouth of a tunnel,
 *                        and joins the nearest storey that goes on, or the other ends.
 */
export function joinStoreys(passages: readonly Passage[]): Map<number, number> {
  const levels = [...new Set(passages.map(({ level }) => level))]
  const through = levels.filter((level) => goesOn(passages.filter((passage) => passage.level === level)))
  return new Map(levels.map((level) => [level, through.includes(level) ? level : (nearest(level, through) ?? levels[0]!)]))
}

function goesOn(passages: readonly Passage[]): boolean {
  if (passages.some(({ isEnd }) => !isEnd)) return true
  // two ends opposite each other, by more than 120°
  return passages.some((a, i) => passages.slice(i + 1).some((b) => a.dx * b.dx + a.dy * b.dy < -0.5))
}

function nearest(level: number, levels: readonly number[]): number | undefined {
  return levels.toSorted((a, b) => Math.abs(a - level) - Math.abs(b - level))[0]
}

/** How a road comes to one of its positions: the direction in which an end leaves the place, as a unit vector. */
export function passageAt({ start, level, coordinates }: RoadColumns, road: number, position: number): Passage {
  const isFirst = position === start[road]
  const isEnd = isFirst || position === start[road + 1]! - 1
  const next = isFirst ? position + 1 : position - 1
  const dx = coordinates[2 * next]! - coordinates[2 * position]!
  const dy = coordinates[2 * next + 1]! - coordinates[2 * position + 1]!
  const length = Math.hypot(dx, dy) || 1
  return { level: level[road]!, isEnd, dx: dx / length, dy: dy / length }
}
