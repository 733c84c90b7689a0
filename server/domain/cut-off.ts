import type { MultiPolygon } from 'geojson'
import type { GatePoint } from '#shared/roads/checkpoint-roads.ts'
import type { CutOffAsked, CutOffByChange } from '#shared/schema/roads.ts'
import { newlyCutOff, supplyOf } from '../geometry-worker/roads.ts'
import { compoundsIn } from '../store/compounds.ts'
import type { Db } from '../store/connect.ts'
import { checkedPoint } from './checked-point.ts'
import { Invalid, NotFound } from './errors.ts'
import type { RoadDeps } from './road-deps.ts'

/** The longest walk to a delivery point, in metres along ways, where nobody says another. */
export const WALK_M = 500

/** No checkpoint has this number: it stands for the one that is not saved yet. */
const NEW = 0

/**
 * What a change of one checkpoint takes away from those who have it now: supply in `zones` (the sealed and controlled ones
 * in force), and the ways to care of everybody.
 * @throws NotFound; Invalid invalid_geometry
 */
export async function cutOffByChange(db: Db, { picture, checkpoints }: RoadDeps, zones: readonly MultiPolygon[], asked: CutOffAsked): Promise<CutOffByChange> {
  const after = changed(checkpoints, asked)
  const isClosure = ({ kind }: GatePoint) => kind === 'closure'
  const groups = [...checkpoints, ...after].some(isClosure) ? await newlyCutOff(picture, checkpoints, after) : []
  const compounds = await allCompounds(db, zones)
  if (compounds.length === 0) return { compounds: [], groups }
  const supplied = (gates: readonly GatePoint[]) => supplyOf(picture, { zones, compounds, walkM: WALK_M, checkpoints: gates, closures: 'planned' })
  const before = await supplied(checkpoints)
  const covered = new Set(before.compounds.filter(({ gap }) => gap === null).map(({ code }) => code))
  return { compounds: (await supplied(after)).compounds.filter(({ gap, code }) => gap !== null && covered.has(code)), groups }
}

function changed(checkpoints: readonly GatePoint[], { checkpoint, change }: CutOffAsked): GatePoint[] {
  const id = checkpoint ?? NEW
  const current = checkpoints.find((gate) => gate.id === id)
  if (checkpoint !== null && current === undefined) throw new NotFound('not_found', { what: checkpoint })
  const others = checkpoints.filter((gate) => gate.id !== id)
  if (change === null) return others
  const at = change.geometry === undefined ? null : checkedPoint(change.geometry).coordinates
  if (current === undefined && at === null) throw new Invalid('checkpoint_needs_place')
  const gate: GatePoint = {
    id,
    kind: change.kind ?? current?.kind ?? 'gate',
    state: change.state ?? current?.state ?? 'planned',
    greenLane: change.green_lane ?? current?.greenLane ?? false,
    lng: at?.[0] ?? current!.lng,
    lat: at?.[1] ?? current!.lat,
    roadId: change.road_id === undefined ? (current?.roadId ?? null) : change.road_id,
  }
  return gate.state === 'withdrawn' ? others : [...others, gate]
}

async function allCompounds(db: Db, zones: readonly MultiPolygon[]) {
  const found = new Map<string, Awaited<ReturnType<typeof compoundsIn>>[number]>()
  for (const zone of zones) for (const compound of await compoundsIn(db, zone)) found.set(compound.code, compound)
  return [...found.values()]
}
