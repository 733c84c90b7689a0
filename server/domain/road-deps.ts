import type { GatePoint } from '#shared/roads/checkpoint-roads.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'

/** What the use cases of roads work with: the graph with who lives along it, and the checkpoints of every state. */
export type RoadDeps = { picture: RoadPicture; checkpoints: readonly GatePoint[] }
