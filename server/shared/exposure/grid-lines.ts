/** Lines nearer to each other than this part of a step are one: what is left of rounding when edges are computed. */
const SAME = 1e-9
/** A gap may miss a whole number of steps by this part of one: coordinates rounded to 7 decimals in a fine raster. */
export const UNEVEN = 0.01
const MOST_LINES = 100_000

export type GridLines = { lines: Float64Array; lineOf: ReadonlyMap<number, number> }

/**
 * The lines on which intervals (`low[i]`, `high[i]`) of about one `step` lie side by side, lines that no interval has
 * filled in; null where they lie otherwise. `lineOf` says for each low and high which line it is.
 */
export function gridLines(low: Float64Array, high: Float64Array, step: number): GridLines | null {
  const values = new Set<number>()
  for (let i = 0; i < low.length; i++) {
    values.add(low[i]!).add(high[i]!)
    if (values.size > MOST_LINES) return null
  }
  const lines: number[] = []
  const lineOf = new Map<number, number>()
  for (const value of Float64Array.from(values).sort()) {
    const last = lines.at(-1)
    if (last === undefined || value - last > SAME * step) {
      if (last !== undefined && !fillGap(lines, last, value, step)) return null
      lines.push(value)
    }
    lineOf.set(value, lines.length - 1)
  }
  return isEven(lines) ? { lines: Float64Array.from(lines), lineOf } : null
}

function fillGap(lines: number[], from: number, to: number, step: number): boolean {
  const steps = Math.round((to - from) / step)
  if (steps < 1 || lines.length + steps > MOST_LINES) return false
  if (Math.abs((to - from) / step - steps) > UNEVEN * steps) return false
  for (let k = 1; k < steps; k++) lines.push(from + ((to - from) * k) / steps)
  return true
}

/** Whether each line is where even steps put it, by less than half a step: `intervalAt` needs no more. */
function isEven(lines: number[]): boolean {
  const [first, last] = [lines[0]!, lines.at(-1)!]
  const step = (last - first) / (lines.length - 1)
  return step > 0 && lines.every((line, i) => Math.abs(line - first - i * step) < step / 2)
}
