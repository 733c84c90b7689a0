import { useSignal } from '@preact/signals'
import type { App } from '../../state/create-app.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { SheetHandle, type SheetState } from '../../ui/sheet-handle.tsx'

const content = lazyPart(() => import('./details-content.tsx').then(({ DetailsContent }) => DetailsContent))

/** Fetches the panels before one is opened. */
export const fetchDetails = content.fetch

/** The right side: there while something is planned, written, looked at or selected. */
export function DetailsPanel({ app }: { app: App }) {
  const sheet = useSignal<SheetState>('half')
  const { writer, planner, reviewing, candidates, selection } = app
  if (!(writer.current.value ?? planner.planning.value ?? reviewing.current.value ?? candidates.found.value ?? selection.current.value)) return null
  return (
    <aside class="right" data-sheet={sheet.value}>
      <SheetHandle state={sheet} />
      <content.Part app={app} />
    </aside>
  )
}
