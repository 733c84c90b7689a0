import { describe, expect, it } from 'vitest'
import { parseWkt } from '../../../server/import/csv/parse-wkt.ts'

describe('well-known text', () => {
  it.each([
    ['POINT(109.5 34.5)', { type: 'Point', coordinates: [109.5, 34.5] }],
    ['SRID=4326;POINT Z (109.5 34.5 400)', { type: 'Point', coordinates: [109.5, 34.5] }],
    [
      'multipoint((1 2),(3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT(1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'LINESTRING (1 2, 3 -4e0)',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, -4],
        ],
      },
    ],
    [
      'MULTILINESTRING((1 2,3 4),(5 6,7 8))',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [5, 6],
            [7, 8],
          ],
        ],
      },
    ],
    [
      'POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
    [
      'MULTIPOLYGON(((0 0,4 0,4 4,0 0)))',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 0],
            ],
          ],
        ],
      },
    ],
  ])('reads %s', (text, geometry) => expect(parseWkt(text)).toEqual(geometry))

  it.each([
    '',
    'POINT',
    'POINT EMPTY',
    'POINT(1)',
    'POINT(1 x)',
    'POINT((1 2)',
    'POINT(1 2, 3 4)',
    'POLYGON(1 2, 3 4)',
    'POLYGON((0 0,1 1,(1 2)))',
    'CURVE(1 2)',
    'GEOMETRYCOLLECTION(POINT(1 2))',
    'LINESTRING(1 2,3 4) drop table',
    'POINT(1..2 3)',
  ])('is no geometry: %s', (text) => expect(parseWkt(text)).toBeNull())
})
