import type { View } from './camera.ts'
import type { Selected } from './selection.ts'

export type UrlState = { view: View | null; selected: Selected | null }

const ZONE_ID = /^[0-9]{6}-[SCP]-[0-9]{4,}$/

/** `#map=zoom/lat/lng&zone=…` as state; what cannot be read is left out. Case sites never stand in an address. */
export function parseHash(hash: string): UrlState {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const [zoom, lat, lng] = (parameters.get('map') ?? '').split('/').map((part) => (part === '' ? NaN : Number(part)))
  const known = zoom !== undefined && lat !== undefined && lng !== undefined
    && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180
  const zone = parameters.get('zone')
  const gate = Number(parameters.get('gate') ?? NaN)
  return {
    view: known ? { zoom, lat, lng } : null,
    selected: zone !== null && ZONE_ID.test(zone) ? { type: 'zone', id: zone }
      : Number.isSafeInteger(gate) ? { type: 'checkpoint', id: gate }
      : null,
  }
}

/** The state as a hash; a place looked up is never written into it, so it stays out of histories and bookmarks. */
export function formatHash({ view, selected }: UrlState): string {
  const parts: string[] = []
  if (view) parts.push(`map=${view.zoom.toFixed(2)}/${view.lat.toFixed(5)}/${view.lng.toFixed(5)}`)
  if (selected?.type === 'zone') parts.push(`zone=${selected.id}`)
  if (selected?.type === 'checkpoint') parts.push(`gate=${selected.id}`)
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

/** `at=…&known=then` of a hash, or `?at=…` of a link: the moment looked at; null is now. */
export function parseMoment(hash: string, search = ''): { at: Date | null; asThen: boolean } {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const at = new Date(parameters.get('at') ?? new URLSearchParams(search).get('at') ?? Number.NaN)
  return { at: Number.isNaN(at.getTime()) ? null : at, asThen: parameters.get('known') === 'then' }
}

/** A hash with the moment looked at. */
export function withMoment(hash: string, at: Date | null, asThen: boolean): string {
  if (at === null) return hash
  return `${hash === '' ? '#' : `${hash}&`}at=${at.toISOString()}${asThen ? '&known=then' : ''}`
}
