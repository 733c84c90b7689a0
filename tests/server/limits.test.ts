import { zipSync } from 'fflate'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundedUpload } from '../../server/routes/upload-size.ts'
import { connectStore } from '../../server/store/connect.ts'
import { unzipShapefile } from '../../server/import/shapefile/unzip-shapefile.ts'
import { openApiOver, openTestApi, type TestApi } from '../support/api.ts'
import { createServerDatabase } from '../support/databases.ts'
import { createTally } from '../support/tally.ts'
import { loadCounty, content, drawn, TOWNSHIPS } from './zones-fixture.ts'

describe('limits, each with a problem of its own', () => {
  let api: TestApi
  let planner: { cookie: string }
  const refused = createTally()
  beforeAll(async () => {
    api = await openTestApi('server', loadCounty, { REQUESTS_PER_MINUTE: '20', TRUST_PROXY: 'true' })
    planner = await api.signIn(['drafter'], TOWNSHIPS[0])
  })
  afterAll(async () => {
    refused.tell('limits refused')
    await api.close()
  })

  const send = async (payload: string | object, headers: object = planner, url = '/api/zones') => {
    const response = await api.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload })
    if (response.statusCode >= 400) refused.count(response.json<{ code: string }>().code)
    return response
  }
  const zone = (coordinates: unknown) => ({ kind: 'sealed', content: content(drawn({ type: 'Polygon', coordinates })) })

  it('F41: body: 16 MiB', async () => {
    expect((await send(`"${'x'.repeat(17 * 2 ** 20)}"`)).json()).toMatchObject({ status: 413, code: 'body_too_large' })
  })

  it('F41: body beside drawn lines: 2 MiB, whether or not it has lines', async () => {
    const words = 'x'.repeat(2 * 2 ** 20 + 1)
    for (const body of [{ words }, { words, ...zone([]) }]) {
      expect((await send(body)).json()).toMatchObject({ status: 413, code: 'body_beside_lines_too_large' })
    }
  })

  it('F41: nesting: 32 levels, and brackets in words are not nesting', async () => {
    for (const deep of ['['.repeat(33) + ']'.repeat(33), '['.repeat(1_000_000), `{"a":`.repeat(200_000)]) {
      expect((await send(deep)).json()).toMatchObject({ status: 422, code: 'too_nested' })
    }
    expect((await send({ a: '[{'.repeat(100), b: '\\"[' })).json()).toMatchObject({ status: 400, code: 'bad_request' })
    expect((await send('['.repeat(32) + ']'.repeat(32))).json()).toMatchObject({ status: 400 })
  })

  it('F41: upload: 1 GiB, of what is read as it comes, whether or not it says ahead how long it is', async () => {
    const said = await send('{}', { 'content-type': 'application/x-ndjson', 'content-length': String(2 ** 30 + 1) }, '/api/check')
    expect(said.json()).toMatchObject({ status: 413, code: 'upload_too_large' })
    const read: number[] = []
    const endless = async () => {
      for await (const { length } of boundedUpload(Readable.from([Buffer.alloc(60), Buffer.alloc(40), Buffer.alloc(1)]), 100)) read.push(length)
    }
    await expect(endless()).rejects.toMatchObject({ code: 'upload_too_large' })
    expect(read).toEqual([60, 40])
  })

  it('F16: query: a statement that takes longer than it may ends in an answer that says when to ask again', async () => {
    const database = await createServerDatabase()
    const slow = await openApiOver(await connectStore({ databaseUrl: database.url, dataDir: '', poolSize: 2, statementTimeoutMs: 500 }))
    const headers = await slow.signIn(['drafter'])
    const holder = new pg.Client({ connectionString: database.url })
    await holder.connect()
    await holder.query('begin; select * from event_head for update')
    const payload = { place: '某地', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: [109.52, 34.52] } }
    const answer = await slow.app.inject({ method: 'POST', url: '/api/sites', headers, payload })
    expect(answer.json()).toMatchObject({ status: 503, code: 'query_too_long' })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    refused.count('query_too_long')
    await holder.end()
    await slow.close()
    await database.drop()
  })

  it('F35: vertices: 100,000', async () => {
    const ring = Array.from({ length: 100_001 }, (_, i) => {
      const turn = (i / 100_001) * 2 * Math.PI
      return [Number((109.52 + 0.01 * Math.cos(turn)).toFixed(7)), Number((34.52 + 0.01 * Math.sin(turn)).toFixed(7))]
    })
    const answer = await send(zone([[...ring, ring[0]]]))
    expect(answer.json()).toMatchObject({ status: 422, code: 'invalid_geometry', faults: [{ code: 'too_many_vertices' }] })
  })

  it('F41: members that reach into prototypes', async () => {
    for (const hostile of ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}']) {
      expect((await send(hostile)).statusCode).toBe(400)
      expect(({} as { admin?: boolean }).admin).toBeUndefined()
    }
  })

  it('rate: by address for who shows no session or key, and not for this machine nor for who is signed in', async () => {
    const from = (ip: string, headers: object = {}) =>
      api.app.inject({ url: '/api/check?lng=109.52&lat=34.52', headers: { 'x-forwarded-for': ip, ...headers } })
    for (let n = 0; n < 20; n++) expect((await from('203.0.113.7')).statusCode).toBe(200)
    const limited = await from('203.0.113.7')
    expect(limited.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    expect((await from('203.0.113.8')).statusCode).toBe(200)
    expect((await from('203.0.113.7', planner)).statusCode).toBe(200)
    for (let n = 0; n < 40; n++) expect((await from('127.0.0.1')).statusCode).toBe(200)
    const guess = () => from('203.0.113.9', { authorization: `Bearer sq_0_${Math.random().toString(36).slice(2)}` })
    const answers = []
    for (let n = 0; n < 21; n++) answers.push((await guess()).statusCode)
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 401), 429])
    refused.count('too_many_requests', 2)
    refused.count('key_refused', 20)
  })

  it('paths that lead out of the folder of pages', async () => {
    for (const path of ['/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%5c..%5cpackage.json', '/check/..%2f..%2fserver/app.ts', '/docs/static/..%2f..%2f..%2fpackage.json']) {
      const response = await api.app.inject({ url: path })
      expect([path, response.statusCode < 400]).toEqual([path, false])
      expect(response.body).not.toContain('"dependencies"')
      refused.count('paths out of the folder')
    }
  })

  it('F41: archives: what a zip unpacks to is bounded, and a path in it leads nowhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanqu-bomb-'))
    const before = new Set(readdirSync(tmpdir()))
    const bomb = join(folder, 'bomb.zip')
    writeFileSync(bomb, zipSync({ '../../../evil.shp': new Uint8Array(20_000_000), 'a.dbf': new Uint8Array(100) }))
    await expect(unzipShapefile(bomb, 1_000_000)).rejects.toMatchObject({ code: 'unpacked_too_large' })
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('sanqu-import-') && !before.has(name))).toEqual([])
    refused.count('unpacked_too_large')
    const { shp, remove } = await unzipShapefile(bomb, 30_000_000)
    expect(shp).toMatch(/sanqu-import-[^/]+\/part\.shp$/)
    await remove()
    rmSync(folder, { recursive: true })
  })
})
