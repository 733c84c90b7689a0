import type { Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { closeBrowser, openPage } from '../support/browser.ts'
import { gatesOf, removeGates } from './steps/gates.ts'
import { mapDrawn, openScreen, signInAs, until } from './steps/screen.ts'

const baseUrl = inject('baseUrl')
afterAll(closeBrowser)

// the demo county's controlled ring
const VIEW = '/#map=15.40/34.50550/109.50400&zone=990101-C-0001'
const drawn = (page: Page) =>
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
    await until(async () => (await drawn(page)).length > 3, 'crossings on the map')
    expect(await page.locator('.row[data-zone="990101-C-0001"]').innerText()).toMatch(/路口 \d+\/\d+/)

    await ring.getByRole('button', { name: '最少卡口方案' }).click()
    await ring.locator('[data-least]').waitFor()
    await until(async () => (await page.evaluate(() => window.mapForTests!.queryRenderedFeatures({ layers: ['sealed-line'] }).length)) > 0, 'the sealed line')

    const open = Number(await ring.getAttribute('data-open'))
    expect(open).toBeGreaterThan(0)
    const before = new Set((await gatesOf(page)).map(({ properties }) => properties.id))
    await ring.getByRole('button', { name: '在敞开路口全部设卡' }).click()
    await until(async () => (await ring.getAttribute('data-open')) === '0', 'no open crossing')
    await until(async () => !(await drawn(page)).includes('open'), 'no open crossing on the map')
    await ring.getByRole('button', { name: '签认清单' }).click()
    await until(async () => /签认/.test(await ring.locator('.source').first().innerText()) && !/尚未/.test(await ring.locator('.source').first().innerText()), 'the signature')
    expect(problems).toEqual([])
    await removeGates(page, (await gatesOf(page)).map(({ properties }) => properties.id).filter((id) => !before.has(id)))
    await close()
  })
})
