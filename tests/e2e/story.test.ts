import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateOfDay, dayOfMoment } from '#shared/rules/shanghai-day.ts'
import { openPage } from '../support/browser.ts'
import { startShiftedServer, type ShiftedServer } from '../support/shifted-server.ts'
import { enterEvidence, judged } from './steps/evidence.ts'
import { fillForm } from './steps/form.ts'
import { drawnZones, mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const FIRST = dayOfMoment(new Date()) + 1
const day = (n: number) => dateOfDay(FIRST + n)
/** Eight in the evening of the story's day; its first is 0. */
const evening = (n: number) => new Date(`${day(n)}T20:00:00+08:00`)
const inChinese = (n: number) => new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day(n)}T00:00Z`))

let server: ShiftedServer
beforeAll(async () => {
  server = await startShiftedServer(evening(0))
})
afterAll(async () => {
  await server.stop()
})

/** A post sits down at a screen whose clock is the server's. */
async function sitDown(post: 'demo-planner' | 'demo-reviewer', ahead: number, path = '/') {
  const opened = await openPage({ timezoneId: 'Asia/Shanghai' })
  await opened.context.addInitScript((ms) => {
    const RealDate = Date
    globalThis.Date = class extends RealDate {
      constructor(...parts: unknown[]) {
        super(...((parts.length === 0 ? [RealDate.now() + ms] : parts) as [number]))
      }
      static override now = () => RealDate.now() + ms
    } as DateConstructor
  }, ahead)
  await openScreen(opened.page, server.baseUrl, { path })
  await mapDrawn(opened.page)
  await signInAs(opened.page, post)
  return opened
}

/** The middle of a compound that no zone covers, [lng, lat]: where the story's site is. */
async function quietPlace(): Promise<[number, number]> {
  const area = (await (await fetch(`${server.baseUrl}/api/areas/990101001004001`)).json()) as { bounds: [number, number, number, number] }
  const [west, south, east, north] = area.bounds
  return [(west + east) / 2, (south + north) / 2]
}

const clickMap = async (page: Page, at: [number, number]) => {
  const [x, y] = await page.evaluate((place) => {
    const { left, top } = window.mapForTests!.getContainer().getBoundingClientRect()
    const point = window.mapForTests!.project(place)
    return [left + point.x, top + point.y] as const
  }, at)
  await page.mouse.click(x, y)
}

describe('one story, from a site to the evidence sheet of the second evening', () => {
  it('is walked by two posts through the screen', async () => {
    const name = '第一晚划定的封控区'
    const [lng, lat] = await quietPlace()
    const problems: string[][] = []

    // the first evening: a site is entered on the map
    let ahead = server.moveTo(evening(0))
    const planner = await sitDown('demo-planner', ahead, `/#map=17.00/${lat}/${lng}`)
    const reviewer = await sitDown('demo-reviewer', ahead)
    const [plan, review] = [planner.page, reviewer.page]
    await plan.getByRole('tab', { name: '疫情点位' }).click()
    await plan.getByRole('button', { name: '添加点位' }).click()
    await clickMap(plan, [lng, lat])
    await plan.getByLabel('地点').fill('小区内一处')
    await plan.getByLabel('例数').fill('2')
    await plan.getByRole('button', { name: '保存', exact: true }).click()
    await plan.getByText('点位已保存').waitFor()

    // the smallest zone that is sufficient becomes a draft
    await plan.getByRole('button', { name: '求最小范围', exact: true }).click()
    const best = plan.locator('.candidate[data-best=true]')
    await best.getByRole('button', { name: '选用' }).click()
    await fillForm(plan, name)
    await plan.getByRole('button', { name: '提交审核' }).click()
    await plan.locator('.panel-foot', { hasText: '审核中' }).waitFor()
    const id = (await plan.locator('.right .ident .mono').textContent())!

    // a second person sees what it would change, and approves
    await review.getByRole('tab', { name: '审核' }).click()
    await review.locator('.left .row', { hasText: name }).click()
    await review.locator('.change-table').waitFor()
    expect(await review.locator('.preflight').textContent()).toContain('首次发布')
    await review.getByRole('button', { name: '批准', exact: true }).click()
    await review.locator('.right .badge', { hasText: '已批准' }).waitFor()

    // published, it is in force on the map and in the list of both
    await plan.getByRole('button', { name: '发布…' }).click()
    await plan.getByRole('dialog').locator('.change-table').waitFor()
    await plan.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
    await until(async () => (await drawnZones(plan, 'sealed')).includes(id), 'the zone drawn')
    await review.getByRole('tab', { name: '生效中' }).click()
    await review.locator(`.row[data-zone="${id}"]`).waitFor()
    await judged(plan, 'evidence_missing')
    problems.push(planner.problems, reviewer.problems)
    await planner.close()
    await reviewer.close()

    // the second evening: totals of the day are entered
    ahead = server.moveTo(evening(1))
    const second = await sitDown('demo-planner', ahead, `/#zone=${id}`)
    await enterEvidence(second.page, '新增感染', { 日期: day(0), 人数: '2' })
    await enterEvidence(second.page, '本区无密接', { 日期: day(1) })
    await second.page.locator('.countdown', { hasText: `最早 ${inChinese(14)}` }).waitFor()
    problems.push(second.problems)
    await second.close()

    // the fourth: a positive restarts the clock, and the screen says so
    ahead = server.moveTo(evening(3))
    const fourth = await sitDown('demo-planner', ahead, `/#zone=${id}`)
    await enterEvidence(fourth.page, '检测轮次', { 日期: day(3), 应检: '100', 已采样: '100', 阴性: '99', 阳性: '1' })
    await fourth.page.locator('.countdown', { hasText: `最早 ${inChinese(17)}` }).waitFor()
    await fourth.page.getByText(`时钟已重新计算 1 次，最近 ${inChinese(3)}`).waitFor()
    await judged(fourth.page, 'not_ready')
    problems.push(fourth.problems)
    await fourth.close()

    // the eighteenth: ready by a full negative round, and lifted by decision
    ahead = server.moveTo(evening(17))
    const last = await sitDown('demo-planner', ahead, `/#zone=${id}`)
    const { page } = last
    await judged(page, 'evidence_missing')
    await enterEvidence(page, '检测轮次', { 日期: day(17), 应检: '100', 已采样: '100', 阴性: '100', 阳性: '0' })
    await judged(page, 'ready')
    await page.getByRole('button', { name: '作出解除决定…' }).click()
    const decision = page.getByRole('dialog')
    await decision.getByLabel('理由').fill('十四天无新增，全员检测阴性')
    await decision.getByLabel('决定单位').fill('县疫情防控指挥部')
    await decision.getByLabel('文号').fill('云防指〔2026〕117号')
    const ticks = page.locator('.timeline .tick')
    const before = await ticks.count()
    await decision.getByRole('button', { name: '确认解除' }).click()
    await page.locator(`.row[data-zone="${id}"]`).waitFor({ state: 'detached' })
    await until(async () => (await ticks.count()) > before, 'the mark of the lift on the time line')

    // back along the time line: before the lift, before the start, a day on
    await page.getByRole('button', { name: '上一次变化' }).click()
    await page.locator(`.row[data-zone="${id}"]`).waitFor()
    await page.getByRole('button', { name: '上一次变化' }).click()
    await page.locator(`.row[data-zone="${id}"]`).waitFor({ state: 'detached' })
    await page.getByRole('slider').focus()
    await page.keyboard.press('PageUp')
    await page.locator(`.row[data-zone="${id}"]`).click()
    // what was known that evening, beside what was entered late: it had been sealed an hour before it was published
    await page.getByRole('button', { name: '更正记录…' }).click()
    const late = page.getByRole('dialog', { name: '更正生效时间' })
    await late.getByLabel('实际开始').fill(`${day(0)}T19:00`)
    await late.locator('.versus .differs', { hasText: '19:00' }).waitFor()
    await late.getByLabel('更正的理由').fill('当晚 19 时已口头下令，发布时补录有误')
    await late.getByLabel('文号').fill('云防指〔2026〕118号')
    await late.getByRole('button', { name: '记录更正' }).click()
    await late.waitFor({ state: 'detached' })
    await page.getByLabel('按当时所知').check()
    const opened = last.context.waitForEvent('page')
    await page.getByRole('link', { name: '区域证明' }).click()
    const sheet = await opened
    const record = sheet.locator('.sheet .zone', { hasText: id })
    await record.waitFor()
    expect(await sheet.locator('.asked').textContent()).toContain(inChinese(1))
    const said = (await record.textContent())!
    for (const words of [name, '三区划定 2021', 'three-zones-2021', '云防指〔2026〕99号', '审核审核岗', '拟稿区划岗', '足不出户']) expect(said).toContain(words)
    expect(await sheet.locator('section', { hasText: '其后的更正' }).last().textContent()).toMatch(/第 1 版有效时间更正为 .*19:00:00.*云防指〔2026〕118号/)
    await sheet.locator('.badge.good', { hasText: '已核验' }).waitFor()
    const hash = (await sheet.locator('.proof .hash').textContent())!
    const address = (await sheet.locator('.url a').getAttribute('href'))!
    expect(await (await page.request.get(server.baseUrl + address)).json()).toEqual({ genuine: true, chain: true, hash })
    problems.push(last.problems)
    await last.close()
    expect(problems.flat()).toEqual([])
  })
})
