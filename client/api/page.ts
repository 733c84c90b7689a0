/** One page of a list; `next` is the cursor of the page after it, or null at the end. */
export type Page<T> = { items: T[]; next: string | null }
