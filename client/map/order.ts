import type { LayerFile } from './look.ts'
import { boundaries } from './layers/boundaries.ts'
import { buildings } from './layers/buildings.ts'
import { changes } from './layers/changes.ts'
import { checkpoints } from './layers/checkpoints.ts'
import { drafting } from './layers/drafting.ts'
import { ground } from './layers/ground.ts'
import { names } from './layers/names.ts'
import { ring } from './layers/ring.ts'
import { supply } from './layers/supply.ts'
import { roads } from './layers/roads.ts'
import { sites } from './layers/sites.ts'
import { zoneEdges } from './layers/zone-edges.ts'
import { zoneFills } from './layers/zones.ts'
import { zoneNames } from './layers/zone-names.ts'

/** The whole map from the ground up; the legend reads the same list from the top down. */
export const ORDER: readonly LayerFile[] = [
  ground, buildings, zoneFills, roads, boundaries, zoneEdges, names, changes, drafting, zoneNames, sites, supply, ring, checkpoints,
]
