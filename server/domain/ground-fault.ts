import type { MultiPolygon } from 'geojson'
import { faultText } from '#shared/geometry/fault-text.ts'
import type { GeometryFault } from '#shared/geometry/fault.ts'
import { PROBLEM_TEXTS, type ProblemCode } from '#shared/problem-texts.ts'
import { fill } from '#shared/text/fill.ts'
import type { FaultText } from '#shared/schema/preview.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { Invalid, type ProblemParams } from './errors.ts'

/** Why a definition gives no ground: a problem, and for a geometry every fault with its place. */
export type GroundFault = { ok: false; problem: ProblemCode; params: ProblemParams; faults: GeometryFault[] }

/** Valid, right-hand rule, at most seven decimals, EPSG:4326, [lng, lat]. */
export type Ground = { ok: true; geometry: MultiPolygon } | GroundFault

export const geometryFaults = (faults: GeometryFault[]): GroundFault =>
  ({ ok: false, problem: 'invalid_geometry', params: {}, faults })

export const groundFault = (problem: ProblemCode, params: ProblemParams = {}): GroundFault =>
  ({ ok: false, problem, params, faults: [] })

/** A ground fault as the error that refuses a draft. */
export const groundError = ({ problem, params, faults }: GroundFault): Invalid =>
  new Invalid(problem, params, faults.map((fault) => (lang) => inWords(fault, lang)))

/** A ground fault as a preview's answer: at least one entry, in the reader's language. */
export function groundFaultTexts({ problem, params, faults }: GroundFault, lang: Lang): FaultText[] {
  if (faults.length > 0) return faults.map((fault) => inWords(fault, lang))
  const { title, detail } = PROBLEM_TEXTS[problem]
  return [{ code: problem, title: title[lang], place: '', fix: fill(detail[lang], params) }]
}

const inWords = (fault: GeometryFault, lang: Lang): FaultText => ({
  code: fault.code,
  ...(fault.at ? { at: fault.at } : {}),
  ...faultText(fault, lang),
})
