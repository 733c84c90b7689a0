import type { SinglePoint } from '#shared/schema/roads.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { formatPlace } from '../i18n/format.ts'
import type { Dictionary } from '../i18n/zh.ts'

type Named = { name: string | null; nameEn: string | null; ref?: string | null }
type Kind = keyof Dictionary['roads']['kind']

const KINDS: Readonly<Record<string, Kind>> = {
  track: 'track', path: 'path', footway: 'path', cycleway: 'path', bridleway: 'path', pedestrian: 'path', steps: 'steps',
  service: 'service', ferry: 'ferry',
}

const kindOf = ({ class: name, bridge }: Pick<SinglePoint, 'class' | 'bridge'>): Kind =>
  bridge ? 'bridge' : (KINDS[name] ?? (name.endsWith('_link') ? 'ramp' : 'road'))

const nameOf = (lang: Lang, { name, nameEn, ref = null }: Named): string | null => (lang === 'en' ? (nameEn ?? name) : name) ?? ref

/** What a stretch of road is called: its name, or else the water under it, what it joins, what it is near, where it is. */
export function roadWords(t: Dictionary, lang: Lang, point: SinglePoint): string {
  const [own, over] = [nameOf(lang, point), point.over && nameOf(lang, point.over)]
  if (own !== null) return [own, point.bridge && (over ? t.roads.overOf(over) : t.ring.bridge)].filter(Boolean).join(' · ')
  if (over) return t.roads.over(over)
  const kind = t.roads.kind[kindOf(point)]
  const [a, b] = point.joins.map((road) => nameOf(lang, road))
  if (a && b) return t.roads.between(kind, a, b)
  if (a) return t.roads.off(kind, a)
  const near = point.near && nameOf(lang, point.near)
  return near ? t.roads.near(kind, near) : t.roads.at(kind, formatPlace(...point.at))
}
