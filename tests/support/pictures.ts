import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'
import { mapDrawn, openScreen, type ScreenOptions } from '../e2e/steps/screen.ts'
import { closeBrowser, openPage } from './browser.ts'

// `npm run pictures -- http://127.0.0.1:8080`: takes the README's pictures from a running server with the demo district.

const baseUrl = process.argv[2]
if (baseUrl === undefined) throw new Error('say where the server is: npm run pictures -- http://127.0.0.1:8080')
const folder = join(rootDir, 'data', 'pictures')

await picture('overview.jpg', { lang: 'zh', theme: 'light', path: '/' })
await picture('sealed-dark.jpg', { lang: 'en', theme: 'dark', path: '/#map=16.40/34.50450/109.50120&zone=990101-S-0001' })
await closeBrowser()

async function picture(file: string, options: ScreenOptions): Promise<void> {
  const { page, problems, close } = await openPage()
  await openScreen(page, baseUrl!, options)
  await mapDrawn(page)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 82 })
  await close()
}
