import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { content, drawn } from '../server/zones-fixture.ts'
import { gatesOf, removeGates } from './steps/gates.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

// the demo county's controlled ring
const VIEW = '/#map=15.40/34.50550/109.50400&zone=990101-C-0001'
const states = (page: Page) =>
  page.evaluate(() => (window.mapForTests?.queryRenderedFeatures({ layers: ['crossings'] }) ?? []).map((feature) => String(feature.properties['state'])))

describe('a zone’s ring', () => {
  it('shows its crossings on the map, in the list and beside the zone, and plans gates where it is open', async () => {
    const { page, problems, close } = await openPage({ viewport: { width: 1366, height: 900 } })
    await openScreen(page, baseUrl, { path: VIEW })
    await mapDrawn(page)
    expect(await page.locator('.section.ring').count()).toBe(0)
    await signInAs(page, 'demo-planner')
    const ring = page.locator('.section.ring')
    await ring.waitFor({ timeout: 60_000 })
    await until(async () => (await states(page)).length > 3, 'crossings on the map')
    expect(await page.locator('.row[data-zone="990101-C-0001"]').innerText()).toMatch(/路口 \d+\/\d+/)

    await ring.getByRole('button', { name: '最少卡口方案' }).click()
    await ring.locator('[data-least]').waitFor()
    await until(async () => (await page.evaluate(() => window.mapForTests!.queryRenderedFeatures({ layers: ['sealed-line'] }).length)) > 0, 'the sealed line')

    const open = Number(await ring.getAttribute('data-open'))
    expect(open).toBeGreaterThan(0)
    const before = new Set((await gatesOf(page)).map(({ properties }) => properties.id))
    await ring.getByRole('button', { name: '在敞开路口全部设卡' }).click()
    await until(async () => (await ring.getAttribute('data-open')) === '0', 'no open crossing')
    await until(async () => !(await states(page)).includes('open'), 'no open crossing on the map')
    await ring.getByRole('button', { name: '签认清单' }).click()
    await until(async () => /签认/.test(await ring.locator('.source').first().innerText()) && !/尚未/.test(await ring.locator('.source').first().innerText()), 'the signature')
    expect(problems).toEqual([])
    await removeGates(page, (await gatesOf(page)).map(({ properties }) => properties.id).filter((id) => !before.has(id)))
    await close()
  })

  it('of the ground being planned moves with its line, takes the line of the fewest gates, and plans them once it is saved', async () => {
    const { page, problems, close } = await openPage({ viewport: { width: 1366, height: 900 } })
    await openScreen(page, baseUrl, { path: '/#map=15.40/34.49660/109.49700' })
    await signInAs(page, 'demo-planner')
    const [west, south, east, north] = [109.495, 34.495, 109.499, 34.4982]
    const ground = { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
    const tag = await page.evaluate(async (body) => {
      const answer = await fetch('/api/zones', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body })
      return answer.ok ? answer.headers.get('etag')! : await answer.text()
    }, JSON.stringify({ kind: 'controlled', content: content(drawn(ground), { name: '外移线测试' }) }))
    expect(tag).toMatch(/^"990101-C-\d+\.d1"$/)

    await page.getByRole('tab', { name: /草稿/ }).click()
    await page.getByRole('button', { name: /外移线测试/ }).click()
    const ring = page.locator('.planner .section.ring')
    await ring.waitFor({ timeout: 60_000 })
    const before = Number(await ring.getAttribute('data-open'))
    await ring.getByRole('button', { name: '最少卡口方案' }).click()
    const fewer = Number(await ring.locator('[data-least]').getAttribute('data-least'))
    expect(fewer).toBeLessThan(before)
    await ring.getByRole('button', { name: '改用外移线' }).click()
    await until(async () => (await ring.getAttribute('data-open')) === String(fewer), 'the crossings of the sealed line')
    const plan = ring.getByRole('button', { name: `在商定的 ${fewer} 个路口设卡` })
    expect(await plan.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '保存草稿' }).click()
    await until(() => plan.isEnabled(), 'gates may be planned')
    const known = new Set((await gatesOf(page)).map(({ properties }) => properties.id))
    await plan.click()
    await until(async () => (await ring.getAttribute('data-open')) === '0', 'no open crossing')
    const made = (await gatesOf(page)).map(({ properties }) => properties.id).filter((id) => !known.has(id))
    expect(made).toHaveLength(fewer)
    expect(problems).toEqual([])

    await removeGates(page, made)
    const status = await page.evaluate(async (zone) => {
      const etag = (await fetch(`/api/zones/${zone}/draft`)).headers.get('etag')!
      return (await fetch(`/api/zones/${zone}/draft`, { method: 'DELETE', headers: { 'if-match': etag } })).status
    }, tag.split('.')[0]!.slice(1))
    expect(status).toBe(204)
    await close()
  })
})
