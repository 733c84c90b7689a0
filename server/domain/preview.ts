import type { Preview, PreviewRequest } from '#shared/schema/preview.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import { groundFaultTexts } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import type { ZoneDeps } from './zone-deps.ts'

/** What a definition would enclose now, or every fault in it: the same ground and numbers as a draft of it gets. */
export async function previewZone(
  { store, figures }: Pick<ZoneDeps, 'store' | 'figures'>,
  { kind, definition }: PreviewRequest,
  lang: Lang,
): Promise<Preview> {
  const ground = await groundOf(store.db, kind, definition)
  if (!ground.ok) return { ok: false, faults: groundFaultTexts(ground, lang) }
  return { ok: true, geometry: ground.geometry, exposure: await exposureOf(ground.geometry, figures) }
}
