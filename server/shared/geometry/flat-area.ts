import type { MultiPolygon, Polygon } from 'geojson'

/**
 * A Polygon or MultiPolygon laid flat in shared memory, so that it passes between threads in no time: a nested array of
 * 50,000 positions takes 30 ms to copy. Coordinates are interleaved; `ringEnds` counts positions, `partEnds` rings.
 */
export type PackedArea = {
  type: 'Polygon' | 'MultiPolygon'
  coordinates: Float64Array
  ringEnds: Uint32Array
  partEnds: Uint32Array
}

/** Packs whatever has the form of an area; null where it has not, for others to say why. Altitudes are left behind. */
export function packArea(geometry: unknown): PackedArea | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates)) return null
  const parts: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  const flat = new Float64Array(new SharedArrayBuffer(16 * countVertices(geometry)))
  const [ringEnds, partEnds]: [number[], number[]] = [[], []]
  let at = 0
  for (const rings of parts) {
    if (!Array.isArray(rings)) return null
    for (const ring of rings as unknown[]) {
      if (!Array.isArray(ring)) return null
      for (const position of ring as unknown[]) {
        if (!Array.isArray(position) || typeof position[0] !== 'number' || typeof position[1] !== 'number') return null
        flat[at++] = position[0]
        flat[at++] = position[1]
      }
      ringEnds.push(at / 2)
    }
    partEnds.push(ringEnds.length)
  }
  return { type, coordinates: flat, ringEnds: Uint32Array.from(ringEnds), partEnds: Uint32Array.from(partEnds) }
}

/** The area again, every position an array of its own. */
export function unpackArea({ type, coordinates, ringEnds, partEnds }: PackedArea): Polygon | MultiPolygon {
  let [at, ring] = [0, 0]
  const parts = Array.from(partEnds, (partEnd) => {
    const rings: [number, number][][] = []
    for (; ring < partEnd; ring++) {
      const positions: [number, number][] = []
      for (const end = ringEnds[ring]!; at < end; at++) positions.push([coordinates[2 * at]!, coordinates[2 * at + 1]!])
      rings.push(positions)
    }
    return rings
  })
  return type === 'Polygon' ? { type, coordinates: parts[0] ?? [] } : { type, coordinates: parts }
}

/** Positions in anything that may be an area; what has not its form has none. */
export function countVertices(geometry: unknown): number {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  const parts: unknown[] = type === 'Polygon' ? [coordinates] : Array.isArray(coordinates) ? coordinates : []
  let count = 0
  for (const rings of parts) {
    if (Array.isArray(rings)) for (const ring of rings as unknown[]) count += Array.isArray(ring) ? ring.length : 0
  }
  return count
}
