import type { Geometry } from 'geojson'
import { decodeText, type TextEncodingName } from '../decode-text.ts'
import { fileBytes, fileSize } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'
import type { FeatureSource, RawFeature } from '../raw-feature.ts'
import type { ReadContext } from '../read-context.ts'
import { featureTexts } from './feature-texts.ts'
import { lineTexts } from './line-texts.ts'
import { sniffGeojson } from './sniff-geojson.ts'

const GEOMETRY_TYPES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/**
 * Opens a GeoJSON file (RFC 7946): a FeatureCollection, or one feature a line (NDJSON, GeoJSONSeq).
 * Text is UTF-8, as the RFC asks, unless `encoding` says otherwise. A feature that is not JSON or not a Feature is a fault; a file that is neither form throws ImportError.
 */
export async function openGeojson(
  file: string,
  context: ReadContext,
  encoding: TextEncodingName = 'utf-8',
): Promise<FeatureSource> {
  const total = await fileSize(file)
  const { form, crs } = await sniffGeojson(file)
  const chunks = decodeText(
    fileBytes(file, (read) => context.progress(read, total)),
    encoding,
  )
  const texts = form === 'lines' ? lineTexts(chunks) : featureTexts(chunks)
  return { crs, features: parseFeatures(file, texts, context) }
}

async function* parseFeatures(
  file: string,
  texts: AsyncIterable<string>,
  context: ReadContext,
): AsyncGenerator<RawFeature> {
  let number = 0
  try {
    for await (const text of texts) {
      number += 1
      const feature = parseFeature(text, number)
      if (feature === null) context.fault({ number, reason: 'not_readable', text: text.slice(0, 60) })
      else yield feature
    }
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ImportError('format_broken', `${file}: ${error.message}`, { cause: error })
    throw error
  }
}

function parseFeature(text: string, number: number): RawFeature | null {
  const value = parseObject(text)
  if (value === null) return null
  if (typeof value.type === 'string' && GEOMETRY_TYPES.has(value.type)) {
    return { number, geometry: value as unknown as Geometry, properties: {} }
  }
  if (value.type !== 'Feature') return null
  const id = typeof value.id === 'string' || typeof value.id === 'number' ? { id: value.id } : {}
  const properties = isObject(value.properties) ? value.properties : {}
  const geometry = isObject(value.geometry) ? (value.geometry as unknown as Geometry) : null
  return { number, ...id, geometry, properties }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
