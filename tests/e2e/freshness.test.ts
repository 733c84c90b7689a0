import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'
import { connectStore } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { prepare, signIn } from '../faults/support/planner-user.ts'
import { publish } from '../server/live-fixture.ts'
import { LIFT, units, village } from '../server/zones-fixture.ts'
import { openPage } from '../support/browser.ts'
import { startProduct } from '../support/start-product.ts'
import { productOfWorker } from './steps/product.ts'
import { mapDrawn, openScreen } from './steps/screen.ts'

const { baseUrl } = productOfWorker()

describe('the sign of freshness', () => {
  it('F33: turns red when the line is cut and recovers by itself', async () => {
    const { page, context, close } = await openPage()
    await openScreen(page, baseUrl)
    await mapDrawn(page)
    const sign = page.locator('.fresh')
    await expect.poll(() => sign.getAttribute('data-state')).toBe('live')
    await context.route('**/api/**', (route) => route.abort())
    await context.setOffline(true)
    await expect.poll(() => sign.getAttribute('data-state'), { timeout: 60_000 }).toBe('cut')
    await context.unroute('**/api/**')
    await context.setOffline(false)
    await expect.poll(() => sign.getAttribute('data-state'), { timeout: 30_000 }).toBe('live')
    await close()
  })

  it('F33: marks what is shown as old while a zone is lifted beyond its line, and shows it no more when the line is back', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-offline-'))
    const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })
    await migrate(store.db)
    await prepare(store)
    const [kept, lifted] = [await publish(store, 'sealed', units(village(0, 1, 1))), await publish(store, 'sealed', units(village(0, 2, 2)))]
    await store.close()
    const product = await startProduct({ DATA_DIR: dataDir, DEMO: 'false' }, [process.execPath, join(rootDir, 'dist/server/cli.js'), 'serve'])
    const { page, context, close } = await openPage()
    await openScreen(page, product.url)
    const row = (id: string) => page.locator(`.row[data-zone="${id}"]`)
    const sign = page.locator('.fresh')
    await row(lifted).waitFor()
    await expect.poll(() => sign.getAttribute('data-state')).toBe('live')
    // a stream that is open outlives the cut that the browser plays: its answers are kept from the page as well
    await context.route('**/api/**', (route) => route.abort())
    await context.setOffline(true)
    await expect.poll(() => sign.getAttribute('data-state'), { timeout: 60_000 }).toBe('cut')
    const headers = { ...(await signIn(product.url)), 'content-type': 'application/json', 'if-match': `"${lifted}.1"` }
    expect((await fetch(`${product.url}/api/zones/${lifted}/lift`, { method: 'POST', headers, body: JSON.stringify(LIFT) })).status).toBe(200)
    // for as long as it is shown it is marked
    for (let looks = 0; looks < 20; looks++) {
      const [shown, state] = [await row(lifted).count(), await sign.getAttribute('data-state')]
      expect(shown === 0 || state === 'cut').toBe(true)
    }
    await context.unroute('**/api/**')
    await context.setOffline(false)
    await row(lifted).waitFor({ state: 'detached' })
    await row(kept).waitFor()
    await expect.poll(() => sign.getAttribute('data-state'), { timeout: 30_000 }).toBe('live')
    await close()
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
})
