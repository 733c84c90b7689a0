import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { GateReport } from '#shared/schema/gate-report.ts'
import type { ZoneCrossings } from '#shared/schema/roads.ts'
import { openPage, SHARP } from '../support/browser.ts'
import { gatesOf, removeGates } from './steps/gates.ts'
import { productOfWorker } from './steps/product.ts'
import { jumpTo, mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const RING = '990101-C-0001'

const read = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await (await fetch(url)).json()) as unknown, path) as Promise<T>
const reportsOf = async (page: Page, gate: number) => (await read<{ items: GateReport[] }>(page, `/api/checkpoints/${gate}/reports`)).items

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)

describe('a gate officer’s phone', () => {
  it('keeps reports made without a line over a reload, and each arrives once and in order', async () => {
    const { page, context, close } = await openPage(PHONE)
    await openScreen(page, baseUrl, { path: '/gate' })
    await page.getByRole('button', { name: '卡点岗' }).click()
    await page.getByLabel('按名称查找').fill('星河苑主门')
    await page.getByRole('button', { name: '星河苑主门' }).click()
    await page.locator('.rule-card[data-kind="sealed"] h1', { hasText: '星河苑主门' }).waitFor()
    const gate = (await gatesOf(page)).find(({ properties }) => properties.name === '星河苑主门')!.properties.id
    await until(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated'), 'an active service worker')

    expect(await violations(page)).toEqual([])
    await context.setOffline(true)
    await page.getByRole('button', { name: '10–30' }).click()
    await page.getByRole('button', { name: '缺人手' }).click()
    await page.getByRole('button', { name: '正常通行' }).click()
    await page.getByRole('button', { name: '突发情况' }).click()
    expect(await page.locator('.log li').count()).toBe(1)
    await page.getByRole('button', { name: '备注' }).click()
    await page.getByLabel('备注').fill('联系 13812345678')
    expect(await page.getByRole('button', { name: '再按一次：突发情况' }).isDisabled()).toBe(true)
    await page.getByLabel('备注').fill('货车侧翻')
    await page.getByRole('button', { name: '再按一次：突发情况' }).click()
    await page.locator('.line-note', { hasText: '2 份待发送' }).waitFor()

    await page.reload()
    await page.locator('.rule-card h1', { hasText: '星河苑主门' }).waitFor()
    await page.locator('.line-note[data-line="offline"]', { hasText: '2 份待发送' }).waitFor()
    const room = await openPage()
    await openScreen(room.page, baseUrl, { path: `/#map=15/34.5/109.5&gate=${gate}` })
    await signInAs(room.page, 'demo-command')
    expect(await reportsOf(room.page, gate)).toEqual([])

    await context.setOffline(false)
    await until(async () => (await page.locator('.log li[data-state="sent"]').count()) === 2, 'both reports sent')
    await page.reload()
    await page.locator('.log li[data-state="sent"]').first().waitFor()
    const arrived = await reportsOf(room.page, gate)
    expect(arrived.map(({ status, queue, needs, note }) => [status, queue, needs, note])).toEqual([['incident', 'medium', ['people'], '货车侧翻'], ['normal', 'medium', ['people'], null]])
    for (const { made_at, received_at } of arrived) expect(Date.parse(made_at)).toBeLessThan(Date.parse(received_at))

    const details = room.page.getByRole('region', { name: '卡口报告' })
    await details.getByText('货车侧翻').waitFor()
    await until(async () => (await details.locator('li').count()) === 2, 'both reports in the command room')
    await room.page.getByRole('button', { name: /星河苑主门.*突发情况/ }).waitFor()
    expect(room.problems).toEqual([])
    await room.close()
    await close()
  })

  it.each([['zh', 'light'], ['en', 'dark']] as const)('shows everybody what is asked at a gate, in both languages, on one sheet (%s, %s)', async (lang, theme) => {
    const { page, problems, close } = await openPage(PHONE)
    await openScreen(page, baseUrl, { lang, theme, path: '/check' })
    const gate = (await gatesOf(page)).find(({ properties }) => properties.name === '星河苑主门')!.properties.id
    await page.goto(`${baseUrl}/card#gate=${gate}`)
    const card = page.locator('.rule-card[data-kind="sealed"]')
    await card.getByText('任何人不得拦阻').waitFor()
    await card.getByText('nobody may stop them').waitFor()
    expect(await violations(page)).toEqual([])
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    expect(problems).toEqual([])
    await close()
  })

  it('is a page that can be installed', async () => {
    const html = await (await fetch(`${baseUrl}/gate`)).text()
    const manifest = (await (await fetch(new URL(/rel="manifest" href="([^"]+)"/.exec(html)![1]!, baseUrl))).json()) as { start_url: string; display: string }
    expect([manifest.start_url, manifest.display]).toEqual(['/gate', 'standalone'])
  })
})

describe('a checkpoint on the map', () => {
  it('snaps to the crossing of the edge, is moved and moved back, and says what another post saved first', async () => {
    const { page, problems, close } = await openPage(SHARP)
    await openScreen(page, baseUrl)
    await signInAs(page, 'demo-planner')
    const { crossings } = await read<ZoneCrossings>(page, `/api/zones/${RING}/crossings`)
    const crossing = crossings.find(({ state, name }) => state === 'open' && name !== null)!
    const [lng, lat] = crossing.at
    await jumpTo(page, { center: [lng, lat], zoom: 17 })
    await mapDrawn(page)
    // a panel that opens narrows the map, and what lies on it moves with the map's next size
    const isFitted = () => page.evaluate(() => {
      const { clientWidth, clientHeight } = window.mapForTests!.getContainer()
      const canvas = window.mapForTests!.getCanvas()
      return canvas.clientWidth === clientWidth && canvas.clientHeight === clientHeight && !window.mapForTests!.isMoving()
    })
    const pixel = (at: readonly number[]) => until(isFitted, 'the map in its new size').then(() => page.evaluate(([x, y]) => {
      const { left, top } = window.mapForTests!.getContainer().getBoundingClientRect()
      const point = window.mapForTests!.project([x!, y!])
      return [point.x + left, point.y + top] as const
    }, [...at]))
    const [x, y] = await pixel([lng, lat])

    await page.getByRole('tab', { name: /卡口/ }).click()
    await page.getByRole('button', { name: '添加卡口' }).click()
    await page.mouse.click(x + 12, y + 10)
    const place = page.getByRole('region', { name: '位置' })
    await place.locator('[data-place="road"]', { hasText: `${crossing.name}` }).waitFor()
    const written = async () => (await place.getByLabel('经度, 纬度').inputValue()).split(', ').map(Number)
    expect((await written()).map((degrees) => degrees.toFixed(5))).toEqual([lng.toFixed(5), lat.toFixed(5)])

    const drag = async (dx: number, dy: number) => {
      const [fromX, fromY] = await pixel(await written())
      await page.mouse.move(fromX, fromY - 8)
      await page.mouse.down()
      await page.mouse.move(fromX + dx / 2, fromY - 8 + dy / 2, { steps: 3 })
      await page.mouse.move(fromX + dx, fromY - 8 + dy, { steps: 3 })
      await page.mouse.up()
    }
    await page.keyboard.down('Alt')
    await drag(60, 45)
    await page.keyboard.up('Alt')
    await place.locator('[data-place="free"]').waitFor()
    expect((await written()).map((degrees) => degrees.toFixed(5))).not.toEqual([lng.toFixed(5), lat.toFixed(5)])
    await place.getByRole('button', { name: '撤销移动' }).click()
    await place.locator('[data-place="road"]').waitFor()
    expect((await written()).map((degrees) => degrees.toFixed(5))).toEqual([lng.toFixed(5), lat.toFixed(5)])

    await page.getByLabel('名称', { exact: true }).fill('吸附测试卡点')
    await page.getByRole('button', { name: '添加岗位' }).click()
    await page.getByLabel('查验 需要').fill('2')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('region', { name: '岗位和班次' }).getByText('每班缺 2 人，每天缺 3 班').waitFor()
    const saved = (await gatesOf(page)).find(({ properties }) => properties.name === '吸附测试卡点')!
    expect(saved.properties).toMatchObject({ road_id: crossing.roadId, state: 'planned', staffing: { shifts: { needed: 3, assigned: 0 }, posts: [{ duty: 'documents', needed: 2, assigned: 0 }] } })

    // the mark of the selected gate is dragged, too; coordinates are the keyboard's way; meanwhile somebody else saves
    await mapDrawn(page)
    const [gateX, gateY] = await pixel([lng, lat])
    await page.keyboard.down('Alt')
    await page.mouse.move(gateX, gateY)
    await page.mouse.down()
    await page.mouse.move(gateX - 40, gateY + 40, { steps: 5 })
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await page.getByRole('heading', { name: '修改卡口' }).waitFor()
    await place.locator('[data-place="free"]').waitFor()
    await place.getByLabel('经度, 纬度').fill(`${(lng + 0.0001).toFixed(6)}, ${lat.toFixed(6)}`)
    await place.getByLabel('经度, 纬度').press('Enter')
    await place.locator('[data-place="road"]').waitFor()
    const status = await page.evaluate(async ({ id, properties: { version, id: _, ...content }, geometry }) => {
      const headers = { 'content-type': 'application/json', 'if-match': `"c${id}.${version}"` }
      return (await fetch(`/api/checkpoints/${id}`, { method: 'PUT', headers, body: JSON.stringify({ ...content, geometry, name: '别人改的名称' }) })).status
    }, saved)
    expect(status).toBe(200)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    const conflict = page.getByRole('alert').filter({ hasText: '别人刚刚修改了这个卡口' })
    await conflict.getByText('别人改的名称').waitFor()
    await conflict.getByRole('button', { name: '保存我的' }).click()
    await conflict.waitFor({ state: 'detached' })
    await until(async () => (await gatesOf(page)).find(({ id }) => id === saved.id)?.properties.version === 3, 'my change saved over theirs')
    expect((await gatesOf(page)).find(({ id }) => id === saved.id)!.properties.name).toBe('吸附测试卡点')
    expect(problems.filter((problem) => !/412/.test(problem))).toEqual([])
    await removeGates(page, [saved.properties.id])
    await close()
  })

  it('is shown by its address, and withdrawn only after saying whom that cuts off', async () => {
    const { page, problems, close } = await openPage()
    await openScreen(page, baseUrl)
    await signInAs(page, 'demo-planner')
    const { crossings } = await read<ZoneCrossings>(page, `/api/zones/${RING}/crossings`)
    const { at, roadId } = crossings.find(({ state }) => state === 'open')!
    const id = await page.evaluate(async ({ coordinates, road_id }) => {
      const content = { name: '待撤卡点', name_en: null, tier: 'village', kind: 'gate', state: 'staffed', green_lane: false, rule_card: { asks: [] }, egress: null, staffing: null, area_code: null, road_id }
      const answer = await fetch('/api/checkpoints', {
        method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ ...content, geometry: { type: 'Point', coordinates } }),
      })
      return ((await answer.json()) as { properties: { id: number } }).properties.id
    }, { coordinates: at, road_id: roadId })

    // an address with another hash alone loads no page anew
    await page.goto(`${baseUrl}/check`)
    await page.goto(`${baseUrl}/#gate=${id}`)
    await page.getByRole('heading', { name: '待撤卡点' }).waitFor()
    await mapDrawn(page)
    const centre = await page.evaluate(() => window.mapForTests!.getCenter().toArray())
    expect(centre.map((degrees) => degrees.toFixed(4))).toEqual(at.map((degrees) => degrees.toFixed(4)))

    const stateOf = async () => (await gatesOf(page)).find(({ properties }) => properties.id === id)?.properties.state
    await page.getByRole('button', { name: '撤销卡口' }).click()
    const dialog = page.getByRole('dialog', { name: '撤销这个卡口？' })
    await dialog.getByText('不会隔断任何人').waitFor()
    await dialog.getByRole('button', { name: '取消' }).click()
    expect(await stateOf()).toBe('staffed')
    await page.getByRole('button', { name: '撤销卡口' }).click()
    await dialog.getByRole('button', { name: '撤销卡口' }).click()
    await page.getByText('卡口已撤销').waitFor()
    expect(await stateOf()).toBe('withdrawn')
    expect(problems).toEqual([])
    await close()
  })
})
