import { Agent, get } from 'node:http'

// Asks for a check every few milliseconds, whether the last was answered or not, from a process of its own. Every message
// is answered with the milliseconds that the checks since the last message took. Argument: the server's port.

const EVERY_MS = 5
const options = { host: '127.0.0.1', port: Number(process.argv[2]), path: '/api/check?lng=109.515&lat=34.515', agent: new Agent({ keepAlive: true }) }
let times: number[] = []

setInterval(() => {
  const began = performance.now()
  get(options, (response) => {
    if (response.statusCode !== 200) throw new Error(`a check answers ${response.statusCode}`)
    response.resume().on('end', () => times.push(performance.now() - began))
  })
}, EVERY_MS)
process.on('message', () => {
  process.send?.(times)
  times = []
})
