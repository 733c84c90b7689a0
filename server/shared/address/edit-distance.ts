let previous = new Uint16Array(64)
let current = new Uint16Array(64)
let before = new Uint16Array(64)

/**
 * Letters put in, left out, replaced or swapped with the next to turn one text into the other (optimal string
 * alignment).
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  if (b.length + 1 > previous.length) {
    previous = new Uint16Array(b.length * 2)
    current = new Uint16Array(b.length * 2)
    before = new Uint16Array(b.length * 2)
  }
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      const replaced = (previous[j - 1] ?? 0) + (letter === other ? 0 : 1)
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replaced)
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      current[j] = cost
    }
    const spare = before
    before = previous
    previous = current
    current = spare
  }
  return previous[b.length] ?? 0
}

/** True if the texts differ, by one letter at most. */
export function withinOneEdit(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && a !== b && editDistance(a, b) === 1
}
