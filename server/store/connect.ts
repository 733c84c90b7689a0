import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { ExtendedClient } from './embedded/extended-client.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { listenServer } from './listen.ts'
import { trackedLines } from './tracked-lines.ts'
import type { OnceWrite } from './once-key.ts'
import type { Tables } from './tables.ts'

/** A database that does not answer is not waited for longer when the program ends. */
const CLOSE_MS = 5_000

/** A connection or an open transaction: store functions take either, the caller decides. */
export type Db = Kysely<Tables> | Transaction<Tables>

export type Store = {
  db: Kysely<Tables>
  engine: 'embedded' | 'server'
  /** Called when some process may have committed an event; a missed call loses nothing, the event table is the truth. */
  onEvent(listener: () => void): void
  /** Tells the listeners of this process; `inTransaction` does it after each commit. */
  announce(): void
  /** The Idempotency-Key under which `inTransaction` works, in the store that `once` hands to a use case. */
  once?: OnceWrite
  /** Called when the database is gone for good (the embedded engine's thread ended). */
  onLost(listener: (error: Error) => void): void
  close(): Promise<void>
}

export type StoreSettings = {
  databaseUrl: string | null
  dataDir: string
  poolSize: number
  /** The longest statement on either engine; 0: no limit, as PostgreSQL has it. */
  statementTimeoutMs: number
}

// both engines give the same JavaScript values: whole numbers and decimals as numbers, dates as text, instants as ISO text
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).toISOString())

/**
 * Opens the store on the PostgreSQL server of `databaseUrl`, or else on the embedded engine over `dataDir`.
 * @throws when the database cannot be opened, with the engine's own message
 */
export async function connectStore(settings: StoreSettings): Promise<Store> {
  return settings.databaseUrl === null ? connectEmbedded(settings) : connectServer(settings, settings.databaseUrl)
}

async function connectEmbedded({ dataDir, statementTimeoutMs }: StoreSettings): Promise<Store> {
  const embedded = await startEmbedded(dataDir, statementTimeoutMs)
  // one connection: the engine answers one query at a time anyway, and its socket mixes up the messages of several
  // connections when one of them sends more than fits a read
  const pool = new pg.Pool({ Client: ExtendedClient, host: embedded.socketDir, port: 5432, user: 'postgres', database: 'postgres', max: 1 })
  tolerateBreaks(pool)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    engine: 'embedded',
    ...announcer(), // LISTEN does not deliver through the socket, and there is only this process
    onLost: embedded.onLost,
    close: async () => {
      await db.destroy()
      await embedded.close()
    },
  }
}

async function connectServer({ poolSize, statementTimeoutMs }: StoreSettings, url: string): Promise<Store> {
  const lines = trackedLines()
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs === 0 ? 0 : statementTimeoutMs + 2_000, // the server stops a statement; only we notice that there is no server
    connectionTimeoutMillis: 5_000,
    application_name: 'sanqu',
    // compiling a query takes longer than any of ours: tiles of the ground took twice the time. Asked for with the
    // connection itself: where Kysely's onCreateConnection fails, the pool never has its connection back
    options: '-c jit=off',
    stream: lines.open,
  })
  tolerateBreaks(pool)
  dropUnfinished(pool)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await sql`select 1`.execute(db) // by Kysely, which ends the pool at the close only if it has used it
  const { onEvent, announce } = announcer()
  const listening = listenServer(url, announce, lines.open)
  return {
    db,
    engine: 'server',
    onEvent,
    announce,
    onLost: () => {}, // a server that is away comes back: the pool reconnects by itself
    close: () => lines.closeWithin(CLOSE_MS, async () => {
      await listening.close()
      await db.destroy()
    }),
  }
}

/**
 * A connection that breaks is replaced at the next query, and its fault is told by the query that was under way; one that
 * breaks inside a transaction, between two queries, would otherwise end the process.
 */
function tolerateBreaks(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
}

/**
 * A query that got no answer in time is still under way, and its `rollback` was never sent: whoever had that connection
 * next would go on in the transaction of a request that was refused, and commit what it had done.
 */
function dropUnfinished(pool: pg.Pool): void {
  pool.on('release', (_error, client: pg.PoolClient & { readyForQuery?: boolean }) => {
    if (client.readyForQuery !== true || client.getTransactionStatus() !== 'I') void client.end()
  })
}

function announcer(): Pick<Store, 'onEvent' | 'announce'> {
  const listeners: (() => void)[] = []
  return {
    onEvent: (listener) => void listeners.push(listener),
    announce: () => {
      for (const listener of listeners) listener()
    },
  }
}
