import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'

// each load in a process of its own: V8 remembers what it has compiled in one

const CODE = `
  import { writeCodeCache } from '${rootDir}/server/code-cache/cache-file.ts'
  import { loadBuilt } from '${rootDir}/server/code-cache/load-built.ts'
  const loaded = new Map()
  const { value } = loadBuilt(process.argv[1], loaded)
  if (process.argv[2] === 'keep') for (const [path, { bytes, script }] of loaded) writeCodeCache(path, bytes, script.createCachedData())
  const cached = [...loaded.values()].map(({ script }) => script.cachedDataRejected === false)
  console.log(JSON.stringify({ value: value(), cached }))`

let folder = ''
const entry = () => join(folder, 'entry.js')
const load = (options: string[] = [], ...args: string[]): { value: string; cached: boolean[] } =>
  JSON.parse(execFileSync(process.execPath, [...options, '--import', 'tsx', '--input-type=module', '-e', CODE, entry(), ...args], { cwd: rootDir, encoding: 'utf8' }))
const caches = () => readdirSync(join(folder, 'code-cache')).map((name) => join(folder, 'code-cache', name))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanqu-built-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }')
  writeFileSync(entry(), `const other = require('./other.js'); exports.name = 'entry'; exports.value = () => other.hello() + require('node:path').basename(__filename)`)
  writeFileSync(join(folder, 'other.js'), `const entry = require('./entry.js'); exports.hello = () => 'hello from ' + entry.name + ' in '`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the code cache of the built server', () => {
  it('is used by the next process, for each file; a start alone writes nothing', () => {
    const plain = { value: 'hello from entry in entry.js', cached: [false, false] }
    const names = readdirSync(folder)
    expect(load()).toEqual(plain)
    expect(readdirSync(folder)).toEqual(names)
    expect(load([], 'keep')).toEqual(plain)
    expect(load()).toEqual({ ...plain, cached: [true, true] })
  })

  it('is never that of another build, even one of the same length', () => {
    load([], 'keep')
    const built = readFileSync(join(folder, 'other.js'), 'utf8')
    writeFileSync(join(folder, 'other.js'), built.replace("'hello", "'hallo"))
    expect(load()).toEqual({ value: 'hallo from entry in entry.js', cached: [true, false] })
  })

  it('is passed over by a Node of another kind, which has one beside it', () => {
    load([], 'keep')
    expect(load(['--no-opt'], 'keep').cached).toEqual([false, false])
    expect(load(['--no-opt']).cached).toEqual([true, true])
    expect(load().cached).toEqual([true, true])
  })

  it.each([
    ['one byte of it is another', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -20), Buffer.from([bytes.at(-20)! ^ 0x5a]), bytes.subarray(-19)])],
    ['half of it is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['it is empty', () => Buffer.alloc(0)],
  ])('is passed over when %s', (_how, damaged) => {
    load([], 'keep')
    for (const path of caches()) writeFileSync(path, damaged(readFileSync(path)))
    expect(load()).toEqual({ value: 'hello from entry in entry.js', cached: [false, false] })
  })
})
