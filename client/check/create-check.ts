import { signal } from '@preact/signals-core'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { failure, type Answer } from '../api/answer.ts'
import type { Request } from '../api/request.ts'
import { DICTIONARIES } from '../i18n/dictionaries.ts'
import { coordinatesIn } from '../state/coordinates-in.ts'
import type { Pack } from './create-pack.ts'
import { locate, type LocateFault } from './locate.ts'

/** What was asked: an address, a place that was found for it, or where the reader is. [lng, lat] in WGS-84 degrees. */
export type Asked =
  | { type: 'address'; text: string }
  | { type: 'place'; text: string; at: [number, number] }
  | { type: 'here'; at: [number, number] }
  | { type: 'point'; at: [number, number] }
export type Check = ReturnType<typeof createCheck>

type Needs = { request: Request; pack: Pack; geolocation: Geolocation | undefined; lang: () => Lang; now: () => Date }

/**
 * The public question and its answer. A place is answered on the device and sent nowhere; only an address goes to the
 * server, which has the register. Nothing of it is kept: not in the address of the page, not in the browser.
 */
export function createCheck({ request, pack, geolocation, lang, now }: Needs) {
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
    const result = question.type === 'address' ? await askServer(question.text) : await askDevice(question.at)
    if (mine !== last) return
    busy.value = null
    answer.value = result.ok ? result.value : null
    problem.value = result.ok ? null : result.problem
  }
  // in the body, so that no address stands in a log of addresses of pages on the way
  const askServer = async (address: string): Promise<Answer<CheckAnswer>> => {
    const result = await request<{ answers: [CheckAnswer] }>('POST', '/api/check', { body: { items: [{ address }], lang: lang() } })
    return result.ok ? { ...result, value: result.value.answers[0] } : result
  }
  const askDevice = async (at: [number, number]): Promise<Answer<CheckAnswer>> => {
    const current = await pack.current()
    const { check } = DICTIONARIES[lang()]
    if (current === null) return failure(0, 'unreachable', check.noPack, check.noPackFix)
    const { index, as_of, age_s } = current
    const found = index.answer(at, lang(), now())
    const data = { seq: 0, as_of, age_s }
    const explanation = found.result === 'unknown' ? { explanation: check.outsideDistrict } : {}
    return { ok: true, value: { ...found, ...explanation, scope: 'public', at: now().toISOString(), data }, etag: null, date: null }
  }
  return {
    text, asked, answer, problem, locateFault, busy, ask,
    askAddress() {
      const words = text.value.trim()
      const at = coordinatesIn(words)
      if (at !== null) return ask({ type: 'point', at })
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
