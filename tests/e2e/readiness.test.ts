import { describe, expect, it } from 'vitest'
import { dateOfDay, dayOfMoment } from '#shared/rules/shanghai-day.ts'
import { openPage } from '../support/browser.ts'
import { enterEvidence, judged } from './steps/evidence.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

const ago = (days: number) => dateOfDay(dayOfMoment(new Date()) - days)

describe('readiness on the screen', () => {
  it('follows the evidence to ready, offers the decision, and a positive restarts the clock', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl, { path: '/#zone=990101-S-0001' })
    await mapDrawn(page)
    expect(await page.locator('.readiness').count()).toBe(0) // nothing of it is public
    await signInAs(page, 'demo-planner')
    await page.locator('.left .row[data-zone="990101-S-0001"]').click()
    await judged(page, 'evidence_missing')
    await enterEvidence(page, '新增感染', { 日期: ago(20), 人数: '2' })
    await enterEvidence(page, '本区无密接', { 日期: ago(1) })
    await page.locator('[data-clause="contact_days"][data-state="held"]').waitFor()
    await page.locator('[data-clause="round_before_lift"][data-state="missing"]').waitFor()
    await enterEvidence(page, '检测轮次', { 日期: ago(0), 应检: '100', 已采样: '100', 阴性: '100', 阳性: '0' })
    await judged(page, 'ready')
    await page.locator('.attention .row', { hasText: '条件已满足' }).first().waitFor()
    await page.getByRole('button', { name: '作出解除决定…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认解除' }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await enterEvidence(page, '新增感染', { 日期: ago(0), 人数: '1' })
    await judged(page, 'not_ready')
    await page.locator('.countdown[data-days="14"]').waitFor()
    // a correction takes its place, and both stay readable
    await page.locator('.entries > li').first().getByRole('button', { name: '更正' }).click()
    await page.locator('.evidence-form').getByLabel('日期').fill(ago(2))
    await page.locator('.evidence-form').getByRole('button', { name: '更正' }).click()
    await until(async () => (await page.locator('.countdown').getAttribute('data-days')) === '12', '12 days to go')
    await until(async () => (await page.locator('.entries > li[data-over="true"]').count()) === 1, 'the corrected entry')
    expect(problems).toEqual([])
    await close()
  })

  it('calls for sealing a controlled zone with a positive, and opens the planner, no more', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    await signInAs(page, 'demo-planner')
    await page.locator('.left .row[data-zone="990101-C-0001"]').click()
    await enterEvidence(page, '新增感染', { 日期: ago(0), 人数: '1' })
    await page.locator('.attention .row', { hasText: '研判封控' }).first().waitFor()
    await page.getByRole('button', { name: '拟定封控区…' }).click()
    await page.locator('.right .panel-head[data-kind="sealed"]').waitFor()
    expect(await page.locator('.picked button').count()).toBe(1)
    await page.locator('.right .panel-head .close').click()
    await page.getByRole('button', { name: '离开' }).click()
    await page.locator('.left .row[data-zone="990101-C-0001"]').click()
    await enterEvidence(page, '处置决定', { 决定内容: '已由现场封控，另行拟定' })
    await page.locator('.attention .row', { hasText: '研判封控' }).waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  it('says what another rule pack would change, and why', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    await signInAs(page, 'demo-planner')
    await page.getByRole('button', { name: '规则对比…' }).click()
    const dialog = page.getByRole('dialog', { name: '换用另一规则集会怎样' })
    await dialog.getByLabel('规则集').selectOption({ label: '二十条 2022 年 11 月' })
    await dialog.locator('.change[data-zone="990101-C-0001"]', { hasText: '无相应级别' }).waitFor()
    await dialog.locator('.change[data-zone="990101-S-0001"]', { hasText: '14 天无新增 → 5 天无新增' }).waitFor()
    expect(problems).toEqual([])
    await close()
  })
})
