/** Committed states, oldest first; `present` is the one shown. */
export type History<T> = { past: readonly T[]; present: T; future: readonly T[] }

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** A commit: what was undone before it is gone. */
export const commit = <T>({ past, present }: History<T>, next: T): History<T> => ({ past: [...past, present], present: next, future: [] })

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future }
}
