import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { rootDir } from '../../server/root.ts'
import { mapDrawn, openScreen, until, type ScreenOptions } from '../e2e/steps/screen.ts'
import { closeBrowser, openPage, SHARP } from './browser.ts'
import { KREMS_PASSWORD } from './krems-old-town.ts'

// `npm run pictures -- http://127.0.0.1:8080`: takes the README's pictures from a running server with the demo district;
// with `krems` after it, that of the map that `npm run krems` fills.

const [baseUrl, of = 'demo'] = process.argv.slice(2)
if (baseUrl === undefined) throw new Error('say where the server is: npm run pictures -- http://127.0.0.1:8080')
const folder = join(rootDir, 'data', 'pictures')

if (of === 'krems') {
  await picture('krems-fewest-gates.jpg', { lang: 'zh', theme: 'light', path: '/#zone=984772-S-0001' }, fewestGates)
} else {
  await picture('overview.jpg', { lang: 'zh', theme: 'light', path: '/' })
  await picture('sealed-dark.jpg', { lang: 'en', theme: 'dark', path: '/#map=16.40/34.50450/109.50120&zone=990101-S-0001' })
}
await closeBrowser()

async function picture(file: string, options: ScreenOptions, act: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  const { page, problems, close } = await openPage({ ...SHARP, viewport: { width: 1600, height: 900 } })
  await openScreen(page, baseUrl!, options)
  await mapDrawn(page)
  await act(page)
  await mapDrawn(page)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 82 })
  await close()
}

/** The planner asks for the line of the fewest gates. */
async function fewestGates(page: Page): Promise<void> {
  await page.getByRole('button', { name: '登录', exact: true }).click()
  const fields = page.getByRole('dialog').locator('input')
  await fields.nth(0).fill('planner')
  await fields.nth(1).fill(KREMS_PASSWORD)
  await fields.nth(1).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '最少卡口方案' }).click()
  await page.locator('[data-least]').scrollIntoViewIfNeeded()
  await until(() => page.evaluate(() => !window.mapForTests!.isMoving()), 'a map at rest')
}
