import type { RawCrossing } from './raw-crossing.ts'

type Meeting = { inside: RawCrossing[]; outside: RawCrossing[] }

/** Places on an area's edge where roads meet, and edges of the graph along it that make several such places one. */
export type Meetings = {
  /** A road leaves the node to the inside or the outside. */
  branch(node: number, inside: boolean, crossing: RawCrossing): void
  /** A road runs along the edge from one node to the other. */
  join(a: number, b: number): void
  crossings(): RawCrossing[]
}

export function meetings(): Meetings {
  const parent = new Map<number, number>()
  const branches: { node: number; inside: boolean; crossing: RawCrossing }[] = []
  const root = (node: number): number => {
    let at = node
    while (parent.has(at)) at = parent.get(at)!
    return at
  }
  return {
    branch: (node, inside, crossing) => void branches.push({ node, inside, crossing }),
    join(a, b) {
      const [ra, rb] = [root(a), root(b)]
      if (ra !== rb) parent.set(ra, rb)
    },
    crossings() {
      const places = new Map<number, Meeting>()
      for (const { node, inside, crossing } of branches) {
        const place = root(node)
        if (!places.has(place)) places.set(place, { inside: [], outside: [] })
        places.get(place)![inside ? 'inside' : 'outside'].push(crossing)
      }
      return [...places.values()].flatMap(({ inside, outside }) =>
        inside.length === 0 ? [] : inside.length < outside.length ? inside : outside,
      )
    },
  }
}
