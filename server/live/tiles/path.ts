/** A path as x, y pairs. */
export type Path = [number, number][]
