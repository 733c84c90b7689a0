import type { Log } from './writer.ts'

/** One line of what was done: kills, acknowledged changes, repeated requests, seconds to recover. */
export function report(fault: string, { kills, log, recoveries }: { kills: number; log: Log; recoveries: number[] }): void {
  const sorted = [...recoveries].sort((a, b) => a - b)
  const seconds = (ms = 0) => (ms / 1000).toFixed(2)
  const recovery = `recovery ${seconds(sorted[sorted.length >> 1])} s median, ${seconds(sorted.at(-1))} s longest`
  process.stderr.write(`${fault}: ${kills} kills, ${log.acks.length} changes acknowledged, ${log.retries} requests sent again, 0 lost, 0 twice; ${recovery}\n`)
}

/** One line of anything else that was counted. */
export const say = (fault: string, text: string): void => void process.stderr.write(`${fault}: ${text}\n`)
