import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { rootDir } from '../../server/root.ts'

export type SourceFile = {
  /** From the project's folder, with forward slashes: `server/store/zones.ts`. */
  path: string
  text: string
  lines: number
  /** Files of ours that it imports, types too; by `path`. */
  files: string[]
  /** Packages and Node modules that it imports, by package name. */
  packages: string[]
  /** Packages of which it imports more than types. */
  packagesAtRunTime: string[]
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/g

/** Every source file of a folder, with what it imports. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) => walk(join(rootDir, folder))).map(read)
}

function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return walk(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function read(absolute: string): SourceFile {
  const path = relative(rootDir, absolute).split('\\').join('/')
  const text = readFileSync(absolute, 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((match) => ({ type: match[1] !== undefined, from: match[2] ?? match[3] ?? '' }))
  const own = imports.map(({ from }) => resolve(path, from)).filter((file) => file !== null)
  const foreign = imports.filter(({ from }) => resolve(path, from) === null)
  const names = (list: { from: string }[]) => [...new Set(list.map(({ from }) => packageName(from)))]
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    files: own,
    packages: names(foreign),
    packagesAtRunTime: names(foreign.filter(({ type }) => !type)),
  }
}

function resolve(path: string, from: string): string | null {
  if (from.startsWith('#shared/')) return posix.join('server/shared', from.slice('#shared/'.length))
  if (from.startsWith('.')) return posix.normalize(posix.join(dirname(path), from)).replace(/\?.*$/, '')
  return null
}

function packageName(from: string): string {
  const parts = from.split('/')
  return from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? from)
}
