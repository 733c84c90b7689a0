import type { App } from './create-app.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** The keys of the screen. Esc leaves the innermost thing first: the tool, then what is written, then the panel. */
export function bindShortcuts(window: Window, app: App): void {
  window.addEventListener('keydown', (event) => {
    if (app.dialogs.open.value || app.plannerSave.conflict.value) return
    if (event.key === 'Escape') return escape(app)
    if (isTyping(event.target)) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && app.planner.planning.value) {
      event.preventDefault()
      return event.shiftKey ? app.planner.ground.redo() : app.planner.ground.undo()
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && app.writer.current.value?.type === 'gate') {
      event.preventDefault()
      return app.placing.undo()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = ACTIONS[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act(app)
  })
}

const ACTIONS: Record<string, (app: App) => void> = {
  '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
  '?': (app) => void app.dialogs.show('shortcuts'),
  n: (app) => {
    if (app.session.canWrite.value && !app.moment.at.value && !app.planner.planning.value) app.planner.begin('sealed')
  },
  l: (app) => void (app.legendOpen.value = !app.legendOpen.value),
  t: (app) => void (app.moment.open.value = !app.moment.open.value),
  d: (app) => void app.settings.switchTheme(),
  e: (app) => void app.settings.switchLang(),
}

function escape(app: App): void {
  if (app.tool.active.value) return void app.tool.drop()
  if (app.writer.current.value) return void app.writer.close()
  if (app.planner.planning.value) return app.planner.dirty.value ? void app.dialogs.show('leave') : app.planner.leave()
  if (app.reviewing.current.value) return app.reviewing.close()
  if (app.candidates.found.value) return app.candidates.close()
  if (app.moment.at.value) return void app.moment.look(null)
  app.selection.select(null)
}
