/** A place as [longitude, latitude] in degrees, EPSG:4326. */
export type LngLat = [number, number]

/** [west, south, east, north] in degrees, EPSG:4326. */
export type Bounds = [number, number, number, number]
