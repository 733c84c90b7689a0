import { effect } from '@preact/signals-core'
import type { Map } from 'maplibre-gl'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { formatShortDay } from '../../i18n/format.ts'
import type { Checkpoints } from '../../state/checkpoints.ts'
import type { App } from '../../state/create-app.ts'
import type { Moment } from '../../state/moment.ts'
import type { Sites } from '../../state/sites.ts'
import { setData } from '../set-data.ts'

/** Gates and case sites on the map; they have no history, so at another moment than now none are shown. */
export function bindOperations(map: Map, { checkpoints, gateReports, sites, moment, lang }: { checkpoints: Checkpoints; gateReports: Pick<App['gateReports'], 'newestOf'>; sites: Sites; moment: Pick<Moment, 'at'>; lang: () => Lang }): void {
  effect(() => {
    const gates = moment.at.value === null ? checkpoints.all.value : []
    setData(map, 'checkpoints', {
      type: 'FeatureCollection',
      features: gates.map((gate) => ({ ...gate, properties: { ...gate.properties, incident: gateReports.newestOf(gate.properties.id)?.report.status === 'incident' } })),
    })
  })
  effect(() => {
    const language = lang()
    setData(map, 'sites', {
      type: 'FeatureCollection',
      features: (moment.at.value === null ? sites.all.value : []).map((site) => ({
        type: 'Feature',
        properties: { id: site.id, label: formatShortDay(site.on_date, language) },
        geometry: site.geometry,
      })),
    })
  })
}
