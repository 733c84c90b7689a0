import type { ZoneDefinition } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Db } from '../store/connect.ts'
import { drawnGround } from './ground-drawn.ts'
import type { Ground } from './ground-fault.ts'
import { groundLess, groundOfAreas } from './ground-of-areas.ts'

/**
 * The ground that a definition gives now. Preview, draft and publication all come here, so that they agree.
 * Nothing is repaired: whatever cannot be taken as it is, is a fault.
 */
export async function groundOf(db: Db, kind: ZoneKind, definition: ZoneDefinition): Promise<Ground> {
  switch (definition.type) {
    case 'drawn':
      return drawnGround(db, definition.geometry, definition.crs ?? 'wgs84')
    case 'units':
      return definition.minus_stricter ? groundLess(db, kind, definition.codes) : groundOfAreas(db, definition.codes)
    case 'rest_of':
      return groundLess(db, kind, [definition.area])
  }
}
