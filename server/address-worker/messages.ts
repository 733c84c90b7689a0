import type { AddressArea } from '#shared/address/address.ts'

/** What the thread is asked, one thing after the other. */
export type Question =
  /** The index that `path` holds for `key`. */
  | { type: 'load'; path: string; key: string }
  | { type: 'begin'; areas: AddressArea[] }
  /** A page of addresses as `entriesOfPage` reads it. */
  | { type: 'page'; page: string }
  | { type: 'seal' }
  /** Stores the index that was sealed last. */
  | { type: 'store'; path: string; key: string }

export type Answer =
  | { type: 'done' }
  /** A sealed index for `loadAddressIndex`, in shared memory; null where none is stored. */
  | { type: 'index'; bytes: Uint8Array<SharedArrayBuffer> | null }
  | { type: 'failed'; message: string }
