import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'
import { SHORT_LIVED } from './support/server-process.ts'

const built = join(rootDir, 'dist', 'faults')

it('the build keeps a code cache that V8 accepts in a process with the same options', () => {
  const names = readdirSync(join(built, 'code-cache'))
  for (const chunk of ['program', 'serve-store']) {
    const name = names.find((each) => each.startsWith(`${chunk}-`)) ?? ''
    const file = readdirSync(built).find((each) => each.endsWith('.js') && name.startsWith(each.slice(0, -3)))
    // the file begins with 20 bytes of its own digest
    const code = `const read = (path) => require('fs').readFileSync(path)
      const cachedData = read('code-cache/${name}').subarray(20)
      const script = new vm.Script(module.constructor.wrap(read('${file}').toString()), { cachedData })
      console.log(script.cachedDataRejected, '${name}'.endsWith('-' + v8.cachedDataVersionTag()))`
    expect(execFileSync(process.execPath, [...SHORT_LIVED, '-e', code], { cwd: built, encoding: 'utf8' })).toBe('false true\n')
  }
})
