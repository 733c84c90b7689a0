import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type TcpProxy = {
  port: number
  /** Breaks every connection and refuses new ones, until `heal`. */
  cut(): void
  /** Takes everything and passes nothing on, in both directions, without a word. */
  blackhole(): void
  heal(): void
  /** Answers come so many milliseconds later, and up to `jitter` more, in their order. */
  delay(ms: number, jitter: number): void
  /** Passes on the next message that holds the word, and breaks its connection before the answer comes back. */
  loseAnswerTo(word: string): void
  /** How many answers were lost so. */
  lost(): number
  /** Breaks the next connection that has sent so many bytes from now on. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

/** A line between a server and its database (a Unix socket) that can be made to fail. */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const pairs = new Set<{ client: Socket; server: Socket }>()
  let mode: 'open' | 'cut' | 'hole' = 'open'
  let wait = () => 0
  let word: string | null = null
  let left = Infinity
  let lost = 0
  const listener = createServer((client) => {
    if (mode === 'cut') return void client.resetAndDestroy()
    const server = connect(target)
    const pair = { client, server }
    let deaf = false
    let due = 0
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      server.destroy()
    }
    client.on('error', end).on('close', end).on('data', (data) => {
      if (mode === 'hole') return
      left -= data.length
      if (left <= 0) {
        left = Infinity
        return end()
      }
      if (word !== null && data.toString('latin1').toLowerCase().includes(word)) {
        word = null
        deaf = true
        lost += 1
      }
      server.write(data)
    })
    server.on('error', end).on('close', end).on('data', (data) => {
      if (deaf) return end()
      if (mode === 'hole') return
      due = Math.max(due, performance.now() + wait())
      if (due <= performance.now()) client.write(data)
      else setTimeout(() => client.write(data), due - performance.now())
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const breakAll = () => {
    for (const { client, server } of pairs) {
      client.resetAndDestroy()
      server.destroy()
    }
    pairs.clear()
  }
  return {
    port: (listener.address() as AddressInfo).port,
    cut: () => {
      mode = 'cut'
      breakAll()
    },
    delay: (ms, jitter) => void (wait = () => ms + Math.random() * jitter),
    blackhole: () => void (mode = 'hole'),
    heal: () => {
      // what was swallowed is gone: a connection that goes on in the middle of a message would be another fault
      if (mode === 'hole') breakAll()
      mode = 'open'
      wait = () => 0
      left = Infinity
    },
    loseAnswerTo: (next) => void (word = next),
    lost: () => lost,
    cutAfter: (bytes) => void (left = bytes),
    close: async () => {
      breakAll()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}
