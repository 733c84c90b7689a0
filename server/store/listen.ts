import type { Socket } from 'node:net'
import pg from 'pg'

const RETRY_MS = 500

/**
 * Keeps one connection that LISTENs for events and opens it again when it breaks. After each (re)connection the
 * listener is called once, so that whatever was announced meanwhile is read from the event table.
 */
export function listenServer(url: string, announce: () => void, stream: () => Socket): { close(): Promise<void> } {
  let client: pg.Client | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const open = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'sanqu-listen', keepAlive: true, stream })
    next.on('notification', announce)
    next.on('error', () => {}) // 'end' follows and opens another
    next.once('end', () => {
      client = null
      if (!closed) timer = setTimeout(() => void open(), RETRY_MS)
    })
    try {
      await next.connect()
      await next.query('listen sanqu_events')
      if (closed) return await next.end() // closed meanwhile: an open line would keep the process
      client = next
      announce()
    } catch {
      await next.end().catch(() => {})
    }
  }
  void open()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
