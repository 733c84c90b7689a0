import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openPage } from '../support/browser.ts'
import { productOfWorker } from './steps/product.ts'
import { openScreen } from './steps/screen.ts'

const { baseUrl, adminPassword } = productOfWorker()
const OWN = '自己的密码 own password'

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click()
}

async function setOwnPassword(page: Page, oneTime: string): Promise<void> {
  await page.getByText('这是一次性密码，请先设置自己的密码').waitFor()
  await page.getByLabel('一次性密码').fill(oneTime)
  await page.getByLabel('新密码').fill(OWN)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

describe('the administrator’s screens', () => {
  it('change a one-time password first, make a user and a key, and sign the user out everywhere', async () => {
    const admin = await openPage()
    const { page } = admin
    await openScreen(page, baseUrl)
    await signIn(page, 'admin', adminPassword)
    await setOwnPassword(page, adminPassword)

    await page.getByRole('button', { name: '系统管理员' }).click()
    await page.getByRole('button', { name: '系统管理', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '新增用户' }).click()
    await dialog.getByLabel('用户名').fill('night-planner')
    await dialog.getByLabel('岗位').fill('夜班区划岗')
    await dialog.getByLabel('拟稿').check()
    await dialog.getByRole('button', { name: '新增用户' }).click()
    await dialog.getByText('night-planner 的密码，只显示这一次').waitFor()
    const oneTime = (await dialog.locator('.secret-note code').textContent())!

    await dialog.getByRole('tab', { name: '接口密钥' }).click()
    await dialog.getByRole('button', { name: '新建密钥' }).click()
    await dialog.getByLabel('用途（哪个系统使用）').fill('健康上报')
    await dialog.getByLabel('读取内部区域、草稿与人口数据').check()
    await dialog.getByRole('button', { name: '新建密钥' }).click()
    expect(await dialog.locator('.secret-note code').textContent()).toMatch(/^sq_/)

    // somewhere else the user begins, and is signed out from here
    const user = await openPage()
    await openScreen(user.page, baseUrl)
    await signIn(user.page, 'night-planner', oneTime)
    // closing the window is to leave
    await user.page.getByText('这是一次性密码，请先设置自己的密码').waitFor()
    await user.page.keyboard.press('Escape')
    await user.page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await signIn(user.page, 'night-planner', oneTime)
    await setOwnPassword(user.page, oneTime)
    await user.page.getByRole('button', { name: '夜班区划岗' }).waitFor()
    await dialog.getByRole('tab', { name: '用户' }).click()
    await dialog.getByRole('button', { name: '修改 night-planner' }).click()
    await dialog.getByRole('button', { name: '强制退出' }).click()
    await page.getByText('night-planner 已在所有设备退出').waitFor()
    const answer = await user.page.evaluate(() => fetch('/api/drafts').then(({ status }) => status))
    expect(answer).toBe(401)

    await dialog.getByRole('tab', { name: '审计记录' }).click()
    await dialog.getByText('sessions.signed_in').first().waitFor()
    await dialog.getByText('users.signed_out').first().waitFor()
    await user.close()
    await admin.close()
  })
})
