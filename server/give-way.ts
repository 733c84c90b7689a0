import { constants, setPriority } from 'node:os'

/**
 * Lets the thread that answers checks go first where processors are short. On Linux a priority is the calling thread's
 * own; elsewhere it would be the whole process's, and nothing is changed.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
}
