import { describe, expect, it } from 'vitest'
import { DRAFT_ACTIONS, DRAFT_STATES, nextState } from '#shared/review/next-state.ts'

describe('the states of a draft', () => {
  it('lead to force over an approval or the fast lane, and no other way', () => {
    for (const state of DRAFT_STATES) {
      expect(nextState(state, 'save')).toBe('draft')
      expect(nextState(state, 'publish')).toBe(state === 'approved' ? 'gone' : null)
      expect(nextState(state, 'publish_urgent')).toBe('gone')
      expect(nextState(state, 'approve')).toBe(state === 'in_review' ? 'approved' : null)
    }
    expect(DRAFT_STATES.filter((state) => DRAFT_ACTIONS.some((action) => nextState(state, action) === 'approved'))).toEqual(['in_review'])
  })

  it('ask for an edit between a rejection and the next review', () => expect(nextState('rejected', 'submit')).toBeNull())
})
