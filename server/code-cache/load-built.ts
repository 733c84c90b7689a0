import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { readCodeCache } from './cache-file.ts'

/** What has been loaded, by the file's path. */
export type Loaded = Map<string, { module: { exports: unknown }; bytes: Buffer; script: Script }>

/**
 * What a built CommonJS file exports. It and the built files beside it that it requires are compiled from V8's code
 * cache where there is one that fits, so that a start neither reads hundreds of files nor compiles them; what they
 * require elsewhere comes from Node's own `require`.
 */
export function loadBuilt(path: string, loaded: Loaded = new Map()): unknown {
  const known = loaded.get(path)
  if (known !== undefined) return known.module.exports
  const bytes = readFileSync(path)
  const cachedData = readCodeCache(path, bytes)
  const script = new Script(Module.wrap(bytes.toString()), { filename: path, ...(cachedData && { cachedData }) })
  const module = { exports: {} }
  // before it runs, as Node does: two files may require each other
  loaded.set(path, { module, bytes, script })
  const elsewhere = createRequire(path)
  const require = (id: string) => (id.startsWith('./') ? loadBuilt(join(dirname(path), id), loaded) : elsewhere(id))
  script.runInThisContext().call(module.exports, module.exports, require, module, path, dirname(path))
  return module.exports
}
