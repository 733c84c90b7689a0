/** Stored precision: 7 decimals of a degree, about 1 cm. */
export const STORED_DECIMALS = 7

const SCALE = 10 ** STORED_DECIMALS

/** Rounds degrees to the stored precision; rounding twice changes nothing, and −0 becomes 0. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * SCALE) / SCALE + 0
}
