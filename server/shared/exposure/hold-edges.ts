import type { PreparedArea } from '../geometry/prepare-area.ts'

/** Edges from (ax, ay) to (bx, by), degrees, the inside on their left. */
export type EdgeColumns = Pick<PreparedArea, 'ax' | 'ay' | 'bx' | 'by'>

/**
 * The edges of an area with their longitudes held between two meridians: cut there, and what lies beyond laid along the
 * meridian. Between the two they cover what the given ones cover.
 */
export function holdEdges({ ax, ay, bx, by }: EdgeColumns, west: number, east: number): EdgeColumns {
  const held: Record<keyof EdgeColumns, number[]> = { ax: [], ay: [], bx: [], by: [] }
  const hold = (x: number) => Math.max(west, Math.min(east, x))
  for (let i = 0; i < ax.length; i++) {
    const wide = bx[i]! - ax[i]!
    const share = (meridian: number) => (wide === 0 ? 0 : (meridian - ax[i]!) / wide)
    const cuts = [share(west), share(east)].filter((at) => at > 0 && at < 1).sort((a, b) => a - b)
    let x = hold(ax[i]!)
    let y = ay[i]!
    for (const at of [...cuts, 1]) {
      const nextX = at === 1 ? hold(bx[i]!) : hold(ax[i]! + at * wide)
      const nextY = at === 1 ? by[i]! : ay[i]! + at * (by[i]! - ay[i]!)
      // what lies on the eastern one covers nothing
      if (x < east || nextX < east) {
        held.ax.push(x)
        held.ay.push(y)
        held.bx.push(nextX)
        held.by.push(nextY)
      }
      x = nextX
      y = nextY
    }
  }
  return {
    ax: Float64Array.from(held.ax), ay: Float64Array.from(held.ay), bx: Float64Array.from(held.bx), by: Float64Array.from(held.by),
  }
}
