import { packArea, type PackedArea } from './packed-area.ts'

/** Names of members that may be used to change what all objects have; also where they stand in a text. */
const REFUSED = /__proto__|constructor|\\u/

type Drawn = { definition?: { geometry?: unknown } }

/**
 * A body of JSON in UTF-8, with the geometry of its definition packed where it has the form of an area; what packing
 * would lose stays as it is. null where it is no JSON that we read, for the usual parser to say why.
 */
export function parseBody(bytes: Uint8Array): { body: unknown } | null {
  let body: unknown
  const text = new TextDecoder().decode(bytes)
  if (REFUSED.test(text)) return null
  try {
    body = JSON.parse(text)
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
