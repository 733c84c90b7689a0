import type { MultiPolygon } from 'geojson'
import type { RoadData } from '#shared/schema/roads.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { surveyedOf } from '../geometry-worker/roads.ts'

/** Where the roads come from, how old they are, and how much of an area lies off them. */
export async function roadData(picture: RoadPicture, area: MultiPolygon): Promise<RoadData> {
  const { sources } = picture
  return {
    sources: [...sources],
    oldest: sources.map(({ asOf }) => asOf).toSorted()[0] ?? null,
    ...(await surveyedOf(picture, area)),
  }
}
