import type { App } from '../../state/create-app.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const dialog = lazyPart(() => import('./open-dialog.tsx').then(({ OpenDialog }) => OpenDialog))

/** Fetches the dialogs before one is opened. */
export const fetchDialogs = dialog.fetch

/** The place of the dialog that is open, if any. */
export function DialogHost({ app }: { app: App }) {
  const isOpen = app.plannerSave.conflict.value !== null || app.dialogs.open.value !== null
  return isOpen ? <dialog.Part app={app} /> : null
}
