import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser, openPage, SHARP } from '../../support/browser.ts'
import { FIRST_SCREEN_KB, gzippedBytes, scriptsOf } from '../../support/first-screen.ts'
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
      upTo('JavaScript of the first screen, gzipped', 'kB', [gzippedBytes(scripts) / 1000], FIRST_SCREEN_KB),
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
    const { page, close } = await openPage({ ...SHARP, viewport: { width: 1600, height: 900 } })
    scriptsOf(page, scripts)
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(3_000) // the worker and the panels, fetched when the map is there
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY),
    )
    await close()
  }
  return { paints, scripts }
}
