/** What a buffer may be asked for, and how finely it is drawn. */
export const BUFFER_LIMITS = {
  minRadiusM: 0.1, // less than the stored coordinates can show well
  maxRadiusM: 100_000, // twice the largest radius that is tested
  maxReachM: 250_000, // from the middle of shape and radius together; there the projection errs by 0.026 %
  maxLatitude: 88, // nearer to a pole a ring of longitudes means nothing
  maxVertices: 10_000, // after adding positions on long edges; about a millisecond of work each
} as const

/** Edges to a quarter circle: a 128-gon lies at most 0.030 % of the radius inside the circle. */
export const QUADRANT_SEGMENTS = 32

/**
 * Share of the radius by which added positions may leave an edge off its true course, on the way in and on the way out.
 */
export const COURSE_TOLERANCE = 1e-4
