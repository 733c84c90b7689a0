import { entryOf, openCells } from '#shared/zone-index/directory.ts'
import { createLayer } from '#shared/zone-index/layer.ts'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../bench/random.ts'

describe('openCells', () => {
  it('numbers the cells with an entry in order, and moves along what the entries hold', () => {
    const layer = createLayer([0, 0, 1, 1], 37, 29)
    const random = seededRandom(8)
    const below = (n: number) => Math.floor(n * random())
    const held = new Map<number, number>()
    for (let step = 1; step <= 40; step++) {
      const [firstColumn, firstRow] = [below(36), below(28)]
      const region = { firstColumn, lastColumn: firstColumn + below(37 - firstColumn), firstRow, lastRow: firstRow + below(2) }
      openCells(layer, [region])
      const cell = region.lastRow * 37 + region.lastColumn
      layer.answers[entryOf(layer.directory, cell)] = step
      layer.lists[entryOf(layer.directory, cell)] = 1000 + step
      for (let row = region.firstRow; row <= region.lastRow; row++) {
        for (let column = firstColumn; column <= region.lastColumn; column++) held.set(row * 37 + column, held.get(row * 37 + column) ?? 0)
      }
      held.set(cell, step)
      const inOrder = [...held.keys()].sort((a, b) => a - b)
      expect(layer.answers.length).toBe(held.size)
      for (let asked = 0; asked < 37 * 29; asked++) {
        const entry = entryOf(layer.directory, asked)
        expect(entry).toBe(inOrder.indexOf(asked))
        if (entry < 0) continue
        const value = held.get(asked)!
        expect([layer.answers[entry], layer.lists[entry]]).toEqual([value, value === 0 ? -1 : 1000 + value])
      }
    }
  })
})
