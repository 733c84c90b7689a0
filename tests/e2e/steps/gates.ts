import type { Page } from 'playwright-core'
import type { Static } from 'typebox'
import type { CheckpointDetailsFeature } from '#shared/schema/checkpoint.ts'

/** All checkpoints, as the page's session may see them. */
export const gatesOf = (page: Page): Promise<Static<typeof CheckpointDetailsFeature>[]> =>
  page.evaluate(async () => ((await (await fetch('/api/checkpoints?limit=5000')).json()) as { features: never[] }).features)

/** Takes checkpoints away again: other tests on the same county find its open crossing open. */
export async function removeGates(page: Page, ids: readonly number[]): Promise<void> {
  const gates = (await gatesOf(page)).map(({ properties }) => properties).filter(({ id }) => ids.includes(id))
  const statuses = await page.evaluate((all) => Promise.all(all.map(async ({ id, version }) =>
    (await fetch(`/api/checkpoints/${id}`, { method: 'DELETE', headers: { 'if-match': `"c${id}.${version}"` } })).status)), gates)
  if (gates.length !== ids.length || statuses.some((status) => status >= 300)) throw new Error(`not removed: ${statuses.join(', ')}`)
}
