import type { AddressEntry } from '#shared/address/address.ts'

type Row = [id: string, text: string, textEn: string | null, areaCode: string | null, lng: number, lat: number]

/** The addresses of a page, which is JSON text as the database writes it (store/addresses.ts). */
export const entriesOfPage = (page: string): AddressEntry[] =>
  (JSON.parse(page) as Row[]).map(([id, text, textEn, areaCode, lng, lat]) => ({
    id,
    text,
    ...(textEn !== null && { textEn }),
    ...(areaCode !== null && { areaCode }),
    lng,
    lat,
  }))
