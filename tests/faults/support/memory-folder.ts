import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where folders for tests of kills lie: in memory where there is such a place. A kill loses nothing that the system has
 * taken, whatever it lies on; that it reaches the disk before it is acknowledged is F07.
 */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export const memoryFolder = (prefix: string): string => mkdtempSync(join(MEMORY, prefix))
