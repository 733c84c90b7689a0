import type { Page } from 'playwright-core'
import { until } from './screen.ts'

/** Enters evidence about the zone that is shown; fields by their labels. */
export async function enterEvidence(page: Page, type: string, fields: Record<string, string>): Promise<void> {
  const form = page.locator('.evidence-form')
  await form.getByLabel('数据种类').selectOption({ label: type })
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value)
  const before = await page.locator('.entries > li').count()
  await form.getByRole('button', { name: '登记数据' }).click()
  await until(async () => (await page.locator('.entries > li').count()) === before + 1, `the entry ${type}`)
}

/** Waits until the zone that is shown is judged so. */
export const judged = (page: Page, status: 'ready' | 'not_ready' | 'evidence_missing'): Promise<void> =>
  until(async () => (await page.locator('.readiness').getAttribute('data-status')) === status, `status ${status}`)
