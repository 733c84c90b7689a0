import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { FIRST_SCREEN_KB, gzippedBytes, scriptsOf } from '../support/first-screen.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

const isPanels = (name: string): boolean => /^(details-content|open-dialog)-/.test(name)

describe('the scripts of the command screen', () => {
  it(`are ${FIRST_SCREEN_KB} kB gzipped at most, with the map and the panels that follow it; those open without another`, async () => {
    const { page, close } = await openPage()
    const scripts = scriptsOf(page)
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    await until(async () => [...scripts].filter(isPanels).length === 2, 'the panels fetched')
    expect([...scripts].some((name) => name.startsWith('map-worker-'))).toBe(true)
    expect([...scripts].filter((name) => /^(drawing-tool|buffer|admin-dialog)-/.test(name))).toEqual([])
    expect(gzippedBytes(scripts)).toBeLessThanOrEqual(FIRST_SCREEN_KB * 1000)
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.locator('[data-zone="990101-S-0001"]').click()
    await page.locator('.right .ident', { hasText: '990101-S-0001' }).waitFor()
    await close()
  })

  it('are missed aloud when the server no longer has them', async () => {
    const { page, close } = await openPage()
    await page.route('**/assets/details-content-*.js', (route) => route.fulfill({ status: 404 }))
    await openScreen(page, baseUrl)
    await page.getByText('页面的一部分无法加载').waitFor()
    await page.getByText('请刷新页面').waitFor()
    await close()
  })
})
