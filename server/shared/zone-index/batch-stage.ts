/** How many points take their steps together: few enough for their state to stay in the first-level cache. */
export const STAGE_POINTS = 512

/** Points on their way through a layer, each known by its number in the stage. */
export type BatchStage = {
  /** Answer words (answer-word.ts), once a point is through. */
  answers: Int32Array
  columns: Int32Array
  rows: Int32Array
  /** Of the points still on their way: number, block, answer word, and binary logarithm of the present cell's width. */
  numbers: Int32Array
  blocks: Int32Array
  words: Int32Array
  bits: Int32Array
  /** Of the points that came to a record: number, where the record is, and the same logarithm. */
  recordNumbers: Int32Array
  records: Int32Array
  recordBits: Int32Array
}

export function createBatchStage(): BatchStage {
  const column = () => new Int32Array(STAGE_POINTS)
  return {
    answers: column(),
    columns: column(),
    rows: column(),
    numbers: column(),
    blocks: column(),
    words: column(),
    bits: column(),
    recordNumbers: column(),
    records: column(),
    recordBits: column(),
  }
}
