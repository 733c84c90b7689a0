import { Invalid } from '../domain/errors.ts'
import type { App } from './app-type.ts'

/** A drawn line in a draft is eleven levels deep; nothing that anybody means is deeper than this. */
export const MOST_NESTED = 32

/** JSON bodies no deeper than what the program walks without fear; members named __proto__ or constructor are refused. */
export function registerJsonBody(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isDeeperThan(String(body), MOST_NESTED)) return done(new Invalid('too_nested', { limit: MOST_NESTED }))
    return parse(request, String(body), done)
  })
}

/** Whether arrays and objects of a JSON text are nested more than `levels` deep; brackets within strings do not count. */
export function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22) i = endOfString(text, i)
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > levels) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x5c) i++
    else if (code === 0x22) return i
  }
  return text.length
}
