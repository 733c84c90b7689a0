import type { Site, SiteContent } from '#shared/schema/site.ts'
import { extentOfAreas } from '../store/area-geometry.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { deleteSite, findSite, insertSite } from '../store/sites.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { checkedPoint } from './checked-point.ts'
import { NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { requireUsableText } from './usable-text.ts'
import { requireTag, siteTag } from './version-tag.ts'

/**
 * Records a site: a place with a date and a count. The event tells that there is one, not where.
 * @throws Invalid invalid_geometry, unusable_text; Forbidden outside_jurisdiction
 */
export async function addSite(store: Store, actor: Actor, content: SiteContent): Promise<Site> {
  const site = { ...content, geometry: checkedPoint(content.geometry, await extentOfAreas(store.db)) }
  requireUsableText(site)
  requireImpersonalText(site)
  await requireJurisdiction(store.db, actor, site.geometry)
  return inTransaction(store, async (trx) => {
    const id = await insertSite(trx, site)
    await tell(trx, 'added', id, actor)
    return { id, version: 1, ...site }
  }, actor)
}

/**
 * Removes a site for good: nothing of it is kept.
 * @throws NotFound; PreconditionFailed; Forbidden outside_jurisdiction
 */
export async function removeSite(store: Store, actor: Actor, id: number, expected: string): Promise<void> {
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const site = await findSite(trx, id)
    if (site === undefined) throw new NotFound('not_found', { what: id })
    requireTag(expected, siteTag(site))
    await requireJurisdiction(trx, actor, site.geometry)
    await deleteSite(trx, id)
    await tell(trx, 'removed', id, actor)
  }, actor)
}

const tell = (trx: Trx, verb: string, id: number, actor: Actor) =>
  appendEvent(trx, { noun: 'sites', verb, subject: String(id), actor: actor.post, public: false, payload: {} })
