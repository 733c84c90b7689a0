import { afterAll, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openPage } from '../support/browser.ts'
import { mapDrawn, openScreen } from './steps/screen.ts'

const baseUrl = inject('baseUrl')
afterAll(closeBrowser)

describe('the sign of freshness', () => {
  it('F33: turns red when the line is cut and recovers by itself', async () => {
    const { page, context, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    const sign = page.locator('.fresh')
    await expect.poll(() => sign.getAttribute('data-state')).toBe('live')
    await context.route('**/api/**', (route) => route.abort())
    await context.setOffline(true)
    await expect.poll(() => sign.getAttribute('data-state'), { timeout: 60_000 }).toBe('cut')
    await context.unroute('**/api/**')
    await context.setOffline(false)
    await expect.poll(() => sign.getAttribute('data-state'), { timeout: 30_000 }).toBe('live')
    await close()
  })
})
