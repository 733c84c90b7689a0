import { describe, expect, it } from 'vitest'
import { sourceFiles, type SourceFile } from './support/source-files.ts'

// The rules of the structure, as a test: who may import whom, where each large dependency lives, how long a file is.

const server = sourceFiles('server')
const client = sourceFiles('client')
const all = [...server, ...client]
const within = (...folders: string[]) => all.filter(({ path }) => folders.some((folder) => path.startsWith(folder)))
const violations = (files: SourceFile[], forbidden: (target: string) => boolean) =>
  files.flatMap(({ path, files: targets }) => targets.filter(forbidden).map((target) => `${path} → ${target}`))
const under = (...folders: string[]) => (target: string) => folders.some((folder) => target.startsWith(folder))

describe('layers', () => {
  it('go routes → domain → store, never upward', () => {
    expect(violations(within('server/store/'), under('server/domain/', 'server/routes/', 'server/live/', 'server/import/', 'server/cli/'))).toEqual([])
    expect(violations(within('server/domain/'), under('server/routes/', 'server/cli/', 'server/app.ts'))).toEqual([])
    expect(violations(within('server/live/'), under('server/routes/', 'server/domain/zones', 'server/domain/drafts', 'server/cli/'))).toEqual([])
    expect(violations(within('server/import/'), under('server/routes/', 'server/store/', 'server/live/', 'server/domain/'))).toEqual([])
  })

  it('keep #shared pure: it imports itself and a few pure packages', () => {
    const pure = new Set([
      'flatbush', 'flatqueue', 'gcoord', 'geojson', 'geographiclib-geodesic', 'kdbush', 'minisearch', 'pinyin-pro', 'polylabel', 'proj4',
      'robust-predicates', 'typebox',
    ])
    const shared = within('server/shared/')
    expect(violations(shared, (target) => !target.startsWith('server/shared/'))).toEqual([])
    const foreign = shared.flatMap(({ path, packages }) =>
      packages.filter((name) => !pure.has(name) && !name.startsWith('@turf/')).map((name) => `${path} → ${name}`),
    )
    expect(foreign).toEqual([])
  })

  it('let the client import only #shared and itself', () => {
    expect(violations(client, (target) => !target.startsWith('client/') && !target.startsWith('server/shared/'))).toEqual([])
  })

  it('let panels and map meet only in state', () => {
    expect(violations(within('client/panels/', 'client/ui/'), under('client/map/', 'client/draw/'))).toEqual([])
    expect(violations(within('client/map/', 'client/draw/'), under('client/panels/', 'client/ui/'))).toEqual([])
    expect(violations(within('client/state/', 'client/api/'), under('client/panels/', 'client/ui/', 'client/map/', 'client/draw/'))).toEqual([])
    expect(violations(within('client/ui/'), (target) => /zone/.test(target))).toEqual([])
  })
})

describe('each large dependency has one home', () => {
  it.each([
    ['maplibre-gl', ['client/map/']],
    ['terra-draw', ['client/draw/']],
    ['terra-draw-maplibre-gl-adapter', ['client/draw/']],
    ['fastify', ['server/app.ts', 'server/routes/']],
    ['kysely', ['server/store/']],
    ['pg', ['server/store/']],
    ['@electric-sql/pglite', ['server/store/embedded/']],
    ['proj4', ['server/shared/']],
    ['osm-pbf-parser-node', ['server/import/']],
    ['geotiff', ['server/import/']],
    ['shapefile', ['server/import/']],
  ])('%s', (name, homes) => {
    const users = all.filter((file) => file.packagesAtRunTime.includes(name)).map(({ path }) => path)
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter((path) => !homes.some((home) => path.startsWith(home)))).toEqual([])
  })

  it('@turf', () => {
    const users = all.filter((file) => file.packages.some((name) => name.startsWith('@turf/'))).map(({ path }) => path)
    expect(users.length).toBeGreaterThan(0)
    expect(users.filter((path) => !/^server\/shared\/(geometry|exposure)\//.test(path))).toEqual([])
  })
})

describe('files', () => {
  it('import each other without a cycle', () => {
    const byPath = new Map(all.map((file) => [file.path, file]))
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      state.set(path, 'open')
      for (const target of byPath.get(path)?.files ?? []) visit(target, [...trail, path])
      state.set(path, 'done')
    }
    for (const { path } of all) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('are short: a median under 60 lines, none past 250', () => {
    const lengths = all.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60)
    expect(all.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  it('are named in kebab case, and none only hands on what others export', () => {
    expect(all.map(({ path }) => path).filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.d)?\.tsx?$/.test(path))).toEqual([])
    const barrels = all.filter(({ text }) => {
      const statements = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line))
      return statements.length > 0 && statements.every((line) => /^export .* from '/.test(line))
    })
    expect(barrels.map(({ path }) => path)).toEqual([])
  })

  it('have no way round the types or the linter', () => {
    const escapes = all.filter(({ text }) => /(:|<|\bas) any\b|@ts-(ignore|expect-error|nocheck)|(ox|es)lint-disable/.test(text))
    expect(escapes.map(({ path }) => path)).toEqual([])
  })
})
