import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

describe('the keyboard', () => {
  it('signs in without a mouse, and Esc goes back step by step', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    const tabTo = async (name: string) => {
      for (let i = 0; i < 60 && (await focused()) !== name; i++) await page.keyboard.press('Tab')
      expect(await focused()).toBe(name)
    }
    await tabTo('登录')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo('区划岗')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '区划岗' }).waitFor()

    await page.keyboard.press('n')
    await page.locator('.planner').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.planner').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  it('searches, moves through the hits, and says whether the place is in a zone', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    await page.keyboard.press('/')
    await page.keyboard.type('星河苑')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await until(async () => (await page.locator('.right').textContent())?.includes('封控区') ?? false, 'the zone of the place found')
    expect(problems).toEqual([])
    await close()
  })
})
