import { packArea } from '#shared/geometry/flat-area.ts'
import { LONG_TEXT, type AreaSource } from '#shared/geometry/long-area.ts'
import { isDeeperThan } from './nesting.ts'

/** A long area in a body: by which members it is reached, what it is made from, and its text. */
export type BodyArea = { path: string[]; type: string; source: AreaSource; text: string }

/** A body of JSON as text without its long areas, which stand beside it; or why it is refused. */
export type ParsedBody = { ok: true; rest: string; areas: BodyArea[] } | { ok: false; reason: 'too_nested' | 'not_json' }

/** Members that may be used to change what all objects have. */
const REFUSED = new Set(['__proto__', 'constructor'])
/** A draft's line lies three members deep. */
const MOST_DEEP = 4

/** Reads a body of JSON in UTF-8 that is nested no deeper than `levels`. */
export function parseBody(bytes: Uint8Array, levels: number): ParsedBody {
  if (isDeeperThan(bytes, levels)) return { ok: false, reason: 'too_nested' }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { ok: false, reason: 'not_json' }
  }
  const areas: BodyArea[] = []
  if (!takeAreas(body, [], areas)) return { ok: false, reason: 'not_json' }
  return { ok: true, rest: JSON.stringify(body), areas }
}

/** Moves long areas out of the members of a value; false where a member has a name that is refused. */
function takeAreas(value: unknown, path: string[], areas: BodyArea[]): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object' || takeAreas(item, [...path, ''], areas))
  const members = value as Record<string, unknown>
  return Object.entries(members).every(([name, member]) => {
    if (REFUSED.has(name)) return false
    const area = name === 'geometry' && path.length < MOST_DEEP && !path.includes('') ? longAreaOf(member) : null
    if (area === null) return takeAreas(member, [...path, name], areas)
    areas.push({ path: [...path, name], ...area })
    members[name] = null
    return true
  })
}

/** Whatever calls itself a geometry and is long; other members than `type` and `coordinates` are no part of an area. */
function longAreaOf(geometry: unknown): Omit<BodyArea, 'path'> | null {
  if (typeof geometry !== 'object' || geometry === null || Array.isArray(geometry)) return null
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (typeof type !== 'string' || !Array.isArray(coordinates)) return null
  const text = JSON.stringify({ type, coordinates })
  if (text.length <= LONG_TEXT) return null
  return { type, source: packArea(geometry) ?? { text }, text }
}
