import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../server/cli/run-cli.ts'
import { rootDir } from '../../server/root.ts'
import { freePort } from '../faults/support/server-process.ts'
import { openPage } from '../support/browser.ts'
import { startOidcProvider } from '../support/start-oidc-provider.ts'
import { startProduct, type Product } from '../support/start-product.ts'
import { openScreen } from './steps/screen.ts'

const CLIENT = { id: 'sanqu', secret: 'a secret of the tests, long enough for HS256' }

describe('single sign-on', () => {
  let dataDir: string
  let product: Product
  let provider: Awaited<ReturnType<typeof startOidcProvider>>
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sanqu-sso-'))
    const port = await freePort()
    provider = await startOidcProvider(`http://127.0.0.1:${port}/api/session/oidc/callback`, CLIENT.id, CLIENT.secret)
    const settings = { DATA_DIR: dataDir, DEMO: 'false', PORT: String(port), OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret }
    const cli = (...args: string[]) =>
      runCli(args, { lang: 'zh', env: settings, out: () => {}, error: (line) => process.stderr.write(`${line}\n`), stderr: process.stderr })
    expect(await cli('user', 'add', 'duty', '--post', '值班岗', '--roles', 'viewer')).toBe(0)
    expect(await cli('user', 'link', 'duty', 'wang')).toBe(0)
    product = await startProduct(settings, [process.execPath, join(rootDir, 'dist/server/cli.js'), 'serve'])
  }, 120_000)
  afterAll(async () => {
      await product.stop()
    provider.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** Presses the button and signs in at the provider as somebody; the screen that it leads back to. */
  async function signInAs(name: string) {
    const opened = await openPage()
    const { page } = opened
    await openScreen(page, product.url)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('link', { name: '单点登录' }).click()
    await page.waitForURL(`${provider.issuer}/**`)
    await page.locator('input[name="login"]').fill(name)
    await page.locator('input[name="password"]').fill('x')
    await page.locator('button[type="submit"]').click()
    await page.getByText('Authorize').waitFor()
    await page.locator('button[type="submit"]').click()
    await page.waitForURL(`${product.url}/**`)
    return opened
  }

  it('leads by its button to the provider and back to the post that is linked to who signed in there', async () => {
    const { page, close } = await signInAs('wang')
    await page.locator('header').getByText('值班岗').waitFor()
    expect(new URL(page.url()).search).toBe('')
    await close()
  })

  it('says to whom no post is linked what to ask for', async () => {
    const { page, context, close } = await signInAs('li')
    await page.getByRole('alert').getByText('li', { exact: false }).first().waitFor()
    expect((await context.cookies(product.url)).filter(({ name }) => name === 'sanqu_session')).toEqual([])
    await close()
  })
})
