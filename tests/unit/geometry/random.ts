/** Seeded random numbers 0 … 1 (mulberry32), so that every run of a test sees the same shapes. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Ring = [number, number][]

export function square(x: number, y: number, side: number): Ring {
  return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
}

/** A ring round a middle with corners at random distances: never crosses itself. */
export function star(random: () => number, [x, y]: [number, number], radius: number, corners: number): Ring {
  const ring = Array.from({ length: corners }, (_, i): [number, number] => {
    const angle = ((i + 0.8 * random()) / corners) * 2 * Math.PI
    const reach = radius * (0.4 + 0.6 * random())
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
  })
  return [...ring, ring[0]!]
}
