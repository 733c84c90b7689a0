import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { once } from 'node:events'
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'
import { fileBytes } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'

/** A shapefile itself cannot be larger than 2 GiB; a zip that unpacks to more is a bomb. */
const MOST_UNPACKED = 2 ** 31

/**
 * Unpacks the one shapefile of a zip into a temporary folder, a chunk at a time. Only the four endings that matter are
 * written, under names of our own, so that a path inside the zip can lead nowhere, and no more than `mostBytes` of
 * them, whatever the zip says of its sizes. `remove` deletes the folder.
 */
export async function unzipShapefile(zip: string, mostBytes = MOST_UNPACKED): Promise<{ shp: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sanqu-import-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const stems = await unpack(zip, folder, mostBytes)
    if (stems.size > 1) throw new ImportError('format_broken', `${zip}: ${stems.size} shapefiles in one zip`)
    if (stems.size === 0) throw new ImportError('shapefile_part_missing', `${zip}: .shp`)
    return { shp: join(folder, 'part.shp'), remove }
  } catch (error) {
    await remove()
    if (error instanceof ImportError) throw error
    throw new ImportError('format_broken', `${zip}: ${(error as Error).message}`, { cause: error })
  }
}

async function unpack(zip: string, folder: string, mostBytes: number): Promise<Set<string>> {
  const stems = new Set<string>()
  const writing: Promise<unknown>[] = []
  let failure: Error | null = null
  let written = 0
  const unzip = new Unzip((file: UnzipFile) => {
    const ending = /\.(shp|dbf|prj|cpg)$/i.exec(file.name)?.[1]?.toLowerCase()
    if (ending === undefined || file.name.startsWith('__MACOSX/')) return
    if (ending === 'shp') stems.add(basename(file.name))
    const output = createWriteStream(join(folder, `part.${ending}`))
    writing.push(once(output, 'close'))
    file.ondata = (error, data, final) => {
      if (error !== null) failure = error
      written += data.length
      if (written > mostBytes) failure ??= new ImportError('unpacked_too_large', `${zip}: ${Math.round(mostBytes / 2 ** 20)} MB`)
      if (failure !== null) return void output.destroy()
      output.write(data)
      if (final) output.end()
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of fileBytes(zip)) {
    unzip.push(chunk)
    if (failure !== null) throw failure
  }
  unzip.push(new Uint8Array(0), true)
  await Promise.all(writing)
  return stems
}
