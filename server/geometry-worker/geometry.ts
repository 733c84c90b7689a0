import type { MultiPolygon } from 'geojson'
import { exposure } from '#shared/exposure/exposure.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { Exposure } from '#shared/exposure/result.ts'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { countVertices, packArea } from '#shared/geometry/flat-area.ts'
import type { AreaLimits } from '#shared/geometry/limits.ts'
import { longArea, sourceOf, type AreaSource } from '#shared/geometry/long-area.ts'
import { normaliseArea, type NormalisedArea } from '#shared/geometry/normalise-area.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'
import { drawnArea } from './drawn-area.ts'
import type { Answer } from './messages.ts'
import type { ParsedBody } from './parse-body.ts'
import { revivedFigures, sharedFigures, type SharedFigures } from './shared-figures.ts'
import { askThread } from './thread-pool.ts'

/** Areas of more positions are worked on by another thread: fewer take a few milliseconds, less than going there. */
const MOST_INLINE_VERTICES = 500
const LIMIT_MS = 20_000
const INDEX_LIMIT_MS = 300_000

/** A long body of JSON, read off this thread: `parseBody`. @throws as `askThread` */
export async function parsedBodyOf(bytes: Uint8Array, levels: number): Promise<ParsedBody> {
  const answer = await askThread(() => ({ type: 'parse', bytes, levels }), LIMIT_MS)
  return answer.type === 'parsed' ? answer.parsed : unexpected(answer)
}

/** `drawnArea`, off this thread where the line is long. @throws as `askThread` */
export async function drawnAreaOf(geometry: unknown, crs: Crs, limits: Partial<AreaLimits>): Promise<NormalisedArea> {
  const area = sourceIfLong(geometry)
  if (area === null) return drawnArea(geometry, crs, limits)
  return normalisedArea(await askThread(() => ({ type: 'drawn', area, crs, limits }), LIMIT_MS))
}

/** `normaliseArea`, likewise. */
export async function normalisedAreaOf(geometry: MultiPolygon, limits: Partial<AreaLimits>): Promise<NormalisedArea> {
  const area = sourceIfLong(geometry)
  if (area === null) return normaliseArea(geometry, limits)
  return normalisedArea(await askThread(() => ({ type: 'normalise', area, limits }), LIMIT_MS))
}

/** `areaM2`, likewise. */
export async function areaM2Of(geometry: MultiPolygon): Promise<number> {
  const area = sourceIfLong(geometry)
  if (area === null) return areaM2(geometry)
  const answer = await askThread(() => ({ type: 'area', area }), LIMIT_MS)
  return answer.type === 'area' ? answer.areaM2 : unexpected(answer)
}

/** `exposure`, likewise. */
export async function exposureOf(geometry: MultiPolygon, figures: FigureIndex): Promise<Exposure> {
  const area = sourceIfLong(geometry)
  if (area === null) return exposure(geometry, figures)
  const { key, shared } = shareOnce(figures)
  const answer = await askThread((thread) => {
    const isNews = thread.figuresKey !== key
    thread.figuresKey = key
    return { type: 'exposure', area, key, figures: isNews ? shared : null }
  }, LIMIT_MS)
  return answer.type === 'exposure' ? answer.exposure : unexpected(answer)
}

/**
 * `indexFigures`, always off this thread: a million cells take seconds. The columns lie in shared memory, and the
 * figures handed on are those of the index: an index made of them anew answers the same.
 */
export async function figureIndexOf(figures: PopulationFigures): Promise<{ figures: PopulationFigures; index: FigureIndex }> {
  const answer = await askThread(() => ({ type: 'index', figures }), INDEX_LIMIT_MS)
  if (answer.type !== 'index') return unexpected(answer)
  const index = revivedFigures(answer.index)
  shares.set(index, { key: (keys += 1), shared: answer.index })
  return { figures: index.figures, index }
}

let keys = 0
const shares = new WeakMap<FigureIndex, { key: number; shared: SharedFigures<FigureIndex> }>()

function shareOnce(index: FigureIndex): { key: number; shared: SharedFigures<FigureIndex> } {
  let share = shares.get(index)
  if (share === undefined) shares.set(index, (share = { key: (keys += 1), shared: sharedFigures(index) }))
  return share
}

/** How an area goes to a thread; null where it is short. What has not the form of one is short work, whatever its length. */
export function sourceIfLong(geometry: unknown): AreaSource | null {
  const source = sourceOf(geometry)
  if (source !== undefined) return source
  return countVertices(geometry) > MOST_INLINE_VERTICES ? packArea(geometry) : null
}

function normalisedArea(answer: Answer): NormalisedArea {
  if (answer.type === 'faults') return { ok: false, faults: answer.faults }
  if (answer.type !== 'normalised') return unexpected(answer)
  return { ok: true, geometry: longArea('MultiPolygon', answer.area, answer.text) as MultiPolygon }
}

function unexpected({ type }: Answer): never {
  throw new Error(`a geometry thread answered with ${type}`)
}
