import { LONG_TEXT } from '#shared/geometry/long-area.ts'
import { Invalid, TooLarge } from '../domain/errors.ts'
import { bodyWithAreas } from '../geometry-worker/body-with-areas.ts'
import { parsedBodyOf } from '../geometry-worker/geometry.ts'
import { isDeeperThan } from '../geometry-worker/nesting.ts'
import type { App } from './app-type.ts'

/** A drawn line in a draft is eleven levels deep; nothing that anybody means is deeper than this. */
const MOST_NESTED = 32
/** A draft without its line is some kilobytes, a batch of checks with 10,000 addresses one or two megabytes. */
const MOST_BESIDE_AREAS = 2 * 1024 * 1024

/**
 * JSON bodies, and no plain text, no deeper than what the program walks without fear; members named __proto__ or constructor are refused. A
 * long body that holds coordinates is read by a geometry thread, and what is read here is bounded, so that no body delays who asks meanwhile.
 */
export function registerJsonBody(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done): void | Promise<unknown> => {
    if (body.length > LONG_TEXT && body.includes('"coordinates"')) {
      return longBody(body)
    }
    if (body.length > MOST_BESIDE_AREAS) return done(tooLarge())
    if (isDeeperThan(body, MOST_NESTED)) return done(tooNested())
    return parse(request, body.toString(), done)
  })
}

async function longBody(bytes: Buffer): Promise<unknown> {
  const parsed = await parsedBodyOf(bytes, MOST_NESTED)
  if (!parsed.ok && parsed.reason === 'too_nested') throw tooNested()
  if (!parsed.ok) throw Object.assign(new Error('Body is not valid JSON'), { statusCode: 400 })
  if (parsed.rest.length > MOST_BESIDE_AREAS) throw tooLarge()
  return bodyWithAreas(parsed)
}

const tooLarge = () => new TooLarge('body_beside_lines_too_large', { limit: MOST_BESIDE_AREAS })
const tooNested = () => new Invalid('too_nested', { limit: MOST_NESTED })
