import type { Position } from 'geojson'

const SCALE = 1e7

/** Where the nodes are that ways need: 16 bytes a node, filled by one pass, looked up by the next. */
export interface NodeLocations {
  set: (id: number, lng: number, lat: number) => void
  get: (id: number) => Position | undefined
  size: number
}

/** A growing list of node ids, with repetitions, kept outside the heap's objects. */
export function createIdList(): { push: (id: number) => void; sorted: () => Float64Array } {
  let ids = new Float64Array(1 << 16)
  let length = 0
  return {
    push: (id) => {
      if (length === ids.length) {
        const larger = new Float64Array(ids.length * 2)
        larger.set(ids)
        ids = larger
      }
      ids[length] = id
      length += 1
    },
    sorted: () =>
      ids
        .slice(0, length)
        .sort()
        .filter((id, at, all) => at === 0 || id !== all[at - 1]),
  }
}

/**
 * Room for the given ids, which must be sorted and distinct. Coordinates are kept to 7 decimals, OSM's own precision.
 */
export function createNodeLocations(ids: Float64Array): NodeLocations {
  const lng = new Int32Array(ids.length)
  const lat = new Int32Array(ids.length)
  const known = new Uint8Array(ids.length)
  return {
    size: ids.length,
    set: (id, x, y) => {
      const at = indexOf(ids, id)
      if (at < 0) return
      lng[at] = Math.round(x * SCALE)
      lat[at] = Math.round(y * SCALE)
      known[at] = 1
    },
    get: (id) => {
      const at = indexOf(ids, id)
      return at < 0 || known[at] === 0 ? undefined : [(lng[at] ?? 0) / SCALE, (lat[at] ?? 0) / SCALE]
    },
  }
}

function indexOf(ids: Float64Array, id: number): number {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = ids[middle] ?? 0
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
