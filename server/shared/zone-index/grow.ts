/** The array itself if it is long enough, or else a copy an eighth longer than asked, so that growing stays rare. */
export function grownInts(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array
  const grown = new Int32Array(length + (length >> 3) + 16)
  grown.set(array)
  return grown
}

export function grownDoubles(array: Float64Array, length: number): Float64Array {
  if (length <= array.length) return array
  const grown = new Float64Array(length + (length >> 3) + 16)
  grown.set(array)
  return grown
}
