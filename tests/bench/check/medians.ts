/** The middle value of the runs, and half the distance between the quartiles in parts of it. */
export function medianOf(values: readonly number[]): { median: number; spread: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]!
  return { median: at(0.5), spread: (at(0.75) - at(0.25)) / 2 / at(0.5) }
}
