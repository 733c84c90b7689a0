import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import type { Staffing } from '#shared/schema/staffing.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { areaName, extentOfAreas } from '../store/area-geometry.ts'
import { findCheckpoint, insertCheckpoint, roadExists, updateCheckpoint, type Checkpoint } from '../store/checkpoints.ts'
import type { Db, Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { Actor } from './actor.ts'
import { checkedPoint } from './checked-point.ts'
import { Forbidden, Invalid, NotFound } from './errors.ts'
import { requireImpersonalText } from './impersonal-text.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { requireUsableText } from './usable-text.ts'
import { checkpointTag, requireTag } from './version-tag.ts'

/** Of planned and withdrawn checkpoints the public knows nothing. */
const isPublic = (state: Checkpoint['state']) => state === 'staffed' || state === 'suspended'

/** @throws Invalid invalid_geometry, unusable_text, personal_data, closure_needs_egress, only_gates_are_staffed, duty_twice, unknown_area, unknown_road; Forbidden outside_jurisdiction */
export async function addCheckpoint(store: Store, actor: Actor, content: CheckpointContent): Promise<Checkpoint> {
  return inTransaction(store, (trx) => addCheckpointIn(trx, actor, content), actor)
}

/** `addCheckpoint` in a transaction that is open already. */
export async function addCheckpointIn(trx: Trx, actor: Actor, content: CheckpointContent): Promise<Checkpoint> {
  const id = await insertCheckpoint(trx, await checkedContent(trx, actor, content, null))
  await tell(trx, 'added', id, actor, 1, content.state, isPublic(content.state))
  return requireCheckpoint(trx, id)
}

/**
 * Changes a checkpoint. A gate officer may change its state and nothing else.
 * @throws NotFound; PreconditionFailed; Invalid; Forbidden role_missing, outside_jurisdiction
 */
export async function changeCheckpoint(
  store: Store,
  actor: Actor,
  id: number,
  expected: string,
  content: CheckpointContent,
): Promise<Checkpoint> {
  return inTransaction(store, async (trx) => {
    await lockChanges(trx)
    const current = await requireCheckpoint(trx, id)
    requireTag(expected, checkpointTag(current))
    const next = await checkedContent(trx, actor, content, current)
    const planner = actor.roles.includes('drafter') || actor.roles.includes('publisher')
    if (!planner && !sameButState(current, next)) throw new Forbidden('role_missing', { roles: 'drafter, publisher' })
    await requireJurisdiction(trx, actor, current.geometry)
    await updateCheckpoint(trx, id, next)
    const verb = next.state === 'withdrawn' ? 'withdrawn' : 'changed'
    await tell(trx, verb, id, actor, current.version + 1, next.state, isPublic(current.state) || isPublic(next.state))
    return requireCheckpoint(trx, id)
  }, actor)
}

/**
 * Withdraws a checkpoint: it stays in the records and leaves the public map.
 * @throws NotFound; PreconditionFailed; Forbidden outside_jurisdiction
 */
export async function withdrawCheckpoint(store: Store, actor: Actor, id: number, expected: string): Promise<Checkpoint> {
  const current = await requireCheckpoint(store.db, id)
  requireTag(expected, checkpointTag(current))
  return changeCheckpoint(store, actor, id, expected, { ...contentOf(current), state: 'withdrawn' })
}

/** @throws NotFound */
export async function requireCheckpoint(db: Db, id: number): Promise<Checkpoint> {
  const checkpoint = await findCheckpoint(db, id)
  if (checkpoint === undefined) throw new NotFound('not_found', { what: id })
  return checkpoint
}

async function checkedContent(
  db: Db,
  actor: Actor,
  content: CheckpointContent,
  current: Checkpoint | null,
): Promise<CheckpointContent> {
  const checked = {
    ...content,
    geometry: checkedPoint(content.geometry, await extentOfAreas(db)),
    // who leaves them out does not know them: a closure does not become a gate by that
    kind: content.kind ?? current?.kind ?? 'gate',
    egress: content.egress === undefined ? (current?.egress ?? null) : content.egress,
  }
  const staffing = content.staffing === undefined && checked.kind === 'gate' ? (current?.staffing ?? null) : (content.staffing ?? null)
  requirePosts(checked.kind, staffing)
  requireUsableText(checked)
  requireImpersonalText(checked)
  if (checked.kind === 'closure' && checked.egress === null) throw new Invalid('closure_needs_egress')
  const { area_code, road_id } = content
  // only what is new is looked up: an import may have taken away the area since, and the gate must still be suspended
  const newArea = area_code != null && area_code !== current?.area_code
  if (newArea && (await areaName(db, area_code)) === undefined) {
    throw new Invalid('unknown_area', { code: area_code })
  }
  const newRoad = road_id != null && road_id !== current?.road_id
  if (newRoad && !(await roadExists(db, road_id))) throw new Invalid('unknown_road', { id: road_id })
  await requireJurisdiction(db, actor, checked.geometry)
  return { ...checked, staffing }
}

function requirePosts(kind: Checkpoint['kind'], staffing: Staffing | null): void {
  if (staffing === null) return
  if (kind !== 'gate') throw new Invalid('only_gates_are_staffed')
  const duties = staffing.posts.map(({ duty }) => duty)
  const twice = duties.find((duty, i) => duties.indexOf(duty) !== i)
  if (twice !== undefined) throw new Invalid('duty_twice', { duty: twice })
}

const contentOf = ({ id: _, version: __, ...content }: Checkpoint): CheckpointContent => content

const sameButState = (current: Checkpoint, next: CheckpointContent): boolean =>
  canonicalJson(contentOf({ ...current, state: next.state })) ===
  canonicalJson({ ...next, name_en: next.name_en ?? null, area_code: next.area_code ?? null, road_id: next.road_id ?? null })

const tell = (trx: Trx, verb: string, id: number, actor: Actor, version: number, state: string, open: boolean) =>
  appendEvent(trx, {
    noun: 'checkpoints',
    verb,
    subject: String(id),
    actor: actor.post,
    public: open,
    payload: { version, state },
  })
