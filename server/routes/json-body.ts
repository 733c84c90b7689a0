import { Invalid } from '../domain/errors.ts'
import type { App } from './app-type.ts'

/** A drawn line in a draft is eleven levels deep; nothing that anybody means is deeper than this. */
const MOST_NESTED = 32

/** JSON bodies no deeper than what the program walks without fear; members named __proto__ or constructor are refused. */
export function registerJsonBody(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      requireShallow(body)
    } catch (error) {
      return done(error as Error)
    }
    return parse(request, body.toString(), done)
  })
}

/** @throws Invalid too_nested */
export function requireShallow(body: Uint8Array): void {
  if (isDeeperThan(body, MOST_NESTED)) throw new Invalid('too_nested', { limit: MOST_NESTED })
}

/** Whether arrays and objects of a JSON text (UTF-8) are nested more than `levels` deep; brackets in strings do not count. */
function isDeeperThan(text: Uint8Array, levels: number): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]!
    if (byte === 0x22) i = endOfString(text, i)
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > levels) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

function endOfString(text: Uint8Array, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const byte = text[i]!
    if (byte === 0x5c) i++
    else if (byte === 0x22) return i
  }
  return text.length
}
