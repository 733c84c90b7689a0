import { sourceOf } from '#shared/geometry/long-area.ts'
import { Invalid } from './errors.ts'

const UNUSABLE = /\0|\p{Surrogate}/u

/**
 * Refuses text that no database stores: U+0000 and halves of surrogate pairs. Walks names and values alike; long areas,
 * which hold numbers alone once their ground is found good, are passed over.
 * @throws Invalid unusable_text with the member's path
 */
export function requireUsableText(value: unknown, path = ''): void {
  if (typeof value === 'string') {
    if (UNUSABLE.test(value)) throw new Invalid('unusable_text', { path: path || '/' })
  } else if (value !== null && typeof value === 'object' && sourceOf(value) === undefined) {
    for (const [key, member] of Object.entries(value)) requireUsableText(member, `${path}/${key}`)
  }
}
