import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { productOfWorker } from './steps/product.ts'
import { drawnZones, mapDrawn, openScreen } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

describe('the command screen on a phone', () => {
  it('shows a usable map with a bottom sheet', async () => {
    const { page, problems, close } = await openPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    expect((await drawnZones(page, 'precaution')).length).toBeGreaterThan(0)
    const sheet = page.locator('.left')
    const peeking = (await sheet.boundingBox())!.height
    await page.getByRole('button', { name: '展开面板' }).click()
    await expect.poll(async () => (await sheet.boundingBox())!.height).toBeGreaterThan(peeking + 100)
    await page.locator('.row[data-zone]').first().click()
    await page.locator('.right .measures').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(problems).toEqual([])
    await close()
  })
})
