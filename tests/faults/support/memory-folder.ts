import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SHARED = '/dev/shm'
const ROOM_BYTES = 2 * 1024 ** 3 // a container gives it 64 MB, and a database takes more

const hasRoom = (path: string): boolean => {
  if (!existsSync(path)) return false
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize > ROOM_BYTES
}

/**
 * Where folders for tests of kills lie: in memory where there is room. A kill loses nothing that the system has
 * taken, whatever it lies on; that it reaches the disk before it is acknowledged is F07.
 */
export const MEMORY = hasRoom(SHARED) ? SHARED : tmpdir()

export const memoryFolder = (prefix: string): string => mkdtempSync(join(MEMORY, prefix))
