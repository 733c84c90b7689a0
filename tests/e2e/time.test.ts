import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { colourAt } from './steps/pixels.ts'
import { productOfWorker } from './steps/product.ts'
import { drawnZones, mapDrawn, openScreen, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()
const SCREEN = { viewport: { width: 1366, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const VIEW = '/#map=12.00/34.50000/109.50000'
const slider = (page: Page) => page.getByRole('slider')
const drawn = async (page: Page) => (await Promise.all(['sealed', 'controlled', 'precaution'].map((kind) => drawnZones(page, kind)))).flat()
const saturation = ([r, g, b]: [number, number, number]) => Math.max(r, g, b) - Math.min(r, g, b)

describe('the time slider', () => {
  it('shows the moment that it is dragged to on map, list and numbers, and goes back by Esc', async () => {
    const { page, problems, close } = await openPage(SCREEN)
    await openScreen(page, baseUrl, { path: VIEW })
    await mapDrawn(page)
    await until(async () => (await drawn(page)).length > 0, 'zones on the map')
    const rows = await page.locator('.row[data-zone]').count()
    expect(rows).toBeGreaterThan(0)
    const box = (await slider(page).boundingBox())!
    await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    // weeks before the demo was loaded nothing was in force
    await page.getByRole('status').filter({ hasText: '不是现在' }).waitFor()
    await until(async () => (await drawn(page)).length === 0, 'an empty map of then')
    expect(await page.locator('.row[data-zone]').count()).toBe(0)
    expect((await page.locator('.total .figure').allTextContents()).every((text) => text === '0')).toBe(true)
    expect(page.url()).toMatch(/&at=20\d\d-/)
    expect(await page.locator('.frame').getAttribute('data-moment')).toBe('past')
    await page.keyboard.press('Escape')
    await until(async () => (await drawn(page)).length > 0, 'now again')
    expect(await page.locator('.row[data-zone]').count()).toBe(rows)
    expect(page.url()).not.toContain('at=')
    expect(await page.locator('.moment-banner').count()).toBe(0)
    expect(problems).toEqual([])
    await close()
  })

  it('is moved by the keyboard, and a link opens its moment, unmistakably not now', async () => {
    const { page, problems, close } = await openPage(SCREEN)
    await openScreen(page, baseUrl, { path: VIEW })
    await mapDrawn(page)
    const [x, y] = [700, 300]
    await slider(page).focus()
    await page.keyboard.press('PageDown')
    await page.locator('.moment-banner').waitFor()
    const first = await slider(page).getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowLeft')
    await until(async () => (await slider(page).getAttribute('aria-valuetext')) !== first, 'a quarter of an hour earlier')
    const link = page.url()
    const past = saturation(await colourAt(page, x, y))
    await page.getByRole('button', { name: '回到现在' }).click()
    await page.locator('.moment-banner').waitFor({ state: 'detached' })
    await mapDrawn(page)
    expect(past).toBeLessThanOrEqual(saturation(await colourAt(page, x, y)))
    await page.getByRole('button', { name: '上一次变化' }).click()
    await page.locator('.moment-banner').waitFor()
    await page.goto(`${baseUrl}/check`)
    await page.goto(link)
    await page.locator('.moment-banner').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  it('opens and works on a phone', async () => {
    const { page, problems, close } = await openPage(PHONE)
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    expect(await slider(page).count()).toBe(0)
    await page.getByRole('button', { name: '时间轴' }).click()
    const box = (await slider(page).boundingBox())!
    expect(box.width).toBeGreaterThan(250)
    await page.touchscreen.tap(box.x + box.width / 3, box.y + box.height / 2)
    await page.locator('.moment-banner').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(problems).toEqual([])
    await close()
  })
})

describe('an evidence sheet', () => {
  it('opens from a zone, prints on A4, and its hash is confirmed', async () => {
    const { page, context, problems, close } = await openPage(SCREEN)
    await openScreen(page, baseUrl, { path: VIEW })
    await page.locator('.row[data-zone]').first().click()
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: '区域证明' }).click()
    const sheet = await opened
    await sheet.locator('.sheet .zone').first().waitFor()
    await sheet.locator('.badge.good', { hasText: '已核验' }).waitFor()
    const hash = (await sheet.locator('.proof .hash').textContent())!
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const address = (await sheet.locator('.url a').getAttribute('href'))!
    const confirm = async (path: string) => (await page.request.get(baseUrl + path)).json() as Promise<{ genuine: boolean }>
    expect(await confirm(address)).toEqual({ genuine: true, chain: true, hash })
    expect((await confirm(address.replace(hash, '0'.repeat(64)))).genuine).toBe(false)
    const pdf = await sheet.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    // A4 in points
    expect(pdf.toString('latin1')).toMatch(/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
    await sheet.getByRole('button', { name: 'English' }).click()
    await sheet.locator('h1', { hasText: 'Evidence sheet' }).waitFor()
    expect(problems).toEqual([])
    await close()
  })
})
