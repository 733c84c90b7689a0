import { createHash } from 'node:crypto'
import { packArea } from '#shared/check-pack/packed-area.ts'
import type { CheckPack } from '#shared/schema/check-pack.ts'
import { rootAreas } from '../store/areas.ts'
import type { Store } from '../store/connect.ts'
import type { LiveZone } from '../store/live-zones.ts'
import type { PackTitle } from './check/check-context.ts'
import type { Live } from './live.ts'

/** The current pack for checks on a device: its version, which changes with its content alone, and its JSON. */
export type PackOf = () => Promise<{ version: string; json: Buffer }>

/** Packs are made when they are first asked for and kept until the picture changes. */
export function createCheckPack({ db }: Store, live: Live, packTitle: PackTitle): PackOf {
  let district: { groundSeq: number; areas: CheckPack['district'] } | null = null
  let made: { seq: number; pack: { version: string; json: Buffer } } | null = null
  return async () => {
    const [seq, groundSeq] = [live.seq(), live.groundSeq()]
    if (made?.seq === seq) return made.pack
    if (district?.groundSeq !== groundSeq) {
      district = { groundSeq, areas: (await rootAreas(db)).map(({ geometry }) => packArea(geometry)) }
    }
    const content = { district: district.areas, zones: live.zones('public').map((zone) => toPacked(zone, packTitle)) }
    const version = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
    const pack = made?.pack.version === version ? made.pack : { version, json: Buffer.from(JSON.stringify({ version, ...content })) }
    // zones may have changed while the areas were read: then this is not what belongs to the number
    if (live.seq() === seq) made = { seq, pack }
    return pack
  }
}

/** Member by member, so that nothing else of a zone can go out. */
const toPacked = (zone: LiveZone, packTitle: PackTitle): CheckPack['zones'][number] => ({
  id: zone.id,
  version: zone.version,
  kind: zone.kind,
  name: zone.name,
  name_en: zone.nameEn,
  measures: [...zone.measures],
  rule_pack: zone.rulePack,
  rule_pack_title: packTitle(zone.rulePack),
  legal_basis: zone.legalBasis,
  authority: zone.authority,
  since: zone.since,
  review_by: zone.reviewBy,
  earliest_lift: zone.earliestLift,
  area: packArea(zone.geometry),
})
