import type { FieldValue } from '../record.ts'
import type { OsmTags } from './osm-entity.ts'

/**
 * `highway` values kept, and the class each becomes. Not kept: proposed, razed, abandoned, raceway, rest_area,
 * services …
 */
const HIGHWAY_CLASS: Readonly<Record<string, string>> = {
  motorway: 'motorway', motorway_link: 'motorway_link', trunk: 'trunk', trunk_link: 'trunk_link', primary: 'primary',
  primary_link: 'primary_link', secondary: 'secondary', secondary_link: 'secondary_link', tertiary: 'tertiary',
  tertiary_link: 'tertiary_link', residential: 'residential', living_street: 'living_street', service: 'service',
  unclassified: 'unclassified', road: 'unclassified', busway: 'service', bus_guideway: 'service', track: 'track',
  path: 'path', footway: 'footway', pedestrian: 'pedestrian', cycleway: 'cycleway', steps: 'steps',
  bridleway: 'bridleway', construction: 'construction',
  // walked on like footways: platforms, crossings, and ways inside buildings
  platform: 'footway', crossing: 'footway', corridor: 'footway', hallway: 'footway', elevator: 'footway',
}

const RAIL = new Set(['rail', 'light_rail', 'subway', 'tram', 'narrow_gauge', 'monorail', 'funicular'])

/** Tags that later steps need beside the class. */
const KEPT = [
  'highway', 'railway', 'access', 'foot', 'bicycle', 'vehicle', 'motor_vehicle', 'motorcar', 'emergency', 'area', 'indoor', 'service', 'surface', 'width',
  'lanes', 'maxspeed', 'maxheight', 'maxweight', 'junction', 'toll', 'covered',
] as const

/** Class of a way on which people or trains move, or null. A ferry is `route=ferry`. */
export function roadClass(tags: OsmTags): string | null {
  const highway = HIGHWAY_CLASS[tags.highway ?? '']
  if (highway !== undefined) return highway
  if (RAIL.has(tags.railway ?? '')) return 'rail'
  return tags.route === 'ferry' ? 'ferry' : null
}

/** Columns of `roads`; `reversed` says that the way is one-way against its drawing direction (`oneway=-1`). */
export function roadFields(tags: OsmTags, roadClass: string): {
  fields: Record<string, FieldValue> & { tags: Record<string, FieldValue> }
  reversed: boolean
} {
  const reversed = tags.oneway === '-1' || tags.oneway === 'reverse'
  const implied = tags.junction === 'roundabout' || tags.junction === 'circular' || roadClass === 'motorway'
  const oneway = reversed || ['yes', 'true', '1'].includes(tags.oneway ?? '') || (implied && tags.oneway !== 'no')
  const layer = Number.parseInt(tags.layer ?? '0', 10)
  const kept = Object.fromEntries(KEPT.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]]])))
  const fields = {
    class: roadClass, name: tags.name ?? null, name_en: tags['name:en'] ?? null, ref: tags.ref ?? null, oneway,
    bridge: isSet(tags.bridge), tunnel: isSet(tags.tunnel), layer: Number.isInteger(layer) ? layer : 0, tags: kept,
  }
  return { fields, reversed }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== 'no'
}
