import { byteWriter, makeRoom, putSigned, writeSigned, writeVarint, type ByteWriter } from './byte-writer.ts'

const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7] as const

/** Writes the geometry of one feature as commands (MVT 2.1, 4.3), in whole tile units. */
export type Pen = { out: ByteWriter; x: number; y: number }

export const createPen = (): Pen => ({ out: byteWriter(1024), x: 0, y: 0 })

/** Begins another feature. */
export function lift(pen: Pen): void {
  pen.out.length = pen.x = pen.y = 0
}

export function penPoint(pen: Pen, x: number, y: number): void {
  writeVarint(pen.out, (1 << 3) | MOVE_TO)
  writeSigned(pen.out, x - pen.x)
  writeSigned(pen.out, y - pen.y)
  pen.x = x
  pen.y = y
}

/** An open line of x, y, x, y …, two vertices at least. */
export function penLine(pen: Pen, line: readonly number[]): void {
  penPoint(pen, line[0]!, line[1]!)
  writeVarint(pen.out, ((line.length / 2 - 1) << 3) | LINE_TO)
  makeRoom(pen.out, 5 * line.length)
  const { bytes } = pen.out
  let at = pen.out.length
  for (let i = 2; i < line.length; i++) at = putSigned(bytes, at, line[i]! - line[i - 2]!)
  pen.out.length = at
  pen.x = line[line.length - 2]!
  pen.y = line[line.length - 1]!
}

/** A closed ring of x, y, x, y …, the other way round where `reversed`. */
export function penRing(pen: Pen, ring: readonly number[], reversed = false): void {
  const { out } = pen
  const vertices = ring.length / 2 - 1 // the last is the first again
  penPoint(pen, ring[0]!, ring[1]!)
  writeVarint(out, ((vertices - 1) << 3) | LINE_TO)
  makeRoom(out, 10 * vertices + 1)
  // the bytes and the place in them at hand: most of a tile's time goes by here
  const { bytes } = out
  let at = out.length
  let fromX = pen.x
  let fromY = pen.y
  for (let i = 1; i < vertices; i++) {
    const vertex = 2 * (reversed ? vertices - i : i)
    const x = ring[vertex]!
    const y = ring[vertex + 1]!
    at = putSigned(bytes, at, x - fromX)
    at = putSigned(bytes, at, y - fromY)
    fromX = x
    fromY = y
  }
  bytes[at++] = (1 << 3) | CLOSE_PATH
  out.length = at
  pen.x = fromX
  pen.y = fromY
}
