import { useSignal } from '@preact/signals'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { SheetHandle, type SheetState } from '../../ui/sheet-handle.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DraftList } from './draft-list.tsx'
import { GateList } from './gate-list.tsx'
import { ReviewList } from './review-list.tsx'
import { SiteList } from './site-list.tsx'
import { ZoneList } from './zone-list.tsx'

/** What is in force, what is open, and for signed-in posts what is being prepared. */
export function LeftPanel({ app }: { app: App }) {
  const { t } = useText()
  const sheet = useSignal<SheetState>('peek')
  const signedIn = app.session.signedIn.value
  const tabs = [
    { value: 'zones' as const, text: t.tabs.zones, count: app.zones.all.value.size },
    { value: 'checkpoints' as const, text: t.tabs.checkpoints, count: app.checkpoints.all.value.length },
    ...(signedIn ? [
      { value: 'drafts' as const, text: t.tabs.drafts, count: app.drafts.all.value.length },
      ...(app.session.canReview.value ? [{ value: 'reviews' as const, text: t.review.tab, count: app.reviews.all.value.length }] : []),
    ] : []),
    ...(app.session.canReadSites.value ? [{ value: 'sites' as const, text: t.tabs.sites, count: app.sites.all.value.length }] : []),
  ]
  // a tab that is no longer offered, after signing out for one, gives way to the first
  const tab = tabs.find(({ value }) => value === app.leftTab.value)?.value ?? 'zones'
  return (
    <aside class="left" data-sheet={sheet.value} aria-label={t.zones.title}>
      <SheetHandle state={sheet} />
      <Tabs label={t.tabs.label} value={tab} tabs={tabs} panelId="left-list" onChange={(value) => (app.leftTab.value = value)} />
      <div id="left-list" role="tabpanel" class="list-panel">
        {tab === 'zones' && <ZoneList app={app} />}
        {tab === 'checkpoints' && <GateList app={app} />}
        {tab === 'drafts' && <DraftList app={app} />}
        {tab === 'reviews' && <ReviewList app={app} />}
        {tab === 'sites' && <SiteList app={app} />}
      </div>
    </aside>
  )
}
