import { longArea } from '#shared/geometry/long-area.ts'
import type { ParsedBody } from './parse-body.ts'

/** A body that a thread has read, whole again: its long areas are laid out when somebody reads their coordinates. */
export function bodyWithAreas({ rest, areas }: ParsedBody & { ok: true }): unknown {
  const body: unknown = JSON.parse(rest)
  for (const { path, type, source, text } of areas) {
    let at = body as Record<string, unknown>
    for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
    at[path.at(-1) ?? ''] = longArea(type, source, text)
  }
  return body
}
