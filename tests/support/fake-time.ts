import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What a process is started with so that its clock is the real one plus what stands in a file, such as `-2h`. */
export function fakeTime(clockFile: string): NodeJS.ProcessEnv {
  return {
    LD_PRELOAD: library(), FAKETIME_TIMESTAMP_FILE: clockFile, FAKETIME_NO_CACHE: '1',
    // timers go by the monotonic clock, which is left alone
    DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
}

/** Debian has it in a folder named for the machine. */
function library(): string {
  const found = readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1')).find(existsSync)
  if (found === undefined) throw new Error('libfaketime is missing: apt-get install faketime')
  return found
}
