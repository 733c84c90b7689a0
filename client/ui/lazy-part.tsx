import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * A part of the screen with a script of its own, fetched when it is first shown or, by `fetch`, before. Once it is
 * there it is drawn at once, without an empty frame. One that cannot be had is asked for again when it is next shown;
 * the page hears of it by `vite:preloadError`.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const found = signal<ComponentType<Props> | null>(null)
  const fetch = async (): Promise<void> => {
    if (found.peek() === null) await load().then((part) => (found.value = part), () => {})
  }
  function Part(props: Props) {
    const Found = found.value
    useEffect(() => void fetch(), [])
    return Found === null ? null : <Found {...props} />
  }
  return { Part, fetch }
}
