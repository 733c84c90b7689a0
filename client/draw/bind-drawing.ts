import { computed, effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import type { App } from '../state/create-app.ts'
import type { DrawingTool } from './drawing-context.ts'

/**
 * Takes terra-draw in hand while a drawing tool is active; it is loaded when it is first needed. `data-drawing` on the
 * map's element names the tool once it is ready for clicks.
 */
export function bindDrawing(map: Map, { tool, planner, settings }: Pick<App, 'tool' | 'planner' | 'settings'>): void {
  const wanted = computed(() => {
    const type = tool.active.value?.type
    return type === 'draw' || type === 'hole' || type === 'edit' || type === 'erase' ? type : null
  })
  let current: DrawingTool | null = null
  let run = 0
  effect(() => {
    const type = wanted.value
    const dark = settings.dark.value
    const mine = ++run
    current?.stop()
    current = null
    delete map.getContainer().dataset['drawing']
    if (!type) {
      planner.ground.provisional.value = null
      return
    }
    void import('./drawing-tool.ts').then(({ startDrawing }) => {
      if (mine !== run) return
      current = startDrawing(map, type, { ground: planner.ground, dark, done: tool.drop })
      map.getContainer().dataset['drawing'] = type
    })
  })
}
