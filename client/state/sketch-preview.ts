import type { MultiPolygon } from 'geojson'
import { exposure } from '#shared/exposure/exposure.ts'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import { faultText } from '#shared/geometry/fault-text.ts'
import { normaliseArea } from '#shared/geometry/normalise-area.ts'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import type { Preview } from '#shared/schema/preview.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'

/** What the server will say of a drawn area, said at once: the same check and the same count, from the same figures. */
export function previewSketch(geometry: MultiPolygon, figures: FigureIndex, lang: Lang): Preview {
  const area = normaliseArea(geometry)
  if (!area.ok)
    return { ok: false, faults: area.faults.map((fault) => ({ code: fault.code, ...(fault.at ? { at: fault.at } : {}), ...faultText(fault, lang) })) }
  return { ok: true, geometry: area.geometry, exposure: exposure(area.geometry, figures) as ExposureFigures }
}
