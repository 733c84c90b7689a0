import type { TimelineMark } from '#shared/schema/timeline.ts'

const DAY_MS = 86_400_000
/** Marks nearer than this part of the line are drawn as one. */
const STEP = 1 / 400

export type Scale = { start: number; end: number; now: number; part: (ms: number) => number }

/** The line from so many days ago until now, or until the last thing planned; milliseconds. */
export function scaleOf(now: number, days: number, marks: readonly TimelineMark[]): Scale {
  const start = now - days * DAY_MS
  const last = Math.max(now, ...marks.filter((mark) => mark.planned).map((mark) => Date.parse(mark.at) + 60_000))
  const end = last > now ? last + (last - start) * 0.03 : now
  return { start, end, now, part: (ms) => (ms - start) / (end - start) }
}

/** Where marks stand, 0–1, the strictest kind of those that stand together, and how many they are. */
export function placedMarks(marks: readonly TimelineMark[], { part }: Scale): { part: number; kind: TimelineMark['kind']; count: number; planned: boolean }[] {
  const at = new Map<number, { part: number; kind: TimelineMark['kind']; count: number; planned: boolean }>()
  for (const mark of marks) {
    const place = part(Date.parse(mark.at))
    if (place < 0 || place > 1) continue
    const key = Math.round(place / STEP)
    const known = at.get(key)
    if (known) known.count++
    else at.set(key, { part: key * STEP, kind: mark.kind, count: 1, planned: mark.planned })
  }
  return [...at.values()]
}

/** Midnights on the line in the reader's time zone, so many that their names have room; none so near the end that its name leaves the line. */
export function dayLabels({ start, end, part }: Scale, most: number): { part: number; at: Date }[] {
  const days = Math.ceil((end - start) / DAY_MS)
  const every = Math.max(1, Math.ceil(days / most))
  const first = new Date(start)
  first.setHours(24, 0, 0, 0)
  const labels: { part: number; at: Date }[] = []
  for (const at = new Date(first); part(at.getTime()) <= 1 - 1 / most; at.setDate(at.getDate() + every)) labels.push({ part: part(at.getTime()), at: new Date(at) })
  return labels
}

/** The change next to a moment in a direction; null where there is none on the line. */
export function neighbourMark(marks: readonly TimelineMark[], from: number, direction: -1 | 1): number | null {
  const times = marks.map((mark) => Date.parse(mark.at)).filter((time) => (direction < 0 ? time < from : time > from))
  return times.length === 0 ? null : direction < 0 ? Math.max(...times) : Math.min(...times)
}
