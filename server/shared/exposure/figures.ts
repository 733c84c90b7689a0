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

/**
 * Cells of one source that lie side by side on common lines, as raster cells do: no coordinates of their own. The cell
 * in column c and row r, number `r * (xs.length - 1) + c`, reaches from `xs[c]` to `xs[c + 1]`, `ys[r]` to `ys[r + 1]`.
 */
export type CellGrid = {
  /** meridians from west to east, degrees, as the cells gave them; nearly even: none is half a step off */
  xs: Float64Array
  /** parallels from south to north, likewise */
  ys: Float64Array
  /** NaN where there is no cell */
  people: Float32Array | Float64Array
  /** NaN where unknown; null when unknown for all */
  households: Float32Array | Float64Array | null
  /** index into `sources` */
  source: number
}

/** Places (schools, markets, …), one row each, degrees EPSG:4326. */
export type PlaceFigures = { lng: Column; lat: Column; kind: readonly string[]; id: readonly string[] }

/** All figures of a district by columns: what the server and the client load, the same on both sides. */
export type PopulationFigures = {
  sources: readonly FigureSource[]
  buildings: BuildingFigures
  /** cells on no grid; those of a grid may be here as well as in `grids`, never in both */
  cells: CellFigures
  /** cells on grids, as `compactFigures` finds them; none when absent */
  grids?: readonly CellGrid[]
  places: PlaceFigures
}
