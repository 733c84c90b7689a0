import type { ImportFault } from './fault.ts'

/**
 * Something the reader tells beside faults: what it took in goes in, but not as one might think.
 * `extent_taken`: no county is whole in an extract, its bounding box serves as one; `hole_missing`: a surface went in
 * without a hole that the file lacks. `text` is a name.
 */
export type ImportNote = { code: 'extent_taken' | 'hole_missing'; number: number; text: string }

/**
 * What a reader tells while it reads. `progress` takes work done and in all (bytes or rows, the reader's choice);
 * a reader that needs several passes counts all of them.
 */
export interface ReadContext {
  fault: (fault: ImportFault) => void
  note: (note: ImportNote) => void
  progress: (done: number, total: number) => void
}
