import { isRoadBarrier } from '#shared/roads/barrier.ts'
import type { NodeLocations } from './node-locations.ts'
import type { OsmTags, OsmWay } from './osm-entity.ts'

/** What stands on a node of a road, by the node's id: `kind` or `kind,access`. */
export type BarrierNodes = ReadonlyMap<number, string>

/** The barrier that a node's tags describe as `BarrierNodes` keeps it, or null; a locked one is private. */
export function barrierWord(tags: OsmTags): string | null {
  const kind = tags.barrier ?? ''
  if (!isRoadBarrier(kind)) return null
  const access = tags.locked === 'yes' ? 'private' : (tags.motor_vehicle ?? tags.vehicle ?? tags.access)
  return access === undefined || !/^[a-z_]+$/.test(access) ? kind : `${kind},${access}`
}

/** The barriers on a way as a road's tag `barriers` lists them: `lng,lat,kind[,access]` separated by semicolons. */
export function barriersOn(way: OsmWay, nodes: NodeLocations, barriers: BarrierNodes): string {
  if (barriers.size === 0) return ''
  return [...new Set(way.refs)]
    .flatMap((ref) => {
      const [word, place] = [barriers.get(ref), nodes.get(ref)]
      return word === undefined || place === undefined ? [] : [`${place[0]!.toFixed(7)},${place[1]!.toFixed(7)},${word}`]
    })
    .join(';')
}
