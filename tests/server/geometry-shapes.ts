import type { MultiPolygon } from 'geojson'
import { square } from '../unit/geometry/random.ts'

type Ring = [number, number][]

/**
 * A random MultiPolygon on a small grid, so that corners, edges and rings meet in every way there is: scribbles that
 * cross themselves, boxes side by side, holes that touch, cross, nest or lie outside, doubled corners and spikes.
 * Every third one is moved off the grid by a slant, so that meetings are no longer exact.
 */
export function randomArea(random: () => number, turn: number): MultiPolygon {
  const pick = (n: number) => Math.floor(random() * n)
  const parts = random() < 0.6 ? 1 : 2 + pick(2)
  const coordinates = Array.from({ length: parts }, (): Ring[] => {
    const style = pick(5)
    if (style === 0) return [scribble(random, 3 + pick(4))]
    if (style === 1) return [scribble(random, 3 + pick(2)), scribble(random, 3)]
    const side = 2 + pick(6)
    const [x, y] = [pick(9 - side), pick(9 - side)]
    const shell = square(x, y, side)
    const holes = Array.from({ length: pick(4) * pick(2) }, (): Ring =>
      style === 2
        ? diamond(x + 1 + pick(side), y + 1 + pick(side), 1)
        : square(x + pick(side), y + pick(side), 1 + pick(style === 3 ? 4 : 2)),
    )
    return [style === 4 ? spoilt(random, shell) : shell, ...holes]
  })
  const slant = ([x, y]: [number, number]): [number, number] =>
    turn % 3 === 0 ? [x * 0.7 + y * 0.1 + 0.3, y * 0.9 - x * 0.3 + 0.1] : [x, y]
  return { type: 'MultiPolygon', coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(slant))) }
}

function scribble(random: () => number, corners: number): Ring {
  const ring = Array.from({ length: corners }, (): [number, number] => [
    Math.floor(random() * 9),
    Math.floor(random() * 9),
  ])
  return [...ring, ring[0]!]
}

function diamond(x: number, y: number, reach: number): Ring {
  return [[x, y - reach], [x + reach, y], [x, y + reach], [x - reach, y], [x, y - reach]]
}

/** A ring with a doubled corner, a spike or a notch that touches the other side. */
function spoilt(random: () => number, ring: Ring): Ring {
  const at = 1 + Math.floor(random() * (ring.length - 2))
  const [x, y] = ring[at]!
  const kind = Math.floor(random() * 3)
  const added: Ring =
    kind === 0
      ? [[x, y]]
      : kind === 1
        ? [[x, y], [x + 1, y + 1], [x, y]]
        : [[x, y], [x - 1, y + (random() < 0.5 ? 1 : -1)]]
  return [...ring.slice(0, at), ...added, ...ring.slice(at)]
}
