import type { Answer } from './answer.ts'

/** Every page of a list, one after the other; null where a page cannot be had, for half a list would be a false picture. */
export async function readAll<P extends { next: string | null }, T>(readPage: (cursor: string | undefined) => Promise<Answer<P>>, itemsOf: (page: P) => readonly T[]): Promise<T[] | null> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const answer = await readPage(cursor)
    if (!answer.ok) return null
    items.push(...itemsOf(answer.value))
    cursor = answer.value.next ?? undefined
  } while (cursor !== undefined)
  return items
}
