import { fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { syncPath } from './sync-tree.ts'

type Stream = { nfd?: number; node: unknown }
type Nodefs = {
  realPath(node: unknown): string
  tryFSOperation(work: () => void): void
  stream_ops: { fsync?: (stream: Stream) => number }
}

/**
 * The data folder for PGlite, with what its file system leaves out: PGlite never asks the disk to write, because its
 * `fsync` does nothing. Here it is the system's own, for files and folders, and one that fails is an error to
 * PostgreSQL (which then stops rather than acknowledge). `onLine` gets each line of PostgreSQL's own log.
 */
export function durableFiles(dataDir: string, onLine: (line: string) => void): NodeFS {
  const files = new NodeFS(dataDir)
  const init = files.init.bind(files)
  files.init = (pg, options) => init(pg, {
    ...options,
    preRun: [...(options.preRun ?? []), addSync],
    printErr: (line: string) => {
      onLine(line)
      options.printErr?.(line)
    },
  })
  return files
}

/** PGlite's own arguments, but with writing through to the disk: before a commit is answered, and at checkpoints. */
export function durableParams(defaults: readonly string[]): string[] {
  return [...defaults.filter((param) => param !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=fsync']
}

function addSync(module: PGlite['Module']): void {
  const nodefs = module.FS.filesystems.NODEFS as unknown as Nodefs
  nodefs.stream_ops.fsync = (stream) => {
    nodefs.tryFSOperation(() => {
      if (stream.nfd !== undefined) fsyncSync(stream.nfd)
      else syncPath(nodefs.realPath(stream.node))
    })
    return 0
  }
}
