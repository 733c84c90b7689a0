/** Binary min-heap of items by key; equal keys leave in the order of their items' numbers, so runs repeat. */
export type Heap = { push: (key: number, item: number) => void; pop: () => [number, number] | undefined }

export const createHeap = (): Heap => {
  const entries: [number, number][] = []
  const before = (a: [number, number], b: [number, number]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
  return {
    push: (key, item) => {
      entries.push([key, item])
      let i = entries.length - 1
      while (i > 0) {
        const parent = (i - 1) >> 1
        if (!before(entries[i]!, entries[parent]!)) break
        ;[entries[i], entries[parent]] = [entries[parent]!, entries[i]!]
        i = parent
      }
    },
    pop: () => {
      const top = entries[0]
      const last = entries.pop()
      if (top === undefined || last === undefined || entries.length === 0) return top
      entries[0] = last
      for (let i = 0; ;) {
        let least = i
        for (const child of [2 * i + 1, 2 * i + 2]) {
          if (child < entries.length && before(entries[child]!, entries[least]!)) least = child
        }
        if (least === i) return top
        ;[entries[i], entries[least]] = [entries[least]!, entries[i]!]
        i = least
      }
    },
  }
}
