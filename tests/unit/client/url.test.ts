import { describe, expect, it } from 'vitest'
import { formatHash, parseHash } from '../../../client/state/url.ts'

describe('the hash of the page', () => {
  it('goes to state and back', () => {
    const hash = '#map=14.25/34.50123/109.51000&zone=990101-S-0001'
    const state = parseHash(hash)
    expect(state).toEqual({ view: { zoom: 14.25, lat: 34.50123, lng: 109.51 }, selected: { type: 'zone', id: '990101-S-0001' } })
    expect(formatHash(state)).toBe(hash)
    expect(parseHash(formatHash({ view: null, selected: { type: 'checkpoint', id: 12 } }))).toEqual({ view: null, selected: { type: 'checkpoint', id: 12 } })
  })

  it.each(['', '#map=14', '#map=a/b/c', '#map=14/95/10', '#map=//', '#zone=<script>', '#zone=990101-X-0001'])('leaves out what cannot be read: %s', (hash) => {
    expect(parseHash(hash)).toEqual({ view: null, selected: null })
  })

  it('never holds a place that was looked up, nor a case site', () => {
    const view = { zoom: 10, lat: 34, lng: 109 }
    expect(formatHash({ view, selected: { type: 'point', at: [109.51, 34.52] } })).toBe('#map=10.00/34.00000/109.00000')
    expect(formatHash({ view: null, selected: { type: 'site', id: 3 } })).toBe('')
    expect(formatHash({ view: null, selected: { type: 'zone', id: '990101-S-0001', at: [109.51, 34.52] } })).toBe('#zone=990101-S-0001')
  })
})
