/** A value made in the background, kept until it is said to be stale, and made again. */
export type Renewable<T> = {
  /** The value if it is there: the last good one while a new one is being made. */
  current(): T | null
  /** The value as of the last `renew`, made if need be. */
  ready(): Promise<T>
  /** Says that the value is stale; the next `ready` makes a new one. */
  renew(): void
}

/** `make` is told by its argument whether its work is still wanted, so that it can end early. */
export function renewable<T>(make: (wanted: () => boolean) => Promise<T>): Renewable<T> {
  let value: T | null = null
  let generation = 0
  let making: { generation: number; promise: Promise<T> } | null = null
  const ready = (): Promise<T> => {
    if (making?.generation === generation) return making.promise
    const mine = generation
    const promise = make(() => mine === generation).then(
      (made) => {
        if (mine !== generation) return ready()
        value = made
        return made
      },
      (error: unknown) => {
        if (making?.generation === mine) making = null
        if (mine !== generation) return ready()
        throw error
      },
    )
    making = { generation, promise }
    return promise
  }
  return {
    current: () => value,
    ready,
    renew: () => {
      generation += 1
    },
  }
}
