/**
 * The pieces of a line of x, y, x, y … inside the square low..high, segment by segment (Liang–Barsky, 1984), in whole
 * units; a line that lies wholly inside comes back itself.
 */
export function clipLine(line: readonly number[], low: number, high: number): (readonly number[])[] {
  if (line.every((value) => value >= low && value <= high)) return line.length < 4 ? [] : [line]
  const pieces: number[][] = []
  let piece: number[] = []
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x0, y0, x1, y1] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!]
    const [from, to] = stretchInside(x0, y0, x1 - x0, y1 - y0, low, high)
    if (from > to) continue
    if (from > 0 || piece.length === 0) {
      if (piece.length >= 4) pieces.push(piece)
      piece = [Math.round(x0 + from * (x1 - x0)), Math.round(y0 + from * (y1 - y0))]
    }
    const [x, y] = [Math.round(x0 + to * (x1 - x0)), Math.round(y0 + to * (y1 - y0))]
    if (x !== piece[piece.length - 2] || y !== piece[piece.length - 1]) piece.push(x, y)
    if (to < 1) {
      if (piece.length >= 4) pieces.push(piece)
      piece = []
    }
  }
  if (piece.length >= 4) pieces.push(piece)
  return pieces
}

/** From and to which part of a segment it is inside; from > to where nowhere. */
function stretchInside(x: number, y: number, dx: number, dy: number, low: number, high: number): [number, number] {
  let from = 0
  let to = 1
  for (let side = 0; side < 4; side++) {
    const along = side < 2 ? dx : dy
    const at = side < 2 ? x : y
    const p = side % 2 === 0 ? -along : along
    const q = side % 2 === 0 ? at - low : high - at
    if (p === 0) {
      if (q < 0) return [1, 0]
    } else if (p < 0) from = Math.max(from, q / p)
    else to = Math.min(to, q / p)
  }
  return [from, to]
}
