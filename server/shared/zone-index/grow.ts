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

/** A copy with `length` elements in use and a sixteenth of them in reserve, where the array is longer than that. */
export function trimmedInts(array: Int32Array, length: number): Int32Array {
  const wanted = length + (length >> 4)
  return wanted < array.length ? array.slice(0, wanted) : array
}
