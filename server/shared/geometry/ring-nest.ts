import type { Position } from 'geojson'
import { ringSide } from './contains-point.ts'
import { signedArea } from './ring-direction.ts'

/**
 * Polygons from shells and holes that neither cross nor touch along edges: each hole goes to the smallest shell
 * round it.
 */
export function nestRings(shells: Position[][], holes: Position[][]): Position[][][] {
  const polygons = shells
    .map((shell) => ({ rings: [shell], size: Math.abs(signedArea(shell)) }))
    .sort((a, b) => a.size - b.size)
  for (const hole of holes) {
    const size = Math.abs(signedArea(hole))
    polygons.find((p) => p.size > size && encloses(p.rings[0]!, hole))?.rings.push(hole)
  }
  return polygons.map(({ rings }) => rings)
}

function encloses(shell: Position[], hole: Position[]): boolean {
  // a hole may touch its shell in a corner: the first corner off the shell decides
  for (const [x, y] of hole) {
    const side = ringSide(shell, x!, y!)
    if (side !== 0) return side > 0
  }
  return false
}
