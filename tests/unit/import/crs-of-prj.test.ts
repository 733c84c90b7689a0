import { describe, expect, it } from 'vitest'
import { crsOfPrj } from '../../../server/import/shapefile/crs-of-prj.ts'

const GEOGCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const projected = (meridian: number, easting: number, more = '') =>
  `PROJCS["CGCS2000_3_Degree_GK",${GEOGCS},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],` +
  `PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]${more}]`

describe('coordinate system of a .prj', () => {
  it.each([
    [projected(111, 500000), 'EPSG:4546'],
    [projected(75, 500000), 'EPSG:4534'],
    [projected(135, 500000), 'EPSG:4554'],
    [projected(111, 37500000), 'EPSG:4525'],
    [projected(75, 25500000), 'EPSG:4513'],
    [projected(111, 500000, ',AUTHORITY["EPSG","4546"]'), 'EPSG:4546'],
    [GEOGCS, 'EPSG:4490'],
    [
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      'EPSG:4326',
    ],
  ])('knows %#', (wkt, code) => expect(crsOfPrj(wkt)).toBe(code))

  it.each([
    projected(112, 500000),
    projected(111, 250000),
    projected(138, 500000),
    projected(111, 500000).replace('Scale_Factor",1.0', 'Scale_Factor",0.9996'),
    projected(111, 500000).replaceAll('China', 'Xian').replaceAll('CGCS2000', 'Xian_1980').replace('2000', '1980'),
    'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]]]',
    'LOCAL_CS["paper"]',
    '',
  ])('does not guess %#', (wkt) => expect(crsOfPrj(wkt)).toBeNull())
})
