import type { AddressArea, AddressIndex } from '#shared/address/address.ts'
import { createAddressIndex, loadAddressIndex } from '#shared/address/create-address-index.ts'
import { startAddressThread, type AddressThread } from '../address-worker/address-thread.ts'
import { entriesOfPage } from '../address-worker/entries-of-page.ts'
import { addressPages, hasMoreAddresses } from '../store/addresses.ts'
import { areaNames, type AreaName } from '../store/areas.ts'
import type { Db } from '../store/connect.ts'
import { lastEventOf } from '../store/events.ts'
import { version } from '../version.ts'
import { GROUND_NOUNS } from './ground-nouns.ts'

const PAGE = 2_000
/** Fewer are indexed here, in turns: starting a thread for them takes longer. */
const MOST_INLINE = 2_000
const TURN = 200

export type AddressLoading = {
  /** File that keeps the index from one start to the next; null keeps none. */
  file: string | null
  /** Whether the index is still wanted: an import may have made it stale meanwhile. */
  wanted(): boolean
  /** Told why the index could not be stored: it works, but the next start has to make it anew. */
  onUnstored(reason: string): void
}

/**
 * The index of all addresses. Built, or read from the file of an earlier start, by another thread; the file belongs to
 * the event that last changed the ground, and one that is damaged or of another event is passed over.
 */
export async function loadAddresses(db: Db, loading: AddressLoading): Promise<AddressIndex> {
  if (!(await hasMoreAddresses(db, MOST_INLINE))) return buildHere(db)
  const thread = startAddressThread()
  try {
    const key = await groundKey(db)
    const stored = loading.file === null ? null : await indexFrom(thread, { type: 'load', path: loading.file, key })
    return stored ?? (await build(db, thread, key, loading))
  } finally {
    await thread.close()
  }
}

async function buildHere(db: Db): Promise<AddressIndex> {
  const index = createAddressIndex([], { areas: (await areaNames(db)).map(toAddressArea) })
  for await (const page of addressPages(db, TURN)) index.add(entriesOfPage(page))
  index.seal()
  return index
}

async function build(db: Db, thread: AddressThread, key: string, { file, wanted, onUnstored }: AddressLoading): Promise<AddressIndex> {
  await thread.ask({ type: 'begin', areas: (await areaNames(db)).map(toAddressArea) })
  let taken: Promise<unknown> = Promise.resolve()
  for await (const page of addressPages(db, PAGE)) {
    await taken // one page is read while the one before is taken in
    if (!wanted()) return createAddressIndex()
    taken = thread.ask({ type: 'page', page })
    taken.catch(() => {}) // thrown where it is waited for
  }
  await taken
  const index = await indexFrom(thread, { type: 'seal' })
  if (index === null) throw new Error('the address index could not be sealed')
  if (file !== null && (await groundKey(db)) === key)
    await thread.ask({ type: 'store', path: file, key }).catch((error: unknown) => onUnstored(String(error)))
  return index
}

async function indexFrom(thread: AddressThread, question: Parameters<AddressThread['ask']>[0]): Promise<AddressIndex | null> {
  const answer = await thread.ask(question)
  if (answer.type !== 'index' || answer.bytes === null) return null
  const loaded = loadAddressIndex(answer.bytes)
  return loaded.ok ? loaded.index : null
}

/** What an index belongs to: this program's version and the last event that changed the ground, by its hash. */
async function groundKey(db: Db): Promise<string> {
  const event = await lastEventOf(db, GROUND_NOUNS)
  return `${version} ${event?.seq ?? 0} ${event?.hash ?? ''}`
}

const toAddressArea = ({ code, name, nameEn }: AreaName): AddressArea => ({
  code,
  name,
  ...(nameEn !== null && { nameEn }),
})
