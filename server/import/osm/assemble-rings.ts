/** Rings as node ids (first = last), and the loose ends of what would not close. */
export interface AssembledRings {
  rings: number[][]
  looseEnds: number[]
}

/**
 * Joins ways (lists of node ids) end to end into closed rings: a closed way is a ring of its own, the others are
 * walked from end to end, each used once. Where more than two ends meet, the walk prefers to close its ring.
 */
export function assembleRings(ways: readonly (readonly number[])[]): AssembledRings {
  const rings: number[][] = []
  const looseEnds: number[] = []
  const open = new Set<readonly number[]>()
  const atEnd = new Map<number, (readonly number[])[]>()
  for (const way of ways) {
    if (way.length < 2) continue
    if (way[0] === way.at(-1)) rings.push([...way])
    else {
      open.add(way)
      for (const end of [way[0], way.at(-1)]) if (end !== undefined) atEnd.set(end, [...(atEnd.get(end) ?? []), way])
    }
  }
  for (const way of open) {
    open.delete(way)
    const ring = [...way]
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1) ?? Number.NaN
      const next = nextWay(open, atEnd.get(end) ?? [], ring[0])
      if (next === undefined) break
      open.delete(next)
      ring.push(...(next[0] === end ? next : [...next].reverse()).slice(1))
    }
    if (ring[0] === ring.at(-1)) rings.push(ring)
    else looseEnds.push(ring[0] ?? 0, ring.at(-1) ?? 0)
  }
  return { rings, looseEnds }
}

function nextWay(
  open: ReadonlySet<readonly number[]>,
  candidates: readonly (readonly number[])[],
  start: number | undefined,
): readonly number[] | undefined {
  const free = candidates.filter((way) => open.has(way))
  return free.find((way) => way[0] === start || way.at(-1) === start) ?? free[0]
}
