import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tarWith } from '../../server/store/embedded/tar-entries.ts'

it('keeps the files that are wanted, whole and with long paths, and no links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanqu-tar-'))
  try {
    const long = `deep/${'x'.repeat(60)}/${'y'.repeat(60)}`
    mkdirSync(join(folder, long), { recursive: true })
    const files = { 'lib/a.so': 'a'.repeat(1500), 'lib/b.so': 'b', [`${long}/c.sql`]: 'c'.repeat(512) }
    mkdirSync(join(folder, 'lib'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    symlinkSync('a.so', join(folder, 'lib/link.so'))
    const archive = execFileSync('tar', ['--format=ustar', '-c', 'lib', 'deep'], { cwd: folder })
    const kept = tarWith(archive, (path) => !path.endsWith('b.so'))
    const names = execFileSync('tar', ['-t'], { input: kept, encoding: 'utf8' }).trim().split('\n')
    expect(names).toEqual(['lib/a.so', `${long}/c.sql`])
    expect(execFileSync('tar', ['-xO', 'lib/a.so'], { input: kept, encoding: 'utf8' })).toBe(files['lib/a.so'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
