import type { Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { productOfWorker } from './steps/product.ts'
import { openScreen, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
type Place = { lng: number; lat: number }

/** A place inside a zone of the demo county, from the address register. */
async function placeInZone(): Promise<Place> {
  let match: Place | undefined
  // just after the start the register of addresses is still being read
  await until(async () => {
    const response = await fetch(`${baseUrl}/api/check?address=${encodeURIComponent('星河苑2幢')}`)
    match = ((await response.json()) as { address?: { match: Place } }).address?.match
    return match !== undefined
  }, 'an address that is found')
  return match!
}

describe('checks on the device', () => {
  it('answer without sending the place anywhere, and without a line after the first visit', async () => {
    const { lng, lat } = await placeInZone()
    const geolocation = { longitude: lng, latitude: lat }
    const { page, context, problems, close } = await openPage({ ...PHONE, permissions: ['geolocation'], geolocation })
    const sent: Request[] = []
    context.on('request', (request) => sent.push(request))
    await openScreen(page, baseUrl, { path: '/check' })
    await page.getByRole('button', { name: '用我的位置' }).click()
    await page.locator('.answer[data-result="in_zone"][data-kind="sealed"]').waitFor()
    await page.getByLabel('地址').fill(`${lng}, ${lat}`)
    await page.getByRole('button', { name: '查询', exact: true }).click()
    await page.locator('.answer', { hasText: '查询坐标' }).waitFor()

    // no part of the place in any address, header or body
    const digits = [lng, lat].flatMap((degrees) => [String(degrees), degrees.toFixed(4), degrees.toFixed(3)])
    const all = await Promise.all(sent.map(async (request) => `${request.method()} ${request.url()} ${JSON.stringify(await request.allHeaders())} ${request.postData() ?? ''}`))
    expect(all.filter((text) => digits.some((part) => text.includes(part)))).toEqual([])
    expect(sent.filter((request) => request.method() !== 'GET')).toEqual([])
    expect(new Set(sent.map((request) => new URL(request.url()).origin))).toEqual(new Set([baseUrl]))
    expect(problems).toEqual([])

    await until(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated'), 'an active service worker')
    await until(() => page.evaluate(async () => (await (await caches.open('sanqu-check-1')).keys()).some(({ url }) => url.includes('/api/check/pack/'))), 'a stored pack').catch(async () => {
      // the first visit may have fetched the pack before the worker was there: the second stores it
      await page.reload()
      await page.getByRole('button', { name: '用我的位置' }).click()
      await page.locator('.answer').waitFor()
    })
    await context.setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: '用我的位置' }).click()
    await page.locator('.answer[data-result="in_zone"][data-kind="sealed"] h2', { hasText: '在封控区内' }).waitFor()
    await page.getByLabel('地址').fill('星河苑2幢')
    await page.getByRole('button', { name: '查询', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('.answer').count()).toBe(0)
    await close()
  })

  it('are on a page that can be installed', async () => {
    const html = await (await fetch(`${baseUrl}/check`)).text()
    const manifest = await fetch(new URL(/rel="manifest" href="([^"]+)"/.exec(html)![1]!, baseUrl))
    expect(manifest.headers.get('content-type')).toContain('manifest+json')
    const { start_url, display, icons } = (await manifest.json()) as { start_url: string; display: string; icons: { src: string; sizes: string }[] }
    expect([start_url, display]).toEqual(['/check', 'standalone'])
    expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
    for (const { src } of icons) expect((await fetch(new URL(src, baseUrl))).status).toBe(200)
    const worker = await fetch(`${baseUrl}/page-sw.js`)
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  })

  it('have no script or style in the page itself, and a policy that would refuse one', async () => {
    for (const path of ['/', '/check', '/gate', '/card']) {
      const response = await fetch(baseUrl + path)
      const html = await response.text()
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|javascript:/)
      const policy = response.headers.get('content-security-policy')!
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    }
  })
})
