import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)

describe.each([['zh', 'light'], ['zh', 'dark'], ['en', 'light'], ['en', 'dark']] as const)('in %s and %s', (lang, theme) => {
  it('the command screen, a zone, signing in and the check page have no accessibility faults', async () => {
    const { page, problems, close } = await openPage({ viewport: { width: 1600, height: 900 } })
    await openScreen(page, baseUrl, { lang, theme })
    await mapDrawn(page)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang === 'zh' ? 'zh-CN' : 'en')
    expect(await violations(page)).toEqual([])
    await page.locator('.row[data-zone]').first().click()
    await page.locator('.right .facts').waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('.top-bar .button.primary').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${baseUrl}/check`)
    await page.locator('h1').waitFor()
    expect(await violations(page)).toEqual([])
    expect(problems).toEqual([])
    await close()
  })
})
