import { signal } from '@preact/signals-core'
import type { Problem } from '#shared/schema/problem.ts'

export type Toast = { id: number; text: string; bad: boolean }
export type Toasts = ReturnType<typeof createToasts>

const SHOWN_MS = 6_000

/** Short words about what has just happened. A refusal stays until it is closed. */
export function createToasts() {
  const items = signal<Toast[]>([])
  let last = 0
  const close = (id: number) => (items.value = items.value.filter((item) => item.id !== id))
  const add = (text: string, bad: boolean) => {
    const id = ++last
    items.value = [...items.value.slice(-2), { id, text, bad }]
    if (!bad) setTimeout(() => close(id), SHOWN_MS)
  }
  return {
    items,
    close,
    say: (text: string) => add(text, false),
    refuse: (problem: Problem) => {
      if (problem.code !== 'aborted') add([problem.title, problem.detail].filter(Boolean).join(' · '), true)
    },
  }
}
