import type { Bounds } from './position.ts'

/** Whether two [west, south, east, north] have a point in common. */
export const boundsMeet = (a: Readonly<Bounds>, b: Readonly<Bounds>): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
