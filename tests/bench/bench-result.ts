/** One line of the benchmark's table. */
export type BenchResult = {
  name: string
  unit: string
  ours: number
  /** The same for what it is compared with, if anything. */
  other: number | null
  otherName: string | null
  /** How many times better than the other; above 1 is better. */
  ratio: number | null
  /** Half the distance between the quartiles of ours, in parts of its median; of the ratios where each is of a pair of its own. */
  spread: number | null
  /** What was to be reached, in the ratio if there is one, or else in `unit`. */
  bar?: number
  reached?: boolean
}
