import type { ComponentChildren } from 'preact'
import { LangContext } from './i18n/use-text.ts'
import { DetailsPanel } from './panels/details/details-panel.tsx'
import { DialogHost } from './panels/dialogs/dialog-host.tsx'
import { LeftPanel } from './panels/lists/left-panel.tsx'
import { MapCell } from './panels/map-cell.tsx'
import { ToastList } from './panels/toast-list.tsx'
import { TopBar } from './panels/top-bar.tsx'
import type { App } from './state/create-app.ts'

/** The frame of the command screen. */
export function Frame({ app, mount, legend }: { app: App; mount: (container: HTMLElement) => () => void; legend: ComponentChildren }) {
  const moment = app.moment.at.value
  return (
    <LangContext.Provider value={app.settings.lang}>
      <div class="frame" {...(moment !== null && { 'data-moment': moment > app.now() ? 'planned' : 'past' })}>
        <TopBar app={app} />
        <LeftPanel app={app} />
        <MapCell app={app} mount={mount} legend={legend} />
        <DetailsPanel app={app} />
      </div>
      <DialogHost app={app} />
      <ToastList toasts={app.toasts} />
    </LangContext.Provider>
  )
}
