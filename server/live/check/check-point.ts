import type { Lang } from '#shared/schema/vocabulary.ts'
import type { CheckContext } from './check-context.ts'
import { CHECK_TEXTS } from './check-texts.ts'
import type { Finding } from './finding.ts'

/** What holds at a point (degrees, EPSG:4326). Edges are inside; the strictest zone answers, the others are listed. */
export function checkPoint(context: CheckContext, lng: number, lat: number): Finding {
  const zones = context.zonesAt(lng, lat)
  if (zones.length > 0) return { result: 'in_zone', zones }
  if (!context.inDistrict(lng, lat)) return UNKNOWN.outside_district[context.lang]
  return NO_ZONE[context.scope][context.lang]
}

/** A place that nothing can be said of, and why. */
export const unknown = (reason: NonNullable<Finding['reason']>, explanation: string): Finding =>
  ({ result: 'unknown', reason, explanation, zones: [] })

// the same objects every time, so that their bytes are made once (write-answer.ts)
const inBoth = (make: (lang: Lang) => Finding): Record<Lang, Finding> => ({ zh: make('zh'), en: make('en') })
const because = (reason: 'outside_district' | 'not_a_place' | 'bad_line' | 'index_building') =>
  inBoth((lang) => unknown(reason, CHECK_TEXTS[reason][lang]))
const none = (text: 'no_zone' | 'no_public_zone') =>
  inBoth((lang): Finding => ({ result: 'not_in_zone', explanation: CHECK_TEXTS[text][lang], zones: [] }))
const NO_ZONE = { all: none('no_zone'), public: none('no_public_zone') }

/** Findings that say no more than their reason, in each language. */
export const UNKNOWN = {
  outside_district: because('outside_district'),
  not_a_place: because('not_a_place'),
  bad_line: because('bad_line'),
  index_building: because('index_building'),
}
