import type { Verdict } from './verify.ts'
import type { Log } from './writer.ts'

type Told = { kills: number; log: Log; verdict: Verdict; recoveries: number[] }

/** One line of what was done: kills, acknowledged changes, repeated requests, lost and made twice, seconds to recover. */
export function report(fault: string, { kills, log, verdict: { lost, twice }, recoveries }: Told): void {
  const sorted = [...recoveries].sort((a, b) => a - b)
  const seconds = (ms = 0) => (ms / 1000).toFixed(2)
  const recovery = sorted.length === 0 ? '' : `; recovery ${seconds(sorted[sorted.length >> 1])} s median, ${seconds(sorted.at(-1))} s longest`
  say(fault, `${kills} kills, ${log.acks.length} changes acknowledged, ${log.retries} requests sent again, ${lost} lost, ${twice} twice${recovery}`)
}

/** One line of anything else that was counted. */
export const say = (fault: string, text: string): void => void process.stderr.write(`${fault}: ${text}\n`)
