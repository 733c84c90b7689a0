import { createHash } from 'node:crypto'

export type CachedTile = { bytes: Uint8Array; /** Strong entity tag of the bytes, without quotes. */ tag: string }

/** Tiles by key, the least lately used dropped first; never more than `maxBytes` of them. */
export type TileCache<K> = {
  /** The tile, made once however many ask for it at the same time. */
  get(key: K, make: () => Promise<Uint8Array> | Uint8Array): Promise<CachedTile>
  /** Drops the tiles whose key is chosen; one being made meanwhile is answered but not kept. */
  drop(chosen: (key: K) => boolean): void
  bytes(): number
}

// what a kept tile costs beside its bytes: key, tag, map entry
const OVERHEAD = 300

export function createTileCache<K extends string | number>(maxBytes: number): TileCache<K> {
  const kept = new Map<K, CachedTile>()
  const making = new Map<K, { job: { wanted: boolean }; promise: Promise<CachedTile> }>()
  let bytes = 0

  const forget = (key: K, tile: CachedTile) => {
    kept.delete(key)
    bytes -= tile.bytes.byteLength + OVERHEAD
  }
  const keep = (key: K, tile: CachedTile) => {
    kept.set(key, tile)
    bytes += tile.bytes.byteLength + OVERHEAD
    for (const [oldest, old] of kept) {
      if (bytes <= maxBytes) break
      forget(oldest, old)
    }
  }
  const begin = (key: K, make: () => Promise<Uint8Array> | Uint8Array) => {
    const job = { wanted: true }
    const promise = Promise.resolve()
      .then(make)
      .then((made) => {
        const tile = withTag(made)
        if (job.wanted) keep(key, tile)
        return tile
      })
      .finally(() => {
        if (making.get(key)?.job === job) making.delete(key)
      })
    making.set(key, { job, promise })
    return promise
  }
  return {
    async get(key, make) {
      const tile = kept.get(key)
      if (tile === undefined) return making.get(key)?.promise ?? begin(key, make)
      kept.delete(key) // to the end: used last
      kept.set(key, tile)
      return tile
    },
    drop(chosen) {
      for (const [key, tile] of kept) if (chosen(key)) forget(key, tile)
      for (const [key, { job }] of making) {
        if (!chosen(key)) continue
        job.wanted = false
        making.delete(key)
      }
    },
    bytes: () => bytes,
  }
}

/** A tile with the tag of its bytes. */
export const withTag = (bytes: Uint8Array): CachedTile => ({
  bytes,
  tag: createHash('sha1').update(bytes).digest('base64url').slice(0, 16),
})
