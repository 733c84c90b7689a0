/** Approves a draft in review as the demo reviewer, by the API. */
export async function approveByApi(baseUrl: string, zoneId: string): Promise<void> {
  const json = { 'content-type': 'application/json' }
  const session = await fetch(`${baseUrl}/api/session/demo`, { method: 'POST', headers: json, body: JSON.stringify({ username: 'demo-reviewer' }) })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const draft = await fetch(`${baseUrl}/api/zones/${zoneId}/draft`, { headers: { cookie } })
  const { items } = (await (await fetch(`${baseUrl}/api/reviews`, { headers: { cookie } })).json()) as { items: { zone_id: string; hash: string }[] }
  const hash = items.find((review) => review.zone_id === zoneId)?.hash
  const headers = { ...json, cookie, 'if-match': draft.headers.get('etag') ?? '' }
  const { status } = await fetch(`${baseUrl}/api/zones/${zoneId}/approve`, { method: 'POST', headers, body: JSON.stringify({ hash }) })
  if (status !== 200) throw new Error(`approving ${zoneId} was answered with ${status}`)
}
