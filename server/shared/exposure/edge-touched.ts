import type Flatbush from 'flatbush'
import { edgeMeetsBox } from '../geometry/edge-meets-box.ts'
import type { PreparedArea } from '../geometry/prepare-area.ts'

/** The boxes of an index that an edge of the area runs through or touches; every other box lies wholly in or out. */
export function edgeTouched(area: PreparedArea, boxes: Flatbush): Set<number> {
  const touched = new Set<number>()
  const { ax, ay, bx, by } = area
  for (let i = 0; i < ax.length; i++) {
    const [x0, y0, x1, y1] = [ax[i]!, ay[i]!, bx[i]!, by[i]!]
    boxes.search(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), (row, w, s, e, n) => {
      if (!touched.has(row) && edgeMeetsBox(x0, y0, x1, y1, w, s, e, n)) touched.add(row)
      return false
    })
  }
  return touched
}
