import { signal, type Signal } from '@preact/signals-core'

/** A value that the browser keeps: read once, stored at every change. What cannot be read counts as never stored. */
export function remember<T>(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, key: string): Signal<T | null> {
  const kept = signal<T | null>(parsed(storage.getItem(key)) as T | null)
  kept.subscribe((value) => (value === null ? storage.removeItem(key) : storage.setItem(key, JSON.stringify(value))))
  return kept
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
