import type { App } from '../../state/create-app.ts'
import { CandidatesPanel } from '../candidates/candidates-panel.tsx'
import { PlannerPanel } from '../planner/planner-panel.tsx'
import { AfterPanel } from '../review/after-panel.tsx'
import { ReviewPanel } from '../review/review-panel.tsx'
import { CheckpointDetails } from './checkpoint-details.tsx'
import { GateForm } from './gate-form.tsx'
import { PointDetails } from './point-details.tsx'
import { SiteDetails } from './site-details.tsx'
import { SiteForm } from './site-form.tsx'
import { ZoneDetailsPanel } from './zone-details-panel.tsx'

/** What is being planned or written, else what is looked at, else what is selected. */
export function DetailsContent({ app }: { app: App }) {
  const writing = app.writer.current.value
  if (writing?.type === 'gate') return <GateForm app={app} writing={writing} />
  if (writing?.type === 'site') return <SiteForm app={app} content={writing.content} />
  if (app.planner.planning.value) return <PlannerPanel app={app} />
  const looked = app.reviewing.current.value
  if (looked?.type === 'draft') return <ReviewPanel key={looked.draft.zone_id} app={app} draft={looked.draft} />
  if (looked?.type === 'after') return <AfterPanel key={looked.review.id} app={app} review={looked.review} />
  if (app.candidates.found.value) return <CandidatesPanel app={app} />
  const selected = app.selection.current.value
  switch (selected?.type) {
    case 'zone': return <ZoneDetailsPanel app={app} id={selected.id} at={selected.at} />
    case 'checkpoint': return <CheckpointDetails app={app} id={selected.id} />
    case 'site': return <SiteDetails app={app} id={selected.id} />
    case 'point': return <PointDetails app={app} point={selected} />
    default: return null
  }
}
