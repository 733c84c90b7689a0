import type { MultiPolygon } from 'geojson'
import { labelPoint } from '#shared/geometry/label-point.ts'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { colourAt } from './steps/pixels.ts'
import { productOfWorker } from './steps/product.ts'
import { jumpTo, drawnZones, mapDrawn, openScreen } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

describe('the map', () => {
  it('draws zones in force, in their colours, and follows a click to the strictest', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    const sealed = '990101-S-0001'
    expect(await drawnZones(page, 'precaution')).toContain('990101-P-0001')
    expect(await drawnZones(page, 'sealed')).toContain(sealed)

    await page.locator(`[data-zone="${sealed}"]`).click()
    await page.getByRole('heading', { level: 2 }).filter({ hasText: '封控区' }).first().waitFor()
    await mapDrawn(page)
    const zone = (await (await page.request.get(`${baseUrl}/api/zones/${sealed}`)).json()) as { geometry: MultiPolygon }
    await page.locator('.right').getByRole('button', { name: '关闭', exact: true }).click()
    await page.locator('.right').waitFor({ state: 'detached' })
    const box = (await page.locator('#map canvas').first().boundingBox())!
    await jumpTo(page, { center: labelPoint(zone.geometry), zoom: 19 })
    await mapDrawn(page)
    // beside the middle, where the name stands
    const spot = { x: box.x + box.width / 2 + 40, y: box.y + box.height / 2 + 140 }
    const [red, , blue] = await colourAt(page, spot.x, spot.y, 80)
    expect(red - blue, 'vermilion over the ground').toBeGreaterThan(25)

    await page.mouse.click(spot.x, spot.y)
    await page.locator('.right .ident', { hasText: sealed }).waitFor()
    expect(page.url()).toContain(`zone=${sealed}`)
    expect(problems).toEqual([])
    await close()
  })

  it('opens where its address says and writes the address back', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl, { path: '/#map=15.00/34.50300/109.50200&zone=990101-S-0001' })
    await mapDrawn(page)
    expect(await page.evaluate(() => Number(window.mapForTests!.getZoom().toFixed(2)))).toBe(15)
    await page.locator('.right .ident', { hasText: '990101-S-0001' }).waitFor()
    await jumpTo(page, { zoom: 13 })
    await expect.poll(() => page.url()).toContain('#map=13.00/')
    expect(problems).toEqual([])
    await close()
  })

  it('fetches nothing from elsewhere', async () => {
    const { page, close } = await openPage()
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).protocol === 'data:' || request.url().startsWith('blob:') ? 'inline' : new URL(request.url()).host))
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    hosts.delete('inline')
    expect([...hosts]).toEqual([new URL(baseUrl).host])
    await close()
  })
})
