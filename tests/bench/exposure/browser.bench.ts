import { join } from 'node:path'
import { build } from 'vite'
import { rootDir } from '../../../server/root.ts'
import { closeBrowser, openPage, SHARP } from '../../support/browser.ts'
import type { BenchResult } from '../bench-result.ts'
import { median, quantile, spreadOf } from '../zone-index/measure.ts'
import type { MoveTimes } from './moves-page.ts'

const BAR_MS = 8
const OUT = join(rootDir, 'dist', 'bench-page')

/** One corner of a 200-corner polygon moved in a real Chromium, by the code that the client runs, built as it is. */
export async function run(): Promise<BenchResult[]> {
  await build({
    configFile: false,
    root: rootDir,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: OUT,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'moves-page.ts'), formats: ['es'], fileName: () => 'moves-page.js' },
    },
  })
  const { page, problems, close } = await openPage({ ...SHARP, viewport: { width: 1600, height: 900 } })
  try {
    await page.goto('about:blank')
    await page.addScriptTag({ path: join(OUT, 'moves-page.js'), type: 'module' })
    const results: BenchResult[] = []
    for (const [set, name] of [['cells', '1,000,000 cells'], ['buildings', '300,000 buildings']] as const)
      for (const [covered, outline] of [[500, 'drawn'], [50_000, 'drawn'], [50_000, 'spiked']] as const) {
        const times = await page.evaluate(([s, c, o]) => {
          const { measureMoves } = globalThis as unknown as { measureMoves(set: string, covered: number, outline: string): MoveTimes }
          return measureMoves(s, c, o)
        }, [set, covered, outline] as const)
        if (!(times.people > 0)) throw new Error('a drawn area was refused, or has nobody in it')
        const what = `${name} in Chromium, one of 200 corners moved, over ${covered.toLocaleString('en')} cells, ${outline}`
        results.push(
          alone(`${what}: numbers, median`, median(times.numbers), spreadOf(times.numbers)),
          alone(`${what}: numbers, 95th percentile`, quantile(times.numbers, 0.95), null, BAR_MS),
          alone(`${what}: with the check of the shape, 95th percentile`, quantile(times.previews, 0.95), null, BAR_MS),
        )
      }
    if (problems.length > 0) throw new Error(problems.join('\n'))
    return results
  } finally {
    await close()
    await closeBrowser()
  }
}

function alone(name: string, ours: number, spread: number | null, bar?: number): BenchResult {
  const judged = bar === undefined ? {} : { bar, reached: ours <= bar }
  return { name, unit: 'ms', ours, other: null, otherName: null, ratio: null, spread, ...judged }
}
