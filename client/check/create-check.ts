import { signal } from '@preact/signals-core'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Request } from '../api/request.ts'
import { locate, type LocateFault } from './locate.ts'

/** What was asked: an address, a place that was found for it, or where the reader is. [lng, lat] in WGS-84 degrees. */
export type Asked = { type: 'address'; text: string } | { type: 'place'; text: string; at: [number, number] } | { type: 'here'; at: [number, number] }
export type Check = ReturnType<typeof createCheck>

/** The public question and its answer. Nothing of it is kept: not in the address of the page, not in the browser. */
export function createCheck(request: Request, geolocation: Geolocation | undefined, lang: () => Lang) {
  const text = signal('')
  const asked = signal<Asked | null>(null)
  const answer = signal<CheckAnswer | null>(null)
  const problem = signal<Problem | null>(null)
  const locateFault = signal<LocateFault | null>(null)
  const busy = signal<'asking' | 'locating' | null>(null)

  let last = 0
  const ask = async (question: Asked) => {
    const mine = ++last
    asked.value = question
    problem.value = null
    locateFault.value = null
    busy.value = 'asking'
    // in the body, so that no place stands in a log of addresses of pages on the way
    const item = question.type === 'address' ? { address: question.text } : { lng: question.at[0], lat: question.at[1] }
    const result = await request<{ answers: CheckAnswer[] }>('POST', '/api/check', { body: { items: [item], lang: lang() } })
    if (mine !== last) return
    busy.value = null
    answer.value = result.ok ? (result.value.answers[0] ?? null) : null
    problem.value = result.ok ? null : result.problem
  }
  return {
    text, asked, answer, problem, locateFault, busy, ask,
    askAddress() {
      const words = text.value.trim()
      return words === '' ? Promise.resolve() : ask({ type: 'address', text: words })
    },
    async askHere() {
      busy.value = 'locating'
      locateFault.value = null
      const found = await locate(geolocation)
      busy.value = null
      if (found.ok) return ask({ type: 'here', at: found.at })
      answer.value = null
      locateFault.value = found.reason
    },
    /** The same question in the language now chosen. */
    again: () => (asked.peek() ? ask(asked.peek()!) : Promise.resolve()),
  }
}
