import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../server/cli/run-cli.ts'
import { languageOf, type CliLang } from '../../server/cli/terminal.ts'
import { lockDataDir } from '../../server/store/embedded/lock.ts'
import { rootDir } from '../../server/root.ts'
import { createServerDatabase } from '../support/databases.ts'

const golden = (name: string) => join(rootDir, 'tests', 'golden', 'import', name)
const folder = mkdtempSync(join(tmpdir(), 'sanqu-cli-test-'))

describe('the command line', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  beforeAll(async () => {
    database = await createServerDatabase()
  })
  afterAll(async () => {
    await database.drop()
    rmSync(folder, { recursive: true })
  })

  async function run(lang: CliLang, args: string[], env: NodeJS.ProcessEnv = { DATABASE_URL: database.url }) {
    const [out, error]: string[][] = [[], []]
    const code = await runCli(args, {
      lang,
      env,
      out: (line) => void out!.push(line),
      error: (line) => void error!.push(line),
      stderr: Object.assign(Object.create(process.stderr), { isTTY: false, write: () => true }),
    })
    return { code, out: out!.join('\n'), error: error!.join('\n') }
  }

  it('imports, lists the bad feature with its place and fix in both languages, and says when nothing changes', async () => {
    const zh = await run('zh', ['import', 'areas', golden('villages.geojson'), '--as-of', '2026-01-31'])
    expect(zh.code).toBe(3)
    expect(zh.out).toContain('区划：读入 2，新增 2，更新 0')
    expect(zh.error).toContain('第 3 个 [990101001003] @ 109.525000,34.505000  bad_geometry')
    const en = await run('en', ['import', 'areas', golden('villages.geojson'), '--as-of=2026-01-31'])
    expect(en.error).toContain('feature 3 [990101001003] @ 109.525000,34.505000')
    expect(en.out).toContain('nothing was changed')
    expect(en.out).toContain('data as of 2026-01-31 (as stated); coordinates read as wgs84')
  })

  it('strict: fails, lists the faults, and nothing is there', async () => {
    const { code, error } = await run('en', [
      'import',
      'areas',
      golden('villages.geojson'),
      '--strict',
      '--source',
      'other',
    ])
    expect(code).toBe(1)
    expect(error).toContain('because of --strict nothing was imported')
    expect(error).toContain('feature 3 [990101001003]')
  })

  it('spreads a total over the buildings there are, and says over which it cannot', async () => {
    expect((await run('zh', ['import', 'population', '--total', '24,000'])).code).toBe(2)
    const none = await run('zh', ['import', 'population', '--total', '24,000', '--as-of', '2026-01-01'])
    expect([none.code, none.error]).toEqual([1, expect.stringContaining('没有可分摊人口的居住建筑')])
    const krems = join(rootDir, '..', 'shared', 'data', 'krems.osm.pbf')
    const { out } = await run('en', ['import', 'osm', krems, '--total', '24000'])
    expect(out).toMatch(
      /24000 people spread over 1153 buildings by footprint × floors \(method: dasymetric; 1153 with unknown/,
    )
  })

  it('checks a point: west of Greenwich too, and never out of range', async () => {
    expect((await run('en', ['check', '15.61', '48.41'])).out).toBe('No published zone covers this place')
    expect((await run('zh', ['check', '-69.9', '12.5'])).out).toContain('辖区之外')
    expect((await run('en', ['check', '48.41', '115.61'])).error).toContain('longitude first')
    expect((await run('en', ['check', '48.41'])).code).toBe(2)
  })

  it('makes, lists, disables and re-passwords users', async () => {
    const made = await run('en', ['user', 'add', 'planner', '--post', '区划岗', '--roles', 'drafter,publisher'])
    expect(made.out).toMatch(/^password of planner \(shown only once\): \S{20,}$/)
    expect((await run('zh', ['user', 'add', 'planner', '--post', 'x', '--roles', 'drafter'])).error).toContain(
      '用户名已存在',
    )
    expect((await run('en', ['user', 'add', 'x', '--post', 'x', '--roles', 'boss'])).error).toContain(
      'unknown role: boss',
    )
    expect((await run('en', ['user', 'disable', 'planner'])).code).toBe(0)
    expect((await run('en', ['user', 'list'])).out).toContain('planner  区划岗  drafter,publisher  *  disabled')
    expect((await run('en', ['user', 'password', 'nobody'])).code).toBe(1)
  })

  it.each([
    [['frobnicate'], 'unknown command: frobnicate'],
    [['constructor'], 'unknown command: constructor'],
    [['import', 'toString', 'x'], 'cannot import: toString'],
    [['import', 'areas'], 'the file is missing'],
    [['import', 'areas', 'a', 'b'], 'one argument too many: b'],
    [['import', 'areas', 'a', '--frob'], "Unknown option '--frob'"],
    [['import', 'areas', 'a', '--total', '3'], '--total goes with'],
    [['import', 'areas', 'a', '--encoding', 'ebcdic'], 'unknown encoding: ebcdic'],
    [['user', 'add'], 'the user name is missing'],
  ])('%j is not understood', async (args, message) => {
    const { code, error } = await run('en', args)
    expect([code, error]).toEqual([2, expect.stringContaining(message)])
    expect(error).toContain('see: sanqu help')
  })

  it('says which process holds the embedded database, and what to do', async () => {
    const unlock = lockDataDir(folder)
    const { code, error } = await run('zh', ['user', 'list'], { DATA_DIR: folder })
    unlock()
    expect(code).toBe(1)
    expect(error).toContain(`正被进程 ${process.pid} 使用`)
    expect(error).toContain('停止服务')
  })

  it('names a setting or file that cannot be used', async () => {
    expect((await run('en', ['user', 'list'], { PORT: 'x' })).error).toContain('PORT')
    expect((await run('zh', ['import', 'osm', join(folder, 'none.osm.pbf')])).error).toContain('没有这个文件')
    writeFileSync(join(folder, 'a.geojson'), '[]')
    expect((await run('en', ['import', 'areas', join(folder, 'a.geojson')])).error).toContain(
      'damaged or not what its name says',
    )
  })

  it('helps in both languages, with the columns the readers go by', async () => {
    expect((await run('zh', [])).out).toContain('sanqu serve')
    expect((await run('en', ['--help'])).out).toContain('Exit codes')
    expect((await run('en', ['help', 'import'])).out).toContain('hospital=医院')
    expect([
      languageOf(undefined, { LANG: 'zh_CN.UTF-8' }),
      languageOf('en', { LANG: 'zh_CN' }),
      languageOf(undefined, {}),
    ]).toEqual(['zh', 'en', 'en'])
  })
})
