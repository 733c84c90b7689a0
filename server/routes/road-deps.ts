import type { MultiPolygon } from 'geojson'
import type { Crs } from '#shared/schema/vocabulary.ts'
import type { Deps } from '../deps.ts'
import { groundError } from '../domain/ground-fault.ts'
import { drawnGround } from '../domain/ground-drawn.ts'
import { roadCheckpoints } from '../domain/road-checkpoints.ts'
import type { RoadDeps } from '../domain/road-deps.ts'

/** What the use cases of roads need, with the checkpoints as the database has them. */
export const roadDeps = async ({ store, live }: Deps): Promise<RoadDeps> =>
  ({ picture: await live.roads(), checkpoints: await roadCheckpoints(store.db) })

/** The ground of a posted geometry. @throws Invalid invalid_geometry with every fault and its place */
export async function postedGround({ store }: Deps, { geometry, crs = 'wgs84' }: { geometry: unknown; crs?: Crs }): Promise<MultiPolygon> {
  const ground = await drawnGround(store.db, geometry, crs)
  if (!ground.ok) throw groundError(ground)
  return ground.geometry
}
