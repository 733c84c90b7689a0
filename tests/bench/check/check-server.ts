import type { AddressInfo } from 'node:net'
import { openReferenceApp } from './reference-app.ts'
import type { ServerFigures } from './start-check-server.ts'

// The server of the HTTP benchmarks, in a process of its own. It says its port to the process that started it, and
// what it has used whenever it is asked.

async function start(): Promise<void> {
  const app = await openReferenceApp(process.argv[2] === 'country' ? 'country' : 'box')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  process.send?.({ port })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage().rss } satisfies ServerFigures)
  })
}

void start()
