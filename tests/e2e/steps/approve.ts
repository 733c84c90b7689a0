import { openPage } from '../../support/browser.ts'
import { openScreen, signInAs } from './screen.ts'

/** Approves a draft in review as the demo reviewer, in a browser of its own that only calls the API. */
export async function approveByApi(baseUrl: string, zoneId: string): Promise<void> {
  const { page, close } = await openPage({ viewport: { width: 800, height: 600 } })
  await openScreen(page, baseUrl)
  await signInAs(page, 'demo-reviewer')
  const status = await page.evaluate(async (id) => {
    const draft = await fetch(`/api/zones/${id}/draft`)
    const { items } = (await (await fetch('/api/reviews')).json()) as { items: { zone_id: string; hash: string }[] }
    const hash = items.find((review) => review.zone_id === id)?.hash
    const headers = { 'content-type': 'application/json', 'if-match': draft.headers.get('etag') ?? '' }
    return (await fetch(`/api/zones/${id}/approve`, { method: 'POST', headers, body: JSON.stringify({ hash }) })).status
  }, zoneId)
  await close()
  if (status !== 200) throw new Error(`approving ${zoneId} was answered with ${status}`)
}
