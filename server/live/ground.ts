import type { AddressArea, AddressIndex } from '#shared/address/address.ts'
import { createAddressIndex } from '#shared/address/create-address-index.ts'
import { createNameIndex } from '#shared/address/create-name-index.ts'
import type { NameIndex } from '#shared/address/named-place.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import type { ZoneIndex } from '#shared/zone-index/zone-index.ts'
import { figureIndexOf } from '../geometry-worker/geometry.ts'
import { addressPages } from '../store/addresses.ts'
import { areaNames, rootAreas, type AreaName } from '../store/areas.ts'
import type { Db } from '../store/connect.ts'
import { readFigures } from '../store/figures.ts'
import { placeNames } from '../store/places.ts'
import { groundEntries } from './ground-entries.ts'

const ADDRESS_PAGE = 2_000

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

export async function loadNames(db: Db): Promise<GroundNames> {
  const [areas, places] = [await areaNames(db), await placeNames(db)]
  return {
    index: createNameIndex(groundEntries(areas, places)),
    areas: new Map(areas.map((area) => [area.code, area])),
    placeAreas: new Map(places.map((place) => [String(place.id), place.areaCode])),
  }
}

/** The address index, built in steps between which the event loop goes on; gives up when no longer `wanted`. */
export async function loadAddresses(db: Db, wanted: () => boolean): Promise<AddressIndex> {
  const index = createAddressIndex([], { areas: (await areaNames(db)).map(toAddressArea) })
  for await (const page of addressPages(db, ADDRESS_PAGE)) {
    if (!wanted()) break
    index.add(page)
    await new Promise((resolve) => setImmediate(resolve))
  }
  index.seal()
  return index
}

/** The ground of everything loaded: a point outside it cannot be answered for. */
export async function loadDistrict(db: Db): Promise<ZoneIndex> {
  return createZoneIndex((await rootAreas(db)).map((area) => ({ ...area, kind: 'precaution' })))
}

const toAddressArea = ({ code, name, nameEn }: AreaName): AddressArea => ({
  code,
  name,
  ...(nameEn !== null && { nameEn }),
})
