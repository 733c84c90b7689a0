import type { Polygon } from 'geojson'

/**
 * The eastern half of the old town of Krems an der Donau, as a planner would draw it: from Dachsberggasse along the
 * Ringstraße and back below the hill. [lng, lat], EPSG:4326.
 */
export const KREMS_OLD_TOWN: Polygon = {
  type: 'Polygon',
  coordinates: [[
    [15.6001, 48.4108], [15.602, 48.4106], [15.6051, 48.4113], [15.6054, 48.4124], [15.604, 48.4131], [15.601, 48.413],
    [15.6, 48.4122], [15.6001, 48.4108],
  ]],
}

/** Of the accounts that `npm run krems` makes, planner and reviewer. */
export const KREMS_PASSWORD = 'Krems an der Donau'
