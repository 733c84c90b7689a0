/**
 * Lines joined end to end wherever just two of them meet (as `ST_LineMerge`): a road kept in pieces becomes one line,
 * so that its name fits and its bends can be left out. Directions may turn. Lines are x, y, x, y …
 */
export function mergeLines(lines: readonly Int32Array[]): Int32Array[] {
  const ends = new Map<string, number[]>()
  lines.forEach((line, i) => {
    for (const key of [keyAt(line, 0), keyAt(line, line.length - 2)]) {
      const meeting = ends.get(key)
      if (meeting) meeting.push(i)
      else ends.set(key, [i])
    }
  })
  const used = new Uint8Array(lines.length)
  const merged: Int32Array[] = []
  lines.forEach((line, i) => {
    if (used[i]) return
    used[i] = 1
    const before = follow(line, true)
    const after = follow(line, false)
    merged.push(joined([...before.reverse(), line, ...after]))
  })
  return merged

  // the lines that go on from one end, each turned so that it goes the same way
  function follow(from: Int32Array, backward: boolean): Int32Array[] {
    const found: Int32Array[] = []
    let line = from
    for (;;) {
      const key = keyAt(line, backward ? 0 : line.length - 2)
      const meeting = ends.get(key) ?? []
      const next = meeting.length === 2 ? meeting.find((i) => !used[i]) : undefined
      if (next === undefined) return found
      used[next] = 1
      const other = lines[next]!
      const startsHere = keyAt(other, 0) === key
      line = startsHere === backward ? reversed(other) : other
      found.push(line)
    }
  }
}

const keyAt = (line: Int32Array, at: number) => `${line[at]},${line[at + 1]}`

function reversed(line: Int32Array): Int32Array {
  const turned = new Int32Array(line.length)
  for (let i = 0; i < line.length; i += 2) {
    turned[i] = line[line.length - 2 - i]!
    turned[i + 1] = line[line.length - 1 - i]!
  }
  return turned
}

function joined(parts: readonly Int32Array[]): Int32Array {
  if (parts.length === 1) return parts[0]!
  const length = parts.reduce((sum, part) => sum + part.length - 2, 2)
  const line = new Int32Array(length)
  let at = 0
  parts.forEach((part, i) => {
    line.set(i === 0 ? part : part.subarray(2), at)
    at += part.length - (i === 0 ? 0 : 2)
  })
  return line
}
