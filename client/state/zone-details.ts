import { effect, signal } from '@preact/signals-core'
import type { ZoneDetails } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
import type { Moment } from './moment.ts'
import type { Selection } from './selection.ts'
import type { Zones } from './zones.ts'

/** What a signed-in post may know beside the public fields of the selected zone; read again when its version changes. */
export function createZoneDetails(api: Api, { selection, zones, signedIn, moment }: { selection: Selection; zones: Zones; signedIn: () => boolean; moment: Pick<Moment, 'shown'> }) {
  const details = signal<ZoneDetails | null>(null)
  effect(() => {
    const selected = selection.current.value
    const id = selected?.type === 'zone' ? selected.id : null
    const version = id === null ? undefined : zones.all.value.get(id)?.properties.version
    if (id === null || version === undefined || !signedIn()) {
      details.value = null
      return
    }
    if (details.peek()?.id !== id) details.value = null
    const asked = moment.shown.value
    let stale = false
    void api.zones.get(id, asked).then((answer) => {
      if (!stale && answer.ok) details.value = answer.value.exposure === undefined ? null : answer.value
    })
    return () => void (stale = true)
  })
  return details
}
