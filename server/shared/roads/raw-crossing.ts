/**
 * One passage of a road through an area's edge. `at` is a position along the road; `heading` is 1 where the road's line
 * goes in, −1 where it goes out, 0 where several roads meet on the edge itself.
 */
export type RawCrossing = { edge: number; road: number; at: number; heading: -1 | 0 | 1 }
