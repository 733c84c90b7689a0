/** Which stretches of a growing array are in use. Freed ones are kept by size class and used again. */
export type Extents = {
  end: number
  free: number[][]
}

export function createExtents(): Extents {
  return { end: 0, free: [] }
}

/** Start of a stretch of at least `size`: a freed one of its class, or the array's end, which then moves. */
export function allocate(extents: Extents, size: number): number {
  const sizeClass = classOf(size)
  const start = extents.free[sizeClass]?.pop()
  if (start !== undefined) return start
  const fresh = extents.end
  extents.end += sizeOf(sizeClass)
  return fresh
}

/** Gives back a stretch that `allocate` gave for this size. */
export function release(extents: Extents, start: number, size: number): void {
  const sizeClass = classOf(size)
  const stretches = (extents.free[sizeClass] ??= [])
  stretches.push(start)
}

/** How much `allocate` takes from the array's end for a stretch. */
export function roundedSize(size: number): number {
  return sizeOf(classOf(size))
}

// Sixteen classes to each doubling: at most a sixteenth of a stretch is lost to rounding.
function classOf(size: number): number {
  if (size <= 16) return size
  const doubling = 27 - Math.clz32(size - 1)
  return (doubling << 4) + ((size - 1) >> doubling) + 1
}

function sizeOf(sizeClass: number): number {
  if (sizeClass <= 16) return sizeClass
  const doubling = (sizeClass - 17) >> 4
  return (sizeClass - (doubling << 4)) * 2 ** doubling
}
