import { open } from 'node:fs/promises'
import { ImportError } from '../import-error.ts'

const HEAD = 1 << 20

export interface GeojsonForm {
  form: 'collection' | 'lines'
  crs: string | null
}

/**
 * Tells a FeatureCollection from one feature a line by the first mebibyte, and reads the `crs` member
 * (dropped by RFC 7946, still written by some programs) where one stands before the features.
 */
export async function sniffGeojson(file: string): Promise<GeojsonForm> {
  const head = (await readHead(file)).replace(/^\ufeff/, '').trimStart()
  if (head.startsWith('\u001e')) return { form: 'lines', crs: null }
  if (!head.startsWith('{')) throw new ImportError('format_broken', `${file}: no JSON object at its start`)
  const features = head.search(/"features"\s*:\s*\[/)
  const before = features < 0 ? '' : head.slice(0, features)
  const crs = /"crs"\s*:\s*\{.*?"name"\s*:\s*"([^"]+)"/s.exec(before)?.[1] ?? null
  if (features >= 0 && /^\{\s*"type"\s*:\s*"FeatureCollection"/.test(head)) return { form: 'collection', crs }
  const line = firstLine(head)
  if (line !== null)
    return line.type === 'FeatureCollection' ? { form: 'collection', crs } : { form: 'lines', crs: null }
  if (features >= 0) return { form: 'collection', crs }
  throw new ImportError('format_broken', `${file}: neither a FeatureCollection nor one feature a line`)
}

function firstLine(head: string): { type?: unknown } | null {
  try {
    return JSON.parse(head.split('\n', 1)[0] ?? '') as { type?: unknown }
  } catch {
    return null
  }
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
