import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rootDir } from '../../../server/root.ts'
import { closeBrowser, openPage } from '../../support/browser.ts'
import type { BenchResult } from '../bench-result.ts'
import { median, spreadOf } from '../zone-index/measure.ts'

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

/** From the command to the first answer of a check. */
async function start(dataDir: string): Promise<{ url: string; ms: number; stop(): Promise<void> }> {
  const began = performance.now()
  const server = spawn('npm', ['start', '--silent'], {
    cwd: rootDir,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Sanqu: (http:\/\/\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error(`npm start ended:\n${said}`)))
  })
  const answer = await fetch(`${url}/api/check?lng=109.5&lat=34.5`)
  if (!answer.ok) throw new Error(`the first check answered ${answer.status}`)
  await answer.arrayBuffer()
  const ms = performance.now() - began
  const stop = async () => {
    process.kill(-server.pid!, 'SIGTERM')
    await ended
  }
  return { url, ms, stop }
}

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
