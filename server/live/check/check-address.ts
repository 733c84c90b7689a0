import type { AddressAnswer, AddressMatch } from '#shared/address/address.ts'
import { fill } from '#shared/text/fill.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { Unavailable } from '../../domain/errors.ts'
import type { CheckContext } from './check-context.ts'
import { CHECK_TEXTS, DOUBT_TEXTS } from './check-texts.ts'
import { checkPoint, unknown } from './check-point.ts'
import type { Finding } from './finding.ts'

const CANDIDATES = 5
const RETRY_AFTER_S = 5

/**
 * What holds at an address. Only an address that is certain or likely is looked up as a point; of any other nothing
 * is said but what it may be.
 * @throws Unavailable index_building while the register is not yet in memory
 */
export function checkAddress(context: CheckContext, query: string): Finding {
  if (context.addresses === null) throw new Unavailable('index_building', { seconds: RETRY_AFTER_S })
  const answer = context.addresses.match(query, CANDIDATES)
  const address = describe(answer, context.lang)
  if (answer.certainty === 'none' || answer.certainty === 'ambiguous') {
    const reason = answer.certainty === 'none' ? 'address_not_found' : 'address_ambiguous'
    const explanation = fill(CHECK_TEXTS[reason][context.lang], { doubt: DOUBT_TEXTS[answer.doubt][context.lang] })
    return { ...unknown(reason, explanation), address }
  }
  const { entry, ignored = [] } = answer.match
  const found = checkPoint(context, entry.lng, entry.lat)
  if (ignored.length === 0) return { ...found, address }
  const said = fill(CHECK_TEXTS.parts_ignored[context.lang], { parts: ignored.join(', ') })
  return {
    ...found,
    explanation: found.explanation === undefined ? said : `${found.explanation}; ${said}`,
    address,
  }
}

const describe = (answer: AddressAnswer, lang: Lang): NonNullable<Finding['address']> => ({
  certainty: answer.certainty,
  match: 'match' in answer ? candidate(answer.match, lang) : null,
  candidates: answer.candidates.map((match) => candidate(match, lang)),
})

const candidate = ({ entry, score }: AddressMatch, lang: Lang) => ({
  text: lang === 'en' ? (entry.textEn ?? entry.text) : entry.text,
  score: Math.round(score * 1000) / 1000,
  lng: entry.lng,
  lat: entry.lat,
})
