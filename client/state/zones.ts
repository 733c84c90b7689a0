import { computed, signal } from '@preact/signals-core'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { ZONE_KINDS } from '#shared/schema/vocabulary.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'

export type Zones = ReturnType<typeof createZones>

/** Zones in force as the reader may see them, by id, with the index that says which cover a point. */
export function createZones(api: Api, signedIn: () => boolean) {
  const all = signal<ReadonlyMap<string, ZoneFeature>>(new Map())
  const loaded = signal(false)
  const index = computed(() =>
    createZoneIndex([...all.value.values()].map((zone) => ({ id: zone.properties.id, kind: zone.properties.kind, geometry: zone.geometry }))),
  )
  const load = coalesce(async () => {
    const found = new Map<string, ZoneFeature>()
    let cursor: string | undefined
    do {
      const answer = await api.zones.list(signedIn() ? 'all' : undefined, cursor)
      if (!answer.ok) return
      for (const zone of answer.value.features) found.set(zone.properties.id, zone)
      cursor = answer.value.next ?? undefined
    } while (cursor !== undefined)
    all.value = found
    loaded.value = true
  })
  return {
    all,
    loaded,
    load,
    byKind: computed(() =>
      ZONE_KINDS.map((kind) => ({ kind, zones: [...all.value.values()].filter((zone) => zone.properties.kind === kind) })),
    ),
    get: (id: string) => all.value.get(id),
    /** Zones covering a point in degrees (EPSG:4326), the strictest first. */
    at: (lng: number, lat: number) => index.value.at(lng, lat).flatMap((id) => all.value.get(id) ?? []),
  }
}
