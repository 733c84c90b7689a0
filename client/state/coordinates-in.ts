const PAIR = /^\s*\(?\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*[,，;；\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?\s*$/

/**
 * A pair of degrees typed instead of an address, as [lng, lat]; null where the text is none. Longitude comes first;
 * where only the other order can be meant (34.5, 109.5) it is taken.
 */
export function coordinatesIn(text: string): [number, number] | null {
  const [, first, second] = PAIR.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  const [a, b] = [Number(first), Number(second)]
  if (Math.abs(a) <= 180 && Math.abs(b) <= 90) return [a, b]
  return Math.abs(a) <= 90 && Math.abs(b) <= 180 ? [b, a] : null
}
