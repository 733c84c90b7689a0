import { signal } from '@preact/signals-core'
import type { Area, AreaSummary } from '#shared/schema/area.ts'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import { readAll } from '../api/read-all.ts'
import type { Api } from '../api/create-api.ts'

export type Areas = ReturnType<typeof createAreas>

/** Units to choose from, read level by level when they are first asked for. */
export function createAreas(api: Api) {
  const byCode = signal<ReadonlyMap<string, AreaSummary>>(new Map())
  const asked = new Map<AreaLevel, Promise<void>>()
  const whole = new Map<string, Promise<Area | null>>()

  const put = (areas: readonly AreaSummary[]) => {
    byCode.value = new Map([...byCode.value, ...areas.map((area) => [area.code, area] as const)])
  }
  const read = async (level: AreaLevel) => {
    const found = await readAll((cursor) => api.areas.list({ level, limit: 1000, ...(cursor === undefined ? {} : { cursor }) }), (page) => page.items)
    if (found) put(found)
    else asked.delete(level)
  }
  return {
    byCode,
    /** Reads a level unless it is there already; call it again after a failure. */
    load(level: AreaLevel): Promise<void> {
      const known = asked.get(level)
      if (known) return known
      const reading = read(level)
      asked.set(level, reading)
      return reading
    },
    /** One area with its geometry; null where it cannot be had. */
    get(code: string): Promise<Area | null> {
      const known = whole.get(code)
      if (known) return known
      const reading = api.areas.get(code).then((answer) => {
        if (answer.ok) {
          put([answer.value])
          return answer.value
        }
        whole.delete(code)
        return null
      })
      whole.set(code, reading)
      return reading
    },
    /** After an import: everything is read anew when it is next asked for. */
    forget() {
      asked.clear()
      whole.clear()
      byCode.value = new Map()
      return Promise.resolve()
    },
  }
}
