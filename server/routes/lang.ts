import type { FastifyRequest } from 'fastify'
import type { Lang } from '#shared/schema/vocabulary.ts'

/** The reader's language: `?lang=`, else the first of zh and en in Accept-Language, else Chinese. */
export function langOf(request: FastifyRequest): Lang {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang
  if (asked === 'zh' || asked === 'en') return asked
  const header = request.headers['accept-language']
  if (header === undefined) return 'zh'
  const accepted = header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { lang: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ lang, quality }) => quality > 0 && (lang === 'zh' || lang === 'en'))
    .sort((a, b) => b.quality - a.quality)
  return accepted[0]?.lang === 'en' ? 'en' : 'zh'
}
