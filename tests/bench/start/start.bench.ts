import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rootDir } from '../../../server/root.ts'
import { closeBrowser, openPage } from '../../support/browser.ts'
import type { BenchResult } from '../bench-result.ts'
import { median, spreadOf } from '../zone-index/measure.ts'
import { start } from './timed-start.ts'

const STARTS = 3
const PAINTS = 5

/** `npm start` on a folder that has the demo, the first paint of the command screen, and what it loads to get there. */
export async function run(): Promise<BenchResult[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-start-'))
  try {
    await (await start(dataDir)).stop() // builds, installs the demo
    const answers: number[] = []
    for (let i = 1; i < STARTS; i++) {
      const server = await start(dataDir)
      answers.push(server.ms)
      await server.stop()
    }
    const last = await start(dataDir)
    answers.push(last.ms)
    const { paints, scripts } = await firstScreen(last.url).finally(() => last.stop())
    return [
      upTo('second start to the first answer, npm included', 's', answers.map((ms) => ms / 1000), 4),
      upTo('first paint of the command screen, cold cache', 's', paints.map((ms) => ms / 1000), 1.5),
      upTo('JavaScript of the first screen, gzipped', 'kB', [gzipped(scripts) / 1000], 440),
    ]
  } finally {
    await closeBrowser()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const upTo = (name: string, unit: string, values: number[], bar: number): BenchResult => ({
  name, unit, ours: median(values), other: null, otherName: null, ratio: null, spread: spreadOf(values), bar,
  reached: median(values) <= bar,
})

/** Paints in contexts of their own, whose caches are empty, and the scripts that were loaded until the map was still. */
async function firstScreen(url: string): Promise<{ paints: number[]; scripts: Set<string> }> {
  const paints: number[] = []
  const scripts = new Set<string>()
  for (let i = 0; i < PAINTS; i++) {
    const { page, close } = await openPage()
    page.on('response', (response) => {
      const name = new URL(response.url()).pathname
      if (name.endsWith('.js')) scripts.add(name.replace(/^.*\//, ''))
    })
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(3_000) // the worker and what follows the first paint
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY),
    )
    await close()
  }
  return { paints, scripts }
}

/** Bytes of the built files with these names, gzipped as the server sends them. */
function gzipped(names: ReadonlySet<string>): number {
  const assets = join(rootDir, 'dist', 'client', 'assets')
  const files = readdirSync(assets).filter((name) => names.has(name))
  if (files.length !== names.size) throw new Error(`of ${names.size} scripts, ${files.length} are in ${assets}`)
  return files.reduce((bytes, name) => bytes + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0)
}
