/** The entities of an OSM file as osm-pbf-parser-node gives them; coordinates in degrees, WGS-84. */
export type OsmTags = Record<string, string>

export interface OsmNode {
  type: 'node'
  id: number
  lat: number
  lon: number
  tags?: OsmTags
}

export interface OsmWay {
  type: 'way'
  id: number
  refs: number[]
  tags?: OsmTags
}

export interface OsmMember {
  type: 'node' | 'way' | 'relation'
  ref: number
  role: string
}

export interface OsmRelation {
  type: 'relation'
  id: number
  members: OsmMember[]
  tags?: OsmTags
}

export type OsmEntity = (OsmNode | OsmWay | OsmRelation) & { info?: { timestamp?: number } }

export interface OsmHeader {
  type?: undefined
  required_features: string[]
  osmosis_replication_timestamp?: number
  /** In nanodegrees. */
  bbox?: { left: number; right: number; top: number; bottom: number } | null
}
