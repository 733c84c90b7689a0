import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commit, redo, startHistory, undo } from '../../../client/state/history.ts'

describe('history', () => {
  it('undoes and redoes commits, and forgets what was undone on a new commit', () => {
    const drawn = commit(commit(startHistory('a'), 'b'), 'c')
    expect(undo(drawn).present).toBe('b')
    expect(redo(undo(drawn))).toEqual(drawn)
    expect(redo(commit(undo(drawn), 'd')).present).toBe('d')
    expect(undo(startHistory('a')).present).toBe('a')
  })

  it('is back at the start after as many undos as commits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        let history = values.reduce(commit<number>, startHistory(0))
        const end = history
        for (const _ of values) history = undo(history)
        expect(history.present).toBe(0)
        for (const _ of values) history = redo(history)
        expect(history).toEqual(end)
      }),
      { seed: 3 },
    )
  })
})
