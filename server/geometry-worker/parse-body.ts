import { packArea, type PackedArea } from './packed-area.ts'

type Drawn = { definition?: { geometry?: unknown } }

/**
 * A body of JSON in UTF-8, with the geometry of its definition packed where it has the form of an area; what packing
 * would lose (altitudes) stays as it is. null where it is no JSON.
 */
export function parseBody(bytes: Uint8Array): { body: unknown } | null {
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
  const { definition } = (typeof body === 'object' && body !== null ? body : {}) as Drawn
  const area = typeof definition === 'object' && definition !== null ? packPlain(definition.geometry) : null
  return { body: area === null ? body : { ...(body as Drawn), definition: { ...definition, geometry: area } } }
}

function packPlain(geometry: unknown): PackedArea | null {
  const area = packArea(geometry)
  const plain = area !== null && Object.keys(geometry as object).every((key) => key === 'type' || key === 'coordinates')
  return plain ? area : null
}
