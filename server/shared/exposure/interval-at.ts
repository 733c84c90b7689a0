/**
 * The interval i, `lines[i]` ≤ value < `lines[i + 1]`, of nearly even rising lines; −1 before the first line, and the
 * number of intervals from the last line on.
 */
export function intervalAt(lines: Float64Array, value: number): number {
  const count = lines.length - 1
  const first = lines[0]!
  if (!(value >= first)) return -1
  if (value >= lines[count]!) return count
  let i = Math.min(count - 1, Math.floor(((value - first) / (lines[count]! - first)) * count))
  while (value < lines[i]!) i--
  while (value >= lines[i + 1]!) i++
  return i
}
