import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitBodies } from '../../server/routes/body-limits.ts'
import { registerErrors } from '../../server/routes/errors.ts'
import type { App } from '../../server/routes/app-type.ts'

const LIMIT_MS = 400
const STEP_MS = 100
const STEPS = 8
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('how long a body may take', () => {
  const app = Fastify({ requestTimeout: 0 }) as unknown as App
  let port: number
  beforeAll(async () => {
    registerErrors(app)
    limitBodies(app, LIMIT_MS)
    app.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload))
    app.post('/', async (request) => {
      const { body } = request
      return { length: typeof body === 'object' && body !== null && 'pipe' in body ? (await text(request.raw)).length : JSON.stringify(body).length }
    })
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.server.address() as AddressInfo).port
  })
  afterAll(() => app.close())

  const open = (type: string): { outgoing: ClientRequest; answer: Promise<IncomingMessage> } => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/', headers: { 'content-type': type } })
    return { outgoing, answer: new Promise((resolve, reject) => outgoing.on('response', resolve).on('error', reject)) }
  }

  it('lets a stream take longer than the limit as long as something comes', async () => {
    const { outgoing, answer } = open('text/csv')
    for (let i = 0; i < STEPS; i++) {
      outgoing.write('12345\n')
      await pause(STEP_MS)
    }
    outgoing.end()
    expect(JSON.parse(await text(await answer))).toEqual({ length: 6 * STEPS })
  })

  it('cuts a stream off of which nothing comes', async () => {
    const { outgoing, answer } = open('text/csv')
    outgoing.write('1\n')
    await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  it('refuses JSON that comes drop by drop, and says how long it may take', async () => {
    const { outgoing, answer } = open('application/json')
    outgoing.write('[')
    const drops = setInterval(() => outgoing.write('1,'), STEP_MS)
    try {
      const response = await answer
      expect(response.statusCode).toBe(408)
      expect(JSON.parse(await text(response))).toMatchObject({ code: 'body_too_slow', detail: expect.stringContaining('0.4') })
    } finally {
      clearInterval(drops)
      outgoing.destroy()
    }
  })
})
