import type { MultiPolygon } from 'geojson'
import { areaM2 } from '../geometry/area-m2.ts'
import { prepareArea } from '../geometry/prepare-area.ts'
import { countBuildings } from './count-buildings.ts'
import { countCells } from './count-cells.ts'
import { countPlaces } from './count-places.ts'
import type { FigureIndex } from './index-figures.ts'
import { joinParts } from './join-parts.ts'
import type { Exposure, ExposureWarning } from './result.ts'
import { basesOf, newTally, roundTally } from './tally.ts'

/**
 * With fewer cells than this and nothing better, how the people lie within a cell matters more than how many they are.
 */
export const TINY_ZONE_CELLS = 4

/**
 * Who and what lies in an area of valid parts, EPSG:4326, ground under several parts counted once: people and
 * households by building where known, by raster cell (area-weighted) elsewhere, buildings, places by kind, each with
 * source and range. Holes are honoured; edges are inside. The client's preview and the server's answer both come from
 * here, so they agree to the person.
 */
export function exposure(given: MultiPolygon, figures: FigureIndex): Exposure {
  const area = joinParts(given)
  const prepared = prepareArea(area)
  const tally = newTally()
  const buildings = countBuildings(figures, prepared, tally)
  const peopleByBuilding = tally.bySource.size > 0
  const cells = countCells(figures, prepared, tally)

  const warnings: ExposureWarning[] = []
  if (tally.bySource.size === 0) warnings.push('no_population_data')
  if (cells > 0 && cells < TINY_ZONE_CELLS && !peopleByBuilding) warnings.push('tiny_zone_range_only')
  if (buildings.unknown > 0) warnings.push('people_unknown')
  if (tally.householdsKnown && tally.householdsMissing) warnings.push('households_incomplete')
  return {
    areaM2: areaM2(area),
    ...roundTally(tally),
    buildings: buildings.inside,
    places: countPlaces(figures, prepared),
    bases: basesOf(tally, figures.figures.sources),
    warnings,
  }
}
