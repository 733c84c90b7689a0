import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { OSMTransform, type OSMOptions } from 'osm-pbf-parser-node'
import { fileSize } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'
import type { OsmEntity, OsmHeader } from './osm-entity.ts'

/**
 * The parser throws on broken bytes inside the stream's machinery, where nobody could catch it: pass it on as an
 * error.
 */
class SafeTransform extends OSMTransform {
  override _transform(chunk: unknown, encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    try {
      super._transform(chunk, encoding, callback)
    } catch (error) {
      callback(error as Error)
    }
  }

  override _flush(callback: (error?: Error | null) => void): void {
    try {
      super._flush(callback)
    } catch (error) {
      callback(new Error('the file is cut short', { cause: error }))
    }
  }
}

/**
 * The file's blocks, each an array of entities (the first holds the header), in the file's order.
 * Throws ImportError `osm_history` for a history file and `format_broken` for a damaged or otherwise compressed one.
 */
export async function* osmBlocks(
  file: string,
  options: OSMOptions,
  onBytes: (read: number) => void,
): AsyncGenerator<(OsmEntity | OsmHeader)[]> {
  if ((await fileSize(file)) === 0) throw new ImportError('format_broken', `${file}: empty`)
  const bytes = createReadStream(file)
  const entities = pipeline(bytes, new SafeTransform(options), () => {}) as unknown as AsyncIterable<
    (OsmEntity | OsmHeader)[]
  >
  try {
    for await (const block of entities) {
      const first = block[0]
      if (
        first !== undefined &&
        first.type === undefined &&
        first.required_features.includes('HistoricalInformation')
      ) {
        throw new ImportError('osm_history', file)
      }
      yield block
      onBytes(bytes.bytesRead)
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('format_broken', `${file}: ${(error as Error).message}`, { cause: error })
  }
}
