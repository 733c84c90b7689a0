import { describe, expect, it } from 'vitest'
import { mergeLines } from '../../../server/live/tiles/ground/merge-lines.ts'

const line = (...at: number[]) => Int32Array.from(at)
const merged = (...lines: Int32Array[]) => mergeLines(lines).map((found) => [...found])

describe('mergeLines', () => {
  it('joins pieces end to end, in any order and direction', () => {
    expect(merged(line(2, 0, 1, 0), line(0, 0, 1, 0), line(2, 0, 3, 0))).toEqual([[3, 0, 2, 0, 1, 0, 0, 0]])
  })

  it('stops where three meet, and leaves apart what does not touch', () => {
    const star = merged(line(0, 0, 1, 0), line(0, 0, 0, 1), line(0, 0, -1, 0), line(5, 5, 6, 6))
    expect(star).toHaveLength(4)
  })

  it('closes a ring once', () => {
    const [ring, ...rest] = merged(line(0, 0, 1, 0), line(1, 0, 1, 1), line(1, 1, 0, 0))
    expect(rest).toEqual([])
    expect(ring).toHaveLength(8)
    expect(ring!.slice(-2)).toEqual(ring!.slice(0, 2))
    expect(new Set(['0,0', '1,0', '1,1'])).toEqual(new Set([0, 2, 4].map((at) => `${ring![at]},${ring![at + 1]}`)))
    expect(merged(line(0, 0, 4, 0, 4, 4, 0, 0))).toEqual([[0, 0, 4, 0, 4, 4, 0, 0]])
  })
})
