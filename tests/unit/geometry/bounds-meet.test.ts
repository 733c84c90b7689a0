import { describe, expect, it } from 'vitest'
import { boundsMeet } from '#shared/geometry/bounds-meet.ts'

describe('boundsMeet', () => {
  it('holds for what overlaps, contains or just touches, and for nothing else', () => {
    expect(boundsMeet([0, 0, 2, 2], [1, 1, 3, 3])).toBe(true)
    expect(boundsMeet([0, 0, 9, 9], [1, 1, 2, 2])).toBe(true)
    expect(boundsMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true)
    expect(boundsMeet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false)
    expect(boundsMeet([0, 0, 1, 1], [0, -2, 1, -0.1])).toBe(false)
  })
})
