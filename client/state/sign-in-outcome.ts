import { fill } from '#shared/text/fill.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'

/** Why the sign-in provider's way back led to no session, from the address it led to; null where nothing is said. */
export async function signInOutcome(search: string, lang: Lang): Promise<Problem | null> {
  const query = new URLSearchParams(search)
  const code = query.get('sign_in')
  if (code !== 'oidc_failed' && code !== 'oidc_not_linked') return null
  const { PROBLEM_TEXTS } = await import('#shared/problem-texts.ts') // all the API's problems, for a rare case
  const { title, detail } = PROBLEM_TEXTS[code]
  const text = fill(detail[lang], { subject: query.get('subject') ?? '' })
  return { type: `/problems/${code}`, title: title[lang], status: 401, detail: text, code }
}
