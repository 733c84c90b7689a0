/**
 * The interval i, `lines[i]` ≤ value < `lines[i + 1]`, of nearly even rising lines; −1 before the first line, and the
 * number of intervals from the last line on.
 */
export function intervalAt(lines: Float64Array, value: number): number {
  const count = lines.length - 1
  const first = lines[0]!
  const end = lines[count]!
  if (!(value >= first)) return -1
  if (value >= end) return count
  let i = (((value - first) / (end - first)) * count) | 0
  if (i >= count) i = count - 1
  while (value < lines[i]!) i--
  while (value >= lines[i + 1]!) i++
  return i
}
