import Flatbush from 'flatbush'
import { edgeCount, type RingTable } from './ring-table.ts'

/** The bounds of every edge in the table, by the number of the corner that starts it. */
export function edgeIndex(table: RingTable): Flatbush {
  const { x, y, next } = table
  const count = edgeCount(table)
  const index = new Flatbush(count)
  for (let v = 0; v < count; v++) {
    const w = next[v]!
    index.add(Math.min(x[v]!, x[w]!), Math.min(y[v]!, y[w]!), Math.max(x[v]!, x[w]!), Math.max(y[v]!, y[w]!))
  }
  index.finish()
  return index
}
