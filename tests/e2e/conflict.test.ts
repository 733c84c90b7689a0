import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { fillForm } from './steps/form.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

const SCREEN = { viewport: { width: 1600, height: 900 } }

describe('two planners with one draft', () => {
  it('shows both versions to the second, who loses nothing and decides', async () => {
    const [first, second] = [await openPage(SCREEN), await openPage(SCREEN)]
    for (const { page } of [first, second]) {
      await openScreen(page, baseUrl)
      await mapDrawn(page)
      await signInAs(page, 'demo-planner')
    }
    await first.page.keyboard.press('n')
    await first.page.locator('.unit-list input').nth(5).check()
    await fillForm(first.page, '两人同改')
    await first.page.getByRole('button', { name: '保存草稿' }).click()
    await first.page.locator('.right .ident', { hasText: '990101-S-' }).waitFor()

    await second.page.getByRole('tab', { name: '草稿' }).click()
    await second.page.locator('.left .row', { hasText: '两人同改' }).click()
    await second.page.getByLabel('名称', { exact: true }).fill('后来者的名称')
    await first.page.getByLabel('名称', { exact: true }).fill('先到者的名称')
    await first.page.locator('.unit-list input').nth(9).check()
    await first.page.getByRole('button', { name: '保存草稿' }).click()
    await first.page.getByText('草稿已保存').last().waitFor()
    await second.page.getByRole('button', { name: '保存草稿' }).click()

    const dialog = second.page.getByRole('dialog', { name: '有人先改了这份草稿' })
    await dialog.getByText('先到者的名称').waitFor()
    await dialog.getByText('后来者的名称').waitFor()
    // both grounds on the map, each in its own colour, beside the words that differ
    const shapes = () => second.page.evaluate(() =>
      ['mine-fill', 'theirs-fill'].map((layer) => window.mapForTests!.queryRenderedFeatures({ layers: [layer] }).length > 0))
    await until(async () => (await shapes()).every(Boolean), 'both versions on the map')
    await dialog.getByRole('button', { name: '以我的为准再保存' }).click()
    await second.page.locator('.left .row', { hasText: '后来者的名称' }).waitFor()

    await second.page.getByRole('button', { name: '删除草稿' }).click()
    await second.page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click()
    await second.page.locator('.left .row', { hasText: '后来者的名称' }).waitFor({ state: 'detached' })
    expect(second.problems.filter((problem) => !problem.includes('412'))).toEqual([])
    await first.close()
    await second.close()
  })
})
