import type { FieldValue } from '../record.ts'
import type { OsmTags } from './osm-entity.ts'

/** Whether an object carries a house number of its own. */
export function hasAddress(tags: OsmTags): boolean {
  return tags['addr:housenumber'] !== undefined || tags['addr:housename'] !== undefined
}

/**
 * Columns of `addresses`. The text is `addr:full` where given; else in Chinese order (large to small, no spaces) where
 * the street or town is written in Han characters; else `street number, postcode town`. What is not tagged is left out.
 */
export function addressFields(tags: OsmTags): Record<string, FieldValue> {
  const street = tags['addr:street'] ?? tags['addr:place'] ?? null
  const number = tags['addr:housenumber'] ?? tags['addr:housename'] ?? null
  const town = tags['addr:city'] ?? ''
  const text =
    tags['addr:full'] ??
    (isHan(`${street ?? ''}${town}`) ? chinese(tags, street, number) : western(tags, street, number))
  return { text, text_en: null, street, number, area_code: null, building: null }
}

function chinese(tags: OsmTags, street: string | null, number: string | null): string {
  const wide = ['addr:province', 'addr:city', 'addr:district', 'addr:subdistrict', 'addr:village'].map(
    (key) => tags[key] ?? '',
  )
  const door = number !== null && /^[0-9A-Za-z-]+$/.test(number) ? `${number}号` : (number ?? '')
  return [...wide, street ?? '', door].join('')
}

function western(tags: OsmTags, street: string | null, number: string | null): string {
  const first = [street, number].filter((part) => part !== null).join(' ')
  const second = [tags['addr:postcode'], tags['addr:city'] ?? tags['addr:hamlet']]
    .filter((part) => part !== undefined)
    .join(' ')
  return [first, second].filter((part) => part !== '').join(', ')
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
