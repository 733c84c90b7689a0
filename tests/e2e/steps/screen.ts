import type { Page } from 'playwright-core'
import type { Map as MapLibreMap } from 'maplibre-gl'

declare global {
  interface Window {
    /** set by `openScreen` from the `map-ready` event; the product itself has no global */
    mapForTests?: MapLibreMap
  }
}

export type ScreenOptions = { lang?: 'zh' | 'en'; theme?: 'light' | 'dark'; path?: string }

/** Opens a page of the product in a language and a theme. */
export async function openScreen(page: Page, baseUrl: string, { lang = 'zh', theme = 'light', path = '/' }: ScreenOptions = {}): Promise<void> {
  await page.addInitScript(([language, colours]) => {
    localStorage.setItem('sanqu.lang', language!)
    localStorage.setItem('sanqu.theme', colours!)
    document.addEventListener('map-ready', (event) => {
      window.mapForTests = (event as CustomEvent<MapLibreMap>).detail
    })
  }, [lang, theme])
  await page.goto(baseUrl + path)
}

/** Asks again until the answer is true; page.waitForFunction needs eval, which the page's policy forbids. */
export async function until(ask: () => Promise<boolean>, what: string, withinMs = 60_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`not seen within ${withinMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until the map has drawn everything that it wants to. */
export const mapDrawn = (page: Page): Promise<void> =>
  until(() => page.evaluate(() => (window.mapForTests?.loaded() ?? false) && window.mapForTests!.areTilesLoaded()), 'a drawn map', 60_000)

/** Moves the map at once. The map itself is not given back: to be sent here it would be written out for seconds. */
export const jumpTo = (page: Page, camera: { center?: [number, number]; zoom: number }): Promise<void> =>
  page.evaluate((to) => void window.mapForTests!.jumpTo(to), camera)

/** Ids of the zones of a kind that are drawn in view. */
export const drawnZones = (page: Page, kind: string): Promise<string[]> =>
  page.evaluate((layer) => [...new Set((window.mapForTests?.queryRenderedFeatures({ layers: [layer] }) ?? []).map((feature) => String(feature.properties['id'])))], `zone-fill-${kind}`)

/** One click: a demo account. */
export async function signInAs(page: Page, username: 'demo-planner' | 'demo-reviewer' | 'demo-command' | 'demo-gate'): Promise<void> {
  const posts = { 'demo-planner': '区划岗', 'demo-reviewer': '审核岗', 'demo-command': '指挥中心值班岗', 'demo-gate': '卡点岗' }
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: posts[username] }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
