import type { BatchStage } from './batch-stage.ts'
import { firstCoveringSlot } from './candidates.ts'
import { RECORD_UNITS } from './cell-record.ts'
import { CELL_BITS, rootCellAt } from './layer.ts'
import type { Layer } from './layer.ts'
import { IN_DOUBT, readRecord } from './read-record.ts'
import type { ZoneTable } from './zone-table.ts'

/**
 * Answers the points numbered `from`..`to`, at most STAGE_POINTS and all in the layer, into `stage.answers`: slot + 1
 * of the strictest zone, or 0.
 *
 * All points take one step, then all take the next. Steps of different points do not wait for one another and hold no
 * branch to guess, so the processor fetches many of their words at once, where single look-ups wait for each.
 */
export function findStage(
  layer: Layer,
  table: ZoneTable,
  points: Float64Array,
  from: number,
  to: number,
  stage: BatchStage,
): void {
  let pending = enterRoot(layer, points, from, to, stage)
  let records = 0
  while (pending > 0) {
    const moving = setRecordsAside(stage, pending, records)
    records += pending - moving
    pending = descend(layer.words, stage, moving)
  }
  fetchRecords(layer.words, stage, records)
  readRecords(layer, table, points, from, stage, records)
}

function enterRoot(layer: Layer, points: Float64Array, from: number, to: number, stage: BatchStage): number {
  const { west, south, scaleX, scaleY, root } = layer
  const rootColumns = layer.columns
  const { answers, columns, rows, numbers, blocks, words, bits } = stage
  let pending = 0
  for (let n = 0; n < to - from; n++) {
    const column = ((points[2 * (from + n)]! - west) * scaleX) | 0
    const row = ((points[2 * (from + n) + 1]! - south) * scaleY) | 0
    const word = root[(row >> CELL_BITS) * rootColumns + (column >> CELL_BITS)]!
    answers[n] = word
    columns[n] = column
    rows[n] = row
    numbers[pending] = n
    blocks[pending] = ~word >>> 3
    // The root's offset is where the block starts: within the block, the way goes on from 0.
    words[pending] = ~(~word & 7)
    bits[pending] = CELL_BITS
    pending += word >>> 31
  }
  return pending
}

// Moves points whose word leads to a record behind the `records` already set aside; returns how many still move.
function setRecordsAside(stage: BatchStage, pending: number, records: number): number {
  const { numbers, blocks, words, bits, recordNumbers, records: offsets, recordBits } = stage
  let moving = 0
  for (let j = 0; j < pending; j++) {
    const pointer = ~words[j]!
    const number = numbers[j]!
    const block = blocks[j]!
    const width = bits[j]!
    recordNumbers[records] = number
    offsets[records] = block + (pointer >>> 3)
    recordBits[records] = width
    numbers[moving] = number
    blocks[moving] = block
    words[moving] = ~pointer
    bits[moving] = width
    const isRecord = ((pointer & 7) - 1) >>> 31
    records += isRecord
    moving += 1 - isRecord
  }
  return moving
}

// One level down a node for every moving point; returns how many are not through.
function descend(layerWords: Int32Array, stage: BatchStage, moving: number): number {
  const { answers, columns, rows, numbers, blocks, words, bits } = stage
  let pending = 0
  for (let j = 0; j < moving; j++) {
    const pointer = ~words[j]!
    const number = numbers[j]!
    const block = blocks[j]!
    const depth = pointer & 7
    const mask = (1 << depth) - 1
    const width = bits[j]! - depth
    const child = (((rows[number]! >> width) & mask) << depth) | ((columns[number]! >> width) & mask)
    const word = layerWords[block + (pointer >>> 3) + child]!
    answers[number] = word
    numbers[pending] = number
    blocks[pending] = block
    words[pending] = word
    bits[pending] = width
    pending += word >>> 31
  }
  return pending
}

// Reads a word of each record so that all are on their way before the first is needed.
function fetchRecords(words: Int32Array, { records, answers, recordNumbers }: BatchStage, count: number): void {
  for (let j = 0; j < count; j++) answers[recordNumbers[j]!] = words[records[j]!]!
}

function readRecords(
  layer: Layer,
  table: ZoneTable,
  points: Float64Array,
  from: number,
  stage: BatchStage,
  count: number,
): void {
  const { recordNumbers, records, recordBits, columns, rows, answers } = stage
  const { west, south, scaleX, scaleY, words } = layer
  for (let j = 0; j < count; j++) {
    const number = recordNumbers[j]!
    const bits = recordBits[j]!
    const lng = points[2 * (from + number)]!
    const lat = points[2 * (from + number) + 1]!
    const x = (lng - west) * scaleX
    const y = (lat - south) * scaleY
    const units = RECORD_UNITS / (1 << bits)
    const originX = (columns[number]! >> bits) << bits
    const originY = (rows[number]! >> bits) << bits
    let slot = readRecord(words, records[j]!, (x - originX) * units + RECORD_UNITS, (y - originY) * units + RECORD_UNITS)
    if (slot === IN_DOUBT) slot = firstCoveringSlot(layer, table, rootCellAt(layer, x, y), lng, lat)
    answers[number] = slot + 1
  }
}
