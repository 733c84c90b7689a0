import type { ExpressionSpecification } from 'maplibre-gl'

/** Widths in pixels at zoom 9, 13 and 17, by class. */
const WIDTHS: Record<string, [number, number, number]> = {
  motorway: [1.8, 4, 20], motorway_link: [0.8, 2, 11], trunk: [1.5, 3.6, 18], trunk_link: [0.8, 2, 11],
  primary: [1.2, 3.2, 16], primary_link: [0.6, 1.8, 10], secondary: [0.9, 2.6, 14], secondary_link: [0.5, 1.6, 10],
  tertiary: [0.6, 2, 12], tertiary_link: [0.5, 1.5, 9],
}
const MINOR: [number, number, number] = [0.3, 1, 8]
const SMALL: Record<string, [number, number, number]> = { service: [0.1, 0.6, 5] }

const at = (index: 0 | 1 | 2, add: number): ExpressionSpecification => [
  'match', ['get', 'class'],
  ...Object.entries({ ...WIDTHS, ...SMALL }).flatMap(([name, widths]) => [name, widths[index] + add] as const),
  MINOR[index] + add,
] as unknown as ExpressionSpecification

/** Line width by class and zoom; `casing` adds an edge of so many pixels on both sides together. */
export const roadWidth = (casing = 0): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.55], ['zoom'], 9, at(0, casing * 0.6), 13, at(1, casing * 0.85), 17, at(2, casing), 20, ['*', 4.5, at(2, casing)]]
