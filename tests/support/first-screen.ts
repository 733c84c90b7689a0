import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { rootDir } from '../../server/root.ts'

/** All JavaScript that the command screen may load by itself, MapLibre and its worker among it, gzipped. */
export const FIRST_SCREEN_KB = 440

/** The names of the scripts that the page and its workers load, filled as they come. */
export function scriptsOf(page: Page, names = new Set<string>()): Set<string> {
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname
    if (name.endsWith('.js')) names.add(name.replace(/^.*\//, ''))
  })
  return names
}

/** Bytes of the built scripts with these names, gzipped as the server sends them. */
export function gzippedBytes(names: ReadonlySet<string>): number {
  const assets = join(rootDir, 'dist', 'client', 'assets')
  const files = readdirSync(assets).filter((name) => names.has(name))
  if (files.length !== names.size) throw new Error(`of ${names.size} scripts, ${files.length} are in ${assets}`)
  return files.reduce((bytes, name) => bytes + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0)
}
