import type { ImportFault } from './fault.ts'

/**
 * What a reader tells while it reads. `progress` takes work done and in all (bytes or rows, the reader's choice);
 * a reader that needs several passes counts all of them.
 */
export interface ReadContext {
  fault: (fault: ImportFault) => void
  progress: (done: number, total: number) => void
}
