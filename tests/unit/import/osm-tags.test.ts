import { describe, expect, it } from 'vitest'
import { addressFields } from '../../../server/import/osm/address-fields.ts'
import { areaCode, areaLevel } from '../../../server/import/osm/area-fields.ts'
import { buildingFields, isBuilding } from '../../../server/import/osm/building-fields.ts'
import { placeFields } from '../../../server/import/osm/place-fields.ts'
import { roadClass, roadFields } from '../../../server/import/osm/road-fields.ts'
import { isWaterArea, waterAreaKind, waterLineKind } from '../../../server/import/osm/water-kind.ts'

describe('what OSM tags become', () => {
  it('roads', () => {
    expect(['residential', 'road', 'platform', 'proposed', 'raceway'].map((highway) => roadClass({ highway }))).toEqual(
      ['residential', 'unclassified', 'footway', null, null],
    )
    expect([
      roadClass({ railway: 'tram' }),
      roadClass({ railway: 'abandoned' }),
      roadClass({ route: 'ferry' }),
    ]).toEqual(['rail', null, 'ferry'])
    const { fields, reversed } = roadFields(
      { highway: 'primary', oneway: '-1', bridge: 'viaduct', tunnel: 'no', layer: '2', name: '解放路' },
      'primary',
    )
    expect(reversed).toBe(true)
    expect(fields).toMatchObject({
      oneway: true,
      bridge: true,
      tunnel: false,
      layer: 2,
      name: '解放路',
      tags: { highway: 'primary' },
    })
    expect(roadFields({ highway: 'tertiary', junction: 'roundabout' }, 'tertiary').fields.oneway).toBe(true)
    expect(roadFields({ highway: 'motorway', oneway: 'no', layer: 'x' }, 'motorway').fields).toMatchObject({
      oneway: false,
      layer: 0,
    })
  })

  it('addresses in the order of their language', () => {
    expect(
      addressFields({
        'addr:street': 'Wiener Straße',
        'addr:housenumber': '30',
        'addr:postcode': '3500',
        'addr:city': 'Krems',
      }).text,
    ).toBe('Wiener Straße 30, 3500 Krems')
    expect(
      addressFields({
        'addr:city': '渭南市',
        'addr:district': '临渭区',
        'addr:street': '前进路',
        'addr:housenumber': '12',
      }).text,
    ).toBe('渭南市临渭区前进路12号')
    expect(addressFields({ 'addr:housenumber': '7' })).toMatchObject({ text: '7', street: null, number: '7' })
    expect(addressFields({ 'addr:full': 'as it is', 'addr:housenumber': '7' }).text).toBe('as it is')
  })

  it('areas', () => {
    const tags = { type: 'boundary', boundary: 'administrative' }
    expect(['2', '4', '6', '8', '10', ''].map((admin_level) => areaLevel({ ...tags, admin_level }))).toEqual([
      null,
      'province',
      'county',
      'township',
      'village',
      null,
    ])
    expect(areaLevel({ ...tags, type: 'multilinestring', admin_level: '4' })).toBeNull()
    expect(areaCode(2135920, { name: 'Krems', ref: 'KS' })).toBe('900002135920')
    expect(areaCode(1, { name: '临渭区', ref: '610502' })).toBe('610502000000')
    expect(areaCode(1, { name: 'Nice', ref: '610502' })).toBe('900000000001')
  })

  it('buildings, places and water', () => {
    expect([isBuilding({ building: 'no' }), isBuilding({ building: 'yes' }), isBuilding({})]).toEqual([
      false,
      true,
      false,
    ])
    expect(buildingFields({ building: 'yes', amenity: 'school', 'building:levels': '2.5' })).toMatchObject({
      use: 'school',
      levels: 3,
    })
    expect(buildingFields({ building: 'apartments', 'building:levels': 'many' })).toMatchObject({
      use: 'apartments',
      levels: null,
    })
    expect(placeFields({ amenity: 'hospital', name: 'LKH', beds: '300' })).toMatchObject({
      kind: 'hospital',
      name: 'LKH',
      capacity: { beds: 300 },
    })
    expect(placeFields({ amenity: 'pharmacy' })).toMatchObject({ name: '药店', name_en: 'Pharmacy' })
    expect(placeFields({ amenity: 'bench' })).toBeNull()
    expect([
      waterLineKind({ waterway: 'canal' }),
      waterLineKind({ natural: 'coastline' }),
      waterLineKind({ waterway: 'weir' }),
    ]).toEqual(['canal', 'sea', null])
    expect(isWaterArea({ natural: 'water' })).toBe(true)
    expect([
      waterAreaKind({ natural: 'water' }, 500),
      waterAreaKind({ natural: 'water' }, 5e6),
      waterAreaKind({ waterway: 'riverbank' }, 1),
    ]).toEqual(['pond', 'lake', 'river'])
  })
})
