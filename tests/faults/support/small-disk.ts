import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  path: string
  /** Takes all room but so many bytes. */
  fill(leave?: number): void
  /** Gives the room back. */
  free(): void
  remove(): void
}

/** A disk of so many megabytes (tmpfs; needs the right to mount), with a folder `path` on it. */
export function smallDisk(megabytes: number): SmallDisk {
  const mountPoint = mkdtempSync(join(tmpdir(), 'sanqu-disk-'))
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'none', mountPoint])
  const filler = join(mountPoint, 'filler')
  const path = join(mountPoint, 'data')
  mkdirSync(path)
  return {
    path,
    fill: (leave = 0) => {
      const { bavail, bsize } = statfsSync(mountPoint)
      const file = openSync(filler, 'a')
      const zeros = Buffer.alloc(65_536, 1)
      for (let left = bavail * bsize - leave; left > 0; left -= zeros.length) {
        try {
          writeSync(file, zeros, 0, Math.min(left, zeros.length))
        } catch {
          break // it is full a little earlier than it said
        }
      }
      closeSync(file)
    },
    free: () => {
      const file = openSync(filler, 'a')
      ftruncateSync(file, 0)
      closeSync(file)
    },
    remove: () => {
      execFileSync('/bin/umount', ['-l', mountPoint])
      rmSync(mountPoint, { recursive: true, force: true })
    },
  }
}
