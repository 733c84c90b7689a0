import type { RoadGraph } from './graph.ts'
import { DRIVEN_GATE_POSTS } from './road-class.ts'
import { USE } from './road-use.ts'

/** Where nobody comes but on foot, whatever the road's class. */
const WALKED_GATE_POSTS = 2

/** Posts that guard a gate on a road round the clock: its staffing cost, by class and use. */
export const gatePosts = ({ class: classes, use }: RoadGraph, road: number): number =>
  use[road]! & (USE.carAlong | USE.carAgainst | USE.emergency) ? DRIVEN_GATE_POSTS[classes[road]!]! : WALKED_GATE_POSTS
