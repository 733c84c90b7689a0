import { createNameIndex } from '#shared/address/create-name-index.ts'
import type { NameIndex } from '#shared/address/named-place.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { ZoneIndex } from '#shared/zone-index/zone-index.ts'
import { figureIndexOf } from '../geometry-worker/geometry.ts'
import { roadPictureOf } from '../geometry-worker/roads.ts'
import { areaNames, rootAreas, rootAreasHash, type AreaName } from '../store/areas.ts'
import type { Db } from '../store/connect.ts'
import { readFigures } from '../store/figures.ts'
import { placeNames } from '../store/places.ts'
import { readRoadPlaces, readRoads, readRoadSources } from '../store/roads.ts'
import { groundEntries } from './ground-entries.ts'

/** Names made ready in one go: a few milliseconds. */
const NAMES_A_TURN = 200

export type Figures = { figures: PopulationFigures; index: FigureIndex }
/** Areas and places by name, and the areas by code for saying where something is. */
export type GroundNames = {
  index: NameIndex
  areas: ReadonlyMap<string, AreaName>
  /** The area's code of a place, by the place's id. */
  placeAreas: ReadonlyMap<string, string | null>
}

export async function loadFigures(db: Db): Promise<Figures> {
  return figureIndexOf(await readFigures(db))
}

/** The graph of roads with buildings and places on it; made from the figures, which it waits for. */
export async function loadRoads(db: Db, figures: () => Promise<Figures>): Promise<RoadPicture> {
  const roads = await readRoads(db)
  const [places, sources] = [await readRoadPlaces(db), await readRoadSources(db)]
  return roadPictureOf(roads, (await figures()).figures.buildings, places, sources)
}

export async function loadNames(db: Db): Promise<GroundNames> {
  const [areas, places] = [await areaNames(db), await placeNames(db)]
  const index = createNameIndex(groundEntries(areas, places))
  while (index.prepare(NAMES_A_TURN)) await new Promise((resolve) => setImmediate(resolve))
  return {
    index,
    areas: new Map(areas.map((area) => [area.code, area])),
    placeAreas: new Map(places.map((place) => [String(place.id), place.areaCode])),
  }
}

/** The ground of everything loaded, indexed: a point outside it cannot be answered for. */
export type District = { hash: string; index: ZoneIndex }

/** The district as it is now; `known` again where the areas are still the same, as after most imports. */
export async function loadDistrict(db: Db, known?: District): Promise<District> {
  const hash = await rootAreasHash(db)
  if (known?.hash === hash) return known
  return { hash, index: createZoneIndex((await rootAreas(db)).map((area) => ({ ...area, kind: 'precaution' }))) }
}
