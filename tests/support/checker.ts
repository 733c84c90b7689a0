import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

// Asks for a check every few milliseconds, whether the last was answered or not, from a process of its own. Every message
// is answered with the checks since the last one. Arguments: the server's port, and its process id.

/**
 * Milliseconds that a check took; those of them in which its thread here or the answering one waited for a processor; and
 * those that a virtual machine's host took away from its processors meanwhile, all of them together.
 */
export type AskedCheck = { took: number; waited: number; stolen: number }

const EVERY_MS = 5
const [port, server] = process.argv.slice(2)
const options = { host: '127.0.0.1', port: Number(port), path: '/api/check?lng=109.515&lat=34.515', agent: new Agent({ keepAlive: true }) }
let checks: AskedCheck[] = []

// Linux counts for each thread the nanoseconds that it ran and those in which others had the processor that it wanted
const waitedMs = (pid: string | number) => Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
// "steal" of all processors, in hundredths of a second: proc(5)
const stolenMs = () => Number(/^cpu +(?:\d+ ){7}(\d+)/.exec(readFileSync('/proc/stat', 'utf8'))![1]) * 10
const waits = () => [server!, process.pid].map(waitedMs)

setInterval(() => {
  const [began, before, stolen] = [performance.now(), waits(), stolenMs()]
  get(options, (response) => {
    if (response.statusCode !== 200) throw new Error(`a check answers ${response.statusCode}`)
    response.resume().on('end', () => {
      const took = performance.now() - began
      checks.push({ took, waited: Math.max(...waits().map((ms, i) => ms - before[i]!)), stolen: stolenMs() - stolen })
    })
  })
}, EVERY_MS)
process.on('message', () => {
  process.send?.(checks)
  checks = []
})
