import type { Polygon } from 'geojson'
import { collectRoads } from '#shared/roads/collect-roads.ts'
import type { RoadColumns } from '#shared/roads/road-columns.ts'
import { seededRandom } from '../random.ts'

const [WEST, SOUTH] = [109, 34]
/** A block is 100 m wide. */
const STEP = 1e-3
const PER_ROAD = 4

/**
 * A town without end, the same for the same seed: a jittered lattice of `side` × `side` junctions, every tenth street a
 * primary road, one stretch in eight missing, half of them bent, cut into roads of four stretches. About 1.75 · side² edges.
 */
export function referenceRoads(side: number, seed = 1): RoadColumns {
  const random = seededRandom(seed)
  const jitter = Float64Array.from({ length: 2 * side * side }, () => (random() - 0.5) * 0.5 * STEP)
  const roads = collectRoads()
  let id = 0
  const at = (i: number, j: number) => {
    const n = 2 * (j * side + i)
    return [round(WEST + i * STEP + jitter[n]!), round(SOUTH + j * STEP + jitter[n + 1]!)]
  }
  for (const across of [true, false])
    for (let line = 0; line < side; line++) {
      let road: number[][] = []
      const end = () => {
        if (road.length > 1) add(line, road)
        road = []
      }
      for (let k = 0; k + 1 < side; k++) {
        if (random() < 0.125) {
          end()
          continue
        }
        const [from, to] = across ? [at(k, line), at(k + 1, line)] : [at(line, k), at(line, k + 1)]
        if (road.length === 0) road.push(from)
        if (random() < 0.5) road.push([round((from[0]! + to[0]!) / 2 + 0.05 * STEP * random()), round((from[1]! + to[1]!) / 2)])
        road.push(to)
        if (k % PER_ROAD === PER_ROAD - 1) end()
      }
      end()
    }
  return roads.finish()

  function add(line: number, coordinates: number[][]): void {
    const name = line % 3 === 0 ? `路${line}` : null
    roads.add({
      id: (id += 1), class: line % 10 === 0 ? 'primary' : 'residential', name, nameEn: null, ref: null, oneway: false,
      bridge: false, tunnel: false, layer: 0, tags: {}, coordinates,
    })
  }
}

/** A drawn outline of `vertices` corners somewhere in the town, `radiusM` metres from its middle at most. */
export function referenceOutline(random: () => number, side: number, radiusM: number, vertices: number): Polygon {
  const reach = radiusM / 111_000
  const span = side * STEP - 2.4 * reach
  const [x, y] = [WEST + 1.2 * reach + random() * span, SOUTH + 1.2 * reach + random() * span]
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = ((i + 0.6 * random()) / vertices) * 2 * Math.PI
    const r = reach * (0.8 + 0.1 * Math.sin(3 * angle) + 0.1 * random())
    return [round(x + 1.2 * r * Math.cos(angle)), round(y + r * Math.sin(angle))]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
