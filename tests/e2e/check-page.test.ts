import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { productOfWorker } from './steps/product.ts'
import { openScreen } from './steps/screen.ts'

const { baseUrl } = productOfWorker()
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe('the check page on a phone', () => {
  it('says in big words that an address is in a sealed zone, and in English after a switch', async () => {
    const { page, problems, close } = await openPage(PHONE)
    await openScreen(page, baseUrl, { path: '/check' })
    await page.getByLabel('地址').fill('星河苑2幢')
    await page.getByRole('button', { name: '查询' }).click()
    await page.locator('.answer[data-result="in_zone"] h2', { hasText: '在封控区内' }).waitFor()
    await page.locator('.measures li').first().waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('.answer h2', { hasText: 'In a sealed zone' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(problems).toEqual([])
    await close()
  })

  it('never calls an address that is not found "not in a zone"', async () => {
    const { page, close } = await openPage(PHONE)
    await openScreen(page, baseUrl, { path: '/check' })
    await page.getByLabel('地址').fill('火星基地七号楼')
    await page.getByRole('button', { name: '查询' }).click()
    await page.locator('.answer[data-result="unknown"] h2', { hasText: '无法判断' }).waitFor()
    expect(await page.locator('.answer').textContent()).not.toContain('不在任何管控区域内')
    await close()
  })

  it('uses the place of the device when permitted, and says what to do when not', async () => {
    const allowed = await openPage({ ...PHONE, permissions: ['geolocation'], geolocation: { longitude: 109.3, latitude: 34.45 } })
    await openScreen(allowed.page, baseUrl, { path: '/check' })
    await allowed.page.getByRole('button', { name: '用我的位置' }).click()
    await allowed.page.locator('.answer').waitFor()
    expect(await allowed.page.locator('.answer').getAttribute('data-result')).not.toBe('in_zone')
    await allowed.close()

    const refused = await openPage({ ...PHONE, permissions: [] })
    await openScreen(refused.page, baseUrl, { path: '/check' })
    await refused.page.getByRole('button', { name: '用我的位置' }).click()
    await refused.page.getByRole('alert').waitFor()
    expect(await refused.page.locator('.answer').count()).toBe(0)
    await refused.close()
  })
})
