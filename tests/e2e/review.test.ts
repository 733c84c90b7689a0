import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { fillForm } from './steps/form.ts'
import { productOfWorker } from './steps/product.ts'
import { drawnZones, mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

/** Pixels' worth of a layer that is drawn. */
const drawn = (page: Page, layer: string) =>
  page.evaluate((id) => window.mapForTests!.queryRenderedFeatures({ layers: [id] }).length, layer)

async function openAs(post: 'demo-planner' | 'demo-reviewer') {
  const opened = await openPage()
  await openScreen(opened.page, baseUrl)
  await mapDrawn(opened.page)
  await signInAs(opened.page, post)
  return opened
}

describe('two persons from a site to a zone in force', () => {
  it('finds the smallest zone, sends it back with reasons, approves exactly what goes out, and publishes it', async () => {
    const name = `审核故事 ${Date.now()}`
    const [planner, reviewer] = [await openAs('demo-planner'), await openAs('demo-reviewer')]
    const [plan, review] = [planner.page, reviewer.page]

    // site → candidates, side by side and on the map; a larger one asks why
    await plan.getByRole('tab', { name: '疫情点位' }).click()
    await plan.locator('.site-row input').first().check()
    await plan.getByRole('button', { name: '求最小范围（1 个点位）' }).click()
    await plan.locator('.candidate[data-best=true]').waitFor()
    expect(await plan.locator('.candidate').evaluateAll((all) => all.map((one) => one.getAttribute('data-level')))).toEqual(['building', 'compound', 'village', 'township'])
    await plan.locator('.candidate[data-level=compound]').hover()
    await until(async () => (await drawn(plan, 'candidate-fill')) > 0, 'the candidate on the map')
    await plan.locator('.candidate[data-level=compound]').getByRole('button', { name: '选用' }).click()
    await fillForm(plan, name)
    await plan.getByRole('button', { name: '提交审核' }).click()
    await until(() => plan.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'), 'the focus on the missing reason')
    await plan.getByLabel('为何用“小区、自然村”而非“楼栋”').fill('单元门共用，无法按楼栋封控')
    await plan.getByRole('button', { name: '提交审核' }).click()
    await plan.locator('.panel-foot', { hasText: '审核中' }).waitFor()
    const id = (await plan.locator('.right .ident .mono').textContent())!

    // the reviewer sees what it would change, and sends it back
    await review.getByRole('tab', { name: '审核' }).click()
    await review.locator('.left .row', { hasText: name }).click()
    await review.locator('.change-table').waitFor()
    await until(async () => (await drawn(review, 'added-fill')) > 0, 'the ground gained on the reviewer’s map')
    expect(await review.locator('.right').textContent()).toContain('单元门共用，无法按楼栋封控')
    expect(await review.getByRole('button', { name: '退回' }).isDisabled()).toBe(true)
    await review.getByLabel('审核意见（退回时必填）').fill('依据文号有误')
    await review.getByRole('button', { name: '退回' }).click()

    // its reasons are beside the draft; changed, it goes round again
    await plan.locator('.rejection', { hasText: '依据文号有误' }).waitFor()
    expect(await plan.getByRole('button', { name: '提交审核' }).count()).toBe(0)
    await plan.getByLabel('文号', { exact: true }).fill('云防指〔2026〕101号')
    await plan.getByRole('button', { name: '提交审核' }).click()
    await plan.locator('.panel-foot', { hasText: '审核中' }).waitFor()
    await review.locator('.left .row', { hasText: name }).click()
    await review.locator('.right', { hasText: '云防指〔2026〕101号' }).waitFor()
    await review.locator('.change-table').waitFor()
    await review.getByRole('button', { name: '批准', exact: true }).click()
    await review.locator('.right .badge', { hasText: '已批准' }).waitFor()

    // approved elsewhere, it can be published here, and everybody sees it
    await plan.getByRole('button', { name: '发布…' }).click()
    const dialog = plan.getByRole('dialog')
    await dialog.locator('.change-table').waitFor()
    await dialog.getByRole('button', { name: '确认发布' }).click()
    await review.locator('.right .badge', { hasText: '已批准' }).waitFor({ state: 'detached' })
    await until(async () => (await drawnZones(plan, 'sealed')).includes(id), 'the zone drawn in the planner’s browser')

    await plan.getByRole('button', { name: '解除', exact: true }).click()
    await plan.getByRole('dialog').getByLabel('理由').fill('端到端测试结束')
    await plan.getByRole('dialog').getByLabel('文号').fill('云防指〔2026〕102号')
    await plan.getByRole('button', { name: '确认解除' }).click()
    await plan.locator(`.row[data-zone="${id}"]`).waitFor({ state: 'detached' })
    expect(planner.problems).toEqual([])
    expect(reviewer.problems).toEqual([])
    await planner.close()
    await reviewer.close()
  })

  it('publishes on the fast lane with a reason, and shows the review that it still owes', async () => {
    const name = `快速通道 ${Date.now()}`
    const [planner, reviewer] = [await openAs('demo-planner'), await openAs('demo-reviewer')]
    const [plan, review] = [planner.page, reviewer.page]
    await plan.keyboard.press('n')
    await plan.locator('.unit-list input').nth(7).check()
    await fillForm(plan, name)
    await plan.getByRole('button', { name: '快速通道…' }).click()
    const dialog = plan.getByRole('dialog')
    await dialog.locator('.change-table').waitFor()
    const now = dialog.getByRole('button', { name: '立即发布' })
    expect(await now.isDisabled()).toBe(true)
    await dialog.getByLabel('快速发布的理由').fill('楼内有人突发呼吸困难，须立即封控转运')
    expect(await now.isDisabled()).toBe(true)
    await dialog.getByRole('checkbox').check()
    await now.click()
    const row = review.locator('.attention .row', { hasText: name })
    await row.waitFor()
    await row.click()
    await review.locator('.right', { hasText: '楼内有人突发呼吸困难' }).waitFor()
    await review.getByLabel('审核意见').fill('已到现场核实')
    await review.getByRole('button', { name: '确认', exact: true }).click()
    await row.waitFor({ state: 'detached' })
    await review.locator('.row[data-zone]', { hasText: name }).waitFor() // it is in force as before

    await plan.getByRole('button', { name: '解除', exact: true }).click()
    await plan.getByRole('dialog').getByLabel('理由').fill('端到端测试结束')
    await plan.getByRole('dialog').getByLabel('文号').fill('云防指〔2026〕103号')
    await plan.getByRole('button', { name: '确认解除' }).click()
    await plan.locator('.row[data-zone]', { hasText: name }).waitFor({ state: 'detached' })
    expect(planner.problems).toEqual([])
    expect(reviewer.problems).toEqual([])
    await planner.close()
    await reviewer.close()
  })
})
