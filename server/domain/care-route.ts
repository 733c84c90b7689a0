import type { MultiPolygon } from 'geojson'
import { accessOf } from '../geometry-worker/roads.ts'
import type { Db } from '../store/connect.ts'
import { requireDraft } from './drafts-read.ts'
import { Conflict } from './errors.ts'
import type { RoadDeps } from './road-deps.ts'

const MOST_NAMED = 5

/**
 * Refuses a ground in which closures, planned ones too, leave somebody without a way for an ambulance, a fire engine, or to
 * hospital, pharmacy and food that they have without the closures.
 * @throws Conflict care_cut_off, with the streets and the people
 */
export async function requireCareRoute({ picture, checkpoints }: RoadDeps, ground: MultiPolygon): Promise<void> {
  if (!checkpoints.some(({ kind, state }) => kind === 'closure' && state !== 'withdrawn')) return
  const { cutOff } = await accessOf(picture, ground, checkpoints, { roomsPer10k: 0, closures: 'planned' })
  if (cutOff.length === 0) return
  const places = cutOff.slice(0, MOST_NAMED).map(({ streets, at }) => streets.join('、') || at.map((degrees) => degrees.toFixed(5)).join(', '))
  throw new Conflict('care_cut_off', {
    buildings: cutOff.reduce((sum, { buildings }) => sum + buildings, 0),
    people: cutOff.reduce((sum, { people }) => sum + people, 0),
    places: places.join('; '),
  })
}

/** `requireCareRoute` for the draft of a zone. @throws NotFound draft_missing; Conflict care_cut_off */
export const requireDraftCareRoute = async (db: Db, roads: RoadDeps, zoneId: string): Promise<void> =>
  requireCareRoute(roads, (await requireDraft(db, zoneId)).geometry)
