import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { CHROMIUM } from './system-packages.ts'

let browser: Promise<Browser> | undefined

/** Debian's Chromium without its own windows, which software would have to draw too; and without a word to the outside. */
export const launch = (): Promise<Browser> =>
  (browser ??= chromium.launch({
    executablePath: CHROMIUM,
    // else panels and text are drawn by the software that draws the map, which is slower
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-rasterization', '--disable-quic', '--disable-background-networking'],
  }))

// a quarter of the pixels: each is drawn by the processor, and most of a test's time goes there
const SCREEN = { viewport: { width: 1200, height: 720 }, deviceScaleFactor: 0.5 }
/** A screen as it is, where its pixels are looked at or measured, and a phone's. */
export const SHARP = { deviceScaleFactor: 1 }
const PATIENCE_MS = 60_000
/** A zone was lifted while the server was being asked about its ring: told as it should be, and the browser says it aloud. */
const OVERTAKEN = /status of 404 .*\/api\/zones\/[^/]+\/(crossings|access|supply)(\?|$)/

export type OpenPage = { page: Page; context: BrowserContext; problems: string[]; close(): Promise<void> }

/**
 * A new page in a context of its own, for a reader who wants no motion: each frame of a flight is drawn by the processor
 * here, and every pixel of it. `problems` collects console errors, uncaught errors and failed requests.
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await (await launch()).newContext({ ...SCREEN, ...(options.isMobile && SHARP), reducedMotion: 'reduce', locale: 'zh-CN', ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const problem = `${message.type()}: ${message.text()} ${message.location().url}`.trim()
    if (!OVERTAKEN.test(problem)) problems.push(problem)
  })
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  return { page, context, problems, close: () => context.close() }
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}
