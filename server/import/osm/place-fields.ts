import type { FieldValue } from '../record.ts'
import type { OsmTags } from './osm-entity.ts'

/** Our kind for an OSM `key=value`; the first row that fits wins, so a hospital's pharmacy stays a hospital. */
const KINDS: readonly (readonly [key: string, values: readonly string[], kind: string, zh: string, en: string])[] = [
  ['amenity', ['hospital'], 'hospital', '医院', 'Hospital'],
  ['healthcare', ['hospital'], 'hospital', '医院', 'Hospital'],
  ['amenity', ['clinic', 'doctors'], 'clinic', '诊所', 'Clinic'],
  ['healthcare', ['clinic', 'doctor', 'centre'], 'clinic', '诊所', 'Clinic'],
  ['healthcare', ['laboratory'], 'laboratory', '实验室', 'Laboratory'],
  ['amenity', ['pharmacy'], 'pharmacy', '药店', 'Pharmacy'],
  ['healthcare', ['pharmacy'], 'pharmacy', '药店', 'Pharmacy'],
  ['amenity', ['kindergarten', 'childcare'], 'kindergarten', '幼儿园', 'Kindergarten'],
  ['amenity', ['school', 'college', 'university'], 'school', '学校', 'School'],
  ['amenity', ['nursing_home', 'retirement_home'], 'care_home', '养老院', 'Care home'],
  ['social_facility', ['nursing_home', 'assisted_living', 'group_home'], 'care_home', '养老院', 'Care home'],
  ['amenity', ['place_of_worship'], 'worship', '宗教场所', 'Place of worship'],
  ['railway', ['station', 'halt'], 'station', '车站', 'Station'],
  ['amenity', ['bus_station', 'ferry_terminal'], 'station', '车站', 'Station'],
  ['aeroway', ['terminal'], 'station', '航站楼', 'Terminal'],
  ['amenity', ['marketplace'], 'market', '市场', 'Market'],
  ['shop', ['supermarket'], 'market', '超市', 'Supermarket'],
  ['shop', ['mall', 'department_store'], 'mall', '商场', 'Mall'],
  ['tourism', ['hotel', 'motel', 'hostel', 'guest_house'], 'hotel', '宾馆', 'Hotel'],
  ['amenity', ['police'], 'police', '公安', 'Police'],
  ['amenity', ['fire_station'], 'fire_station', '消防站', 'Fire station'],
  ['amenity', ['townhall'], 'government', '政府', 'Town hall'],
  ['office', ['government'], 'government', '机关', 'Government office'],
  ['barrier', ['toll_booth'], 'toll_gate', '收费站', 'Toll booth'],
  ['amenity', ['restaurant', 'fast_food', 'cafe', 'food_court', 'canteen'], 'food', '餐饮', 'Food'],
  ['landuse', ['construction'], 'construction_site', '工地', 'Construction site'],
]

/** Columns of `places`, or null where the tags make no key place. A place without a name goes by what it is. */
export function placeFields(tags: OsmTags): Record<string, FieldValue> | null {
  const row = KINDS.find(([key, values]) => values.includes(tags[key] ?? ''))
  if (row === undefined) return null
  const [, , kind, zh, en] = row
  const name = tags.name ?? tags.brand ?? tags.operator
  const capacity = capacityOf(tags)
  const names = name === undefined ? { name: zh, name_en: en } : { name, name_en: tags['name:en'] ?? null }
  return { kind, ...names, capacity, area_code: null }
}

function capacityOf(tags: OsmTags): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [key, tag] of [['beds', 'beds'], ['rooms', 'rooms'], ['capacity', 'capacity']] as const) {
    const value = Number(tags[tag] ?? '')
    if (Number.isInteger(value) && value > 0) found[key] = value
  }
  return found
}
