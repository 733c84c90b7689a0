/** The array itself if it is long enough, or else a longer copy: a sixteenth more than asked, so that growing is rare. */
export function grownInts(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array
  const grown = new Int32Array(length + (length >> 4) + 16)
  grown.set(array)
  return grown
}

export function grownDoubles(array: Float64Array, length: number): Float64Array {
  if (length <= array.length) return array
  const grown = new Float64Array(length + (length >> 4) + 16)
  grown.set(array)
  return grown
}
