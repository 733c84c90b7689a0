/** A column of numbers; Float64Array in memory, a plain array straight from JSON. */
export type Column = ArrayLike<number>

/** Where numbers of people come from; every figure shown names one. */
export type FigureSource = {
  /** short key, for example "census-2020" */
  source: string
  title: string
  /** ISO date the figures stand for */
  date: string
  /** counted on the spot, a total spread by footprint × floors, read from a raster, or a total of a whole area */
  method: 'counted' | 'dasymetric' | 'raster' | 'area'
  basis: 'building' | 'cell' | 'area'
}

/** Buildings, one row each; degrees EPSG:4326; `lng`/`lat` is the representative point, the rest its bounds. */
export type BuildingFigures = {
  lng: Column
  lat: Column
  west: Column
  south: Column
  east: Column
  north: Column
  /** NaN where unknown */
  people: Column
  /** NaN where unknown */
  households: Column
  /** index into `sources` */
  source: Column
}

/** Rectangles in degrees over which people are taken as evenly spread: raster cells, or areas with a total only. */
export type CellFigures = {
  west: Column
  south: Column
  east: Column
  north: Column
  people: Column
  /** NaN where unknown */
  households: Column
  /** index into `sources` */
  source: Column
}

/** Places (schools, markets, …), one row each, degrees EPSG:4326. */
export type PlaceFigures = { lng: Column; lat: Column; kind: readonly string[]; id: readonly string[] }

/** All figures of a district by columns: what the server and the client load, the same on both sides. */
export type PopulationFigures = {
  sources: readonly FigureSource[]
  buildings: BuildingFigures
  cells: CellFigures
  places: PlaceFigures
}
