import type { SearchHit } from '#shared/schema/search-hit.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { NameMatch } from '#shared/address/named-place.ts'
import type { Audience } from './audience.ts'
import type { Live } from './live.ts'

type Scored = { score: number; hit: SearchHit }
// of two that fit as well, what is in force comes before what is there anyway
const ORDER: SearchHit['type'][] = ['zone', 'checkpoint', 'area', 'place', 'address']

/**
 * Addresses, places, areas, zones in force and checkpoints that fit what was typed so far, best first. What is still
 * being loaded after a start is left out: a search claims nothing.
 */
export function search(live: Live, query: string, limit: number, lang: Lang, audience: Audience): SearchHit[] {
  const names = [
    ...live.liveNames(audience).suggest(query, limit),
    ...(live.groundNames()?.index.suggest(query, limit) ?? []),
  ].map((match) => named(live, match, lang))
  const addresses = (live.addresses()?.suggest(query, limit) ?? []).map(({ entry, score }): Scored => {
    const { id, text, textEn, areaCode, lng, lat } = entry
    const title = lang === 'en' ? (textEn ?? text) : text
    return { score, hit: { type: 'address', id, title, subtitle: areaChain(live, areaCode ?? null, lang), lng, lat } }
  })
  return [...names, ...addresses]
    .sort(bestFirst)
    .slice(0, limit)
    .map(({ hit }) => hit)
}

const bestFirst = (a: Scored, b: Scored) => b.score - a.score || ORDER.indexOf(a.hit.type) - ORDER.indexOf(b.hit.type)

function named(live: Live, { entry, score }: NameMatch, lang: Lang): Scored {
  const [type, id] = splitId(entry.id)
  const title = lang === 'en' ? (entry.nameEn ?? entry.name) : entry.name
  return {
    score,
    hit: {
      type,
      id,
      kind: entry.kind,
      title,
      subtitle: subtitle(live, type, id, lang),
      lng: entry.lng,
      lat: entry.lat,
    },
  }
}

function splitId(id: string): [SearchHit['type'], string] {
  const at = id.indexOf(':')
  const type = ORDER.find((known) => known === id.slice(0, at))
  if (type === undefined) throw new Error(`name index entry ${id} is of no known type`)
  return [type, id.slice(at + 1)]
}

function subtitle(live: Live, type: SearchHit['type'], id: string, lang: Lang): string {
  if (type === 'zone') return id
  if (type === 'area') return areaChain(live, live.groundNames()?.areas.get(id)?.parentCode ?? null, lang)
  if (type === 'place') return areaChain(live, live.groundNames()?.placeAreas.get(id) ?? null, lang)
  return areaChain(live, live.checkpoints().find((checkpoint) => String(checkpoint.id) === id)?.areaCode ?? null, lang)
}

/** County, township, village … of a code, widest first in Chinese and narrowest first in English. */
function areaChain(live: Live, code: string | null, lang: Lang): string {
  const areas = live.groundNames()?.areas
  const chain: string[] = []
  for (
    let area = code === null ? undefined : areas?.get(code);
    area !== undefined;
    area = areas?.get(area.parentCode ?? '')
  ) {
    if (area.level === 'prefecture' || area.level === 'province') break
    chain.push(lang === 'en' ? (area.nameEn ?? area.name) : area.name)
  }
  return lang === 'en' ? chain.join(', ') : chain.reverse().join(' · ')
}
