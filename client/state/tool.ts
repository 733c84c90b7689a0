import { signal } from '@preact/signals-core'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'

/** What a click on the map means while it does not just select. */
export type Tool =
  | { type: 'draw' | 'hole' | 'edit' | 'erase' | 'buffer' | 'gate' | 'site' }
  | { type: 'pick'; level: AreaLevel }

export type ToolState = ReturnType<typeof createTool>

/** The one tool in hand, if any. */
export function createTool() {
  const active = signal<Tool | null>(null)
  return {
    active,
    take: (tool: Tool) => (active.value = tool),
    drop: () => (active.value = null),
    toggle: (tool: Tool) => (active.value = active.value?.type === tool.type ? null : tool),
  }
}
