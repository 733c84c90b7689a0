import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import type { ZoneFeature, ZoneGround } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
import { readAll } from '../api/read-all.ts'
import { coalesce } from './coalesce.ts'

export type Zones = ReturnType<typeof createZones>

/** events of one transaction arrive within this; far less than a reader notices */
const TOGETHER_MS = 40

const toFeature = ({ geometry, ...properties }: ZoneGround): ZoneFeature => ({ type: 'Feature', id: properties.id, geometry, properties })

/** The strictest first, then by id: the order of the server's list. */
const sorted = (zones: Map<string, ZoneFeature>) =>
  new Map([...zones].sort(([a, x], [b, y]) => ZONE_KINDS.indexOf(x.properties.kind) - ZONE_KINDS.indexOf(y.properties.kind) || (a < b ? -1 : 1)))

/**
 * Zones in force as the reader may see them, by id, with the index that says which cover a point: those of `then` while
 * another moment than now is looked at, which what happens meanwhile does not change.
 */
export function createZones(api: Api, signedIn: () => boolean, then: ReadonlySignal<ReadonlyMap<string, ZoneFeature> | null>) {
  const live = signal<ReadonlyMap<string, ZoneFeature>>(new Map())
  const all = computed(() => then.value ?? live.value)
  const loaded = signal(false)
  const index = computed(() =>
    createZoneIndex([...all.value.values()].map((zone) => ({ id: zone.properties.id, kind: zone.properties.kind, geometry: zone.geometry }))),
  )
  const load = coalesce(async () => {
    const audience = signedIn() ? 'all' : undefined
    const found = await readAll((cursor) => api.zones.list(audience, cursor), (page) => page.features)
    if (!found) return
    live.value = new Map(found.map((zone) => [zone.properties.id, zone]))
    loaded.value = true
  })
  // the zones that events have named and that are not read yet; those of one transaction come close together
  let named = new Map<string, 'read' | 'gone'>()
  const readNamed = coalesce(async () => {
    const asked = named
    named = new Map()
    const ids = [...asked.keys()].filter((id) => asked.get(id) === 'read')
    const answers = await Promise.all(ids.map(async (id) => ({ id, answer: await api.zones.get(id) })))
    const next = new Map([...live.value].filter(([id]) => asked.get(id) !== 'gone'))
    for (const { id, answer } of answers) {
      if (answer.ok && answer.value.state !== undefined && answer.value.state !== 'in_force') next.delete(id)
      else if (answer.ok && answer.value.geometry) next.set(id, toFeature(answer.value))
      else if (!answer.ok && answer.status === 404) next.delete(id)
      else return void (await load())
    }
    live.value = sorted(next)
  })
  return {
    all,
    live,
    loaded,
    load,
    /** After an event: reads its zone again, or takes it away; several named in one moment change on the screen together. */
    refresh(id: string, verb: string) {
      named.set(id, verb === 'lifted' ? 'gone' : 'read')
      return new Promise<void>((resolve) => setTimeout(() => resolve(readNamed()), TOGETHER_MS))
    },
    byKind: computed(() =>
      ZONE_KINDS.map((kind) => ({ kind, zones: [...all.value.values()].filter((zone) => zone.properties.kind === kind) })),
    ),
    get: (id: string) => all.value.get(id),
    /** Zones covering a point in degrees (EPSG:4326), the strictest first. */
    at: (lng: number, lat: number) => index.value.at(lng, lat).flatMap((id) => all.value.get(id) ?? []),
  }
}
