import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../support/api.ts'
import { createTally } from '../support/tally.ts'
import { writeRoutes } from '../support/write-routes.ts'
import { loadCounty } from './zones-fixture.ts'

const many = (text: string, times: number) => text.repeat(times)
const BODIES: Record<string, string | Buffer> = {
  nothing: '', 'an open brace': '{', 'a bare word': 'undefined', 'not a number': '{"a":NaN}', 'a huge number': '{"kind":1e999,"content":-1e999}',
  'a list': '[]', 'a number': '7', 'null': 'null', 'a text': '"x"', 'a comment': '{/*x*/}', 'a trailing comma': '{"a":1,}',
  'a byte order mark': '\uFEFF{}', 'invalid UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'half a surrogate': '{"reason":"\\ud800","note":"\\ud800"}',
  'a NUL': '{"reason":"\\u0000","place":"\\u0000","name":"\\u0000"}', 'a prototype': '{"__proto__":{"admin":true}}', 'a constructor': '{"constructor":{"prototype":{"admin":true}}}',
  'a long key': `{"${many('k', 100_000)}":1}`, 'many keys': `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":${i}`).join(',')}}`,
  'the same key often': `{${many('"kind":"sealed",', 10_000)}"kind":"x"}`, 'deep lists': many('[', 50_000), 'deep members': `${many('{"a":', 31)}1${many('}', 31)}`,
  'long coordinates of nothing': `{"coordinates":[${many('1,', 200_000)}1]}`, 'a geometry of texts': `{"geometry":{"type":"Polygon","coordinates":["${many('x', 100_000)}"]}}`,
  'a long prototype': `{"__proto__":1,"geometry":{"type":"Polygon","coordinates":["${many('x', 100_000)}"]}}`,
  'SQL': `{"name":"'; drop table zones; --","username":"' or 1=1","reason":"$1"}`, 'a template': '{"name":"${process.exit()}","reason":"{{7*7}}"}',
}

describe('hostile bodies', () => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi('server', loadCounty)
    planner = await api.signIn(['drafter', 'reviewer', 'publisher', 'gate_officer', 'administrator', 'auditor', 'viewer'])
  })
  const answers = createTally()
  afterAll(async () => {
    answers.tell(`${Object.keys(BODIES).length} hostile bodies on every route that writes, and other types of content`)
    await api.close()
  })

  it.each(Object.entries(BODIES))('F41: %s is refused on every route that writes, and the next check is answered', async (_, payload) => {
    const routes = [...writeRoutes(api.app), ...['/api/preview', '/api/check', '/api/crossings', '/api/access', '/api/zones/candidates', '/api/session', '/api/session/demo'].map((url) => ({ method: 'POST', url }))]
    const refused: string[] = []
    for (const { method, url } of routes) {
      if (method === 'DELETE') continue
      const path = url.replace(/\{(id)\}/, url.includes('/zones/') ? '990101-S-0001' : '1').replace(/\{\w+\}/g, '1')
      const { statusCode } = await api.app.inject({
        method: method as 'POST', url: path, headers: { ...planner, 'content-type': 'application/json', 'if-match': '"990101-S-0001.d1"' }, payload,
      })
      answers.count(`status ${statusCode}`)
      if (statusCode >= 500 || statusCode < 400) refused.push(`${method} ${url}: ${statusCode}`)
    }
    // routes without a body take none and say of what they name that it is not there; what is left would have been taken
    expect(refused).toEqual([])
    expect((await api.app.inject('/api/check?lng=109.5&lat=34.5')).statusCode).toBe(200)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('F41: other types of content, packed bodies and headers without end are refused', async () => {
    await api.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = api.app.server.address() as AddressInfo
    const send = async (headers: Record<string, string>, body: string | Buffer<ArrayBuffer>) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/zones`, { method: 'POST', headers: { ...planner, ...headers }, body })
      return { statusCode: response.status, body: await response.text() }
    }
    const xml = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    for (const type of ['application/xml', 'text/xml', 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      const answer = await send({ 'content-type': type }, xml)
      answers.count(`status ${answer.statusCode}`)
      expect([type, answer.statusCode]).toEqual([type, 415])
      expect(answer.body).not.toContain('root:')
    }
    // a bomb of zeros is not unpacked: as it comes it is no JSON, or brackets without end
    const { statusCode } = await send({ 'content-type': 'application/json', 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000)))
    expect([400, 413]).toContain(statusCode)
  })
})
