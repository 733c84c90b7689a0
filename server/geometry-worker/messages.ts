import type { PopulationFigures } from '#shared/exposure/figures.ts'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { Exposure } from '#shared/exposure/result.ts'
import type { GeometryFault } from '#shared/geometry/fault.ts'
import type { AreaLimits } from '#shared/geometry/limits.ts'
import type { PackedArea } from '#shared/geometry/flat-area.ts'
import type { AreaSource } from '#shared/geometry/long-area.ts'
import type { RoadColumns } from '#shared/roads/road-columns.ts'
import type { BuildingPoints, RoadPicture, RoadPlace, RoadSource } from '#shared/roads/road-picture.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'
import type { ParsedBody } from './parse-body.ts'
import type { RoadAnswer, RoadQuestion } from './road-questions.ts'
import type { SharedFigures } from './shared-figures.ts'

type AreaBeside = { ask: RoadQuestion['ask']; area: null }

/** What a thread of the pool can be asked; `figures` and `picture` go along the first time that a thread is asked with its key. */
export type Question =
  | { type: 'parse'; bytes: Uint8Array; levels: number }
  | { type: 'drawn'; area: AreaSource; crs: Crs; limits: Partial<AreaLimits> }
  | { type: 'normalise'; area: AreaSource; limits: Partial<AreaLimits> }
  | { type: 'area'; area: AreaSource }
  | { type: 'exposure'; area: AreaSource; key: number; figures: SharedFigures<FigureIndex> | null }
  | { type: 'index'; figures: PopulationFigures }
  | { type: 'road-picture'; roads: RoadColumns; buildings: BuildingPoints; places: readonly RoadPlace[]; sources: RoadSource[] }
  /** A long `area` stands beside the question. */
  | { type: 'roads'; key: number; picture: SharedFigures<RoadPicture> | null; question: RoadQuestion | AreaBeside; area: AreaSource | null }

export type Answer =
  | { type: 'parsed'; parsed: ParsedBody }
  /** `text` is the same as GeoJSON. */
  | { type: 'normalised'; area: PackedArea; text: string }
  | { type: 'faults'; faults: GeometryFault[] }
  | { type: 'area'; areaM2: number }
  | { type: 'exposure'; exposure: Exposure }
  | { type: 'index'; index: SharedFigures<FigureIndex> }
  | { type: 'road-picture'; picture: SharedFigures<RoadPicture> }
  | { type: 'roads'; answer: RoadAnswer }
  | { type: 'failed'; message: string }
