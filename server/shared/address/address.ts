/**
 * One address of the register. `lng`, `lat` in degrees, EPSG:4326; `areaCode` is the division code, 2 to 12 digits or
 * longer.
 */
export type AddressEntry = {
  id: string
  text: string
  textEn?: string
  areaCode?: string
  lng: number
  lat: number
}

/**
 * An address that may be the one asked for.
 * `score` is 0..1; `ignored` are the parts of the query (unit, floor, room) that lie below what the entry tells apart.
 */
export type AddressMatch = { entry: AddressEntry; score: number; ignored?: string[] }

/** Why an answer is not certain; the words for it belong to the caller. */
export type AddressDoubt =
  | 'empty'            // nothing in the query can be looked up
  | 'unknown-name'     // no street, village or compound of that name
  | 'unknown-number'   // the name is known, the number is not
  | 'number-missing'   // the name is known, the query has no number and the register has several
  | 'misspelt'         // only a name that is written otherwise fits
  | 'several'          // more than one address fits
  | 'elsewhere'        // the name exists in other areas too, and the query does not say which is meant
  | 'area-differs'     // the address fits, the area named in the query does not
  | 'partly-understood' // some of the query is not explained by the address found

/**
 * The answer to one query. 'exact': the same after normalisation, and the only one. 'likely': everything in the query
 * agrees (numbers always exactly), and it is the only one. 'ambiguous': a person must choose. 'none' says that the
 * address is not known, never that it lies outside a zone. Candidates are ordered best first.
 */
export type AddressAnswer =
  | { certainty: 'exact' | 'likely'; match: AddressMatch; candidates: AddressMatch[] }
  | { certainty: 'ambiguous'; candidates: AddressMatch[]; doubt: AddressDoubt }
  | { certainty: 'none'; candidates: AddressMatch[]; doubt: AddressDoubt }

/** A division that addresses lie in; `code` is its statistical code, 2 to 12 digits or filled up with zeros. */
export type AddressArea = { code: string; name: string; nameEn?: string }

export type AddressIndexOptions = {
  /** Divisions above the entries, found by `areaCode`: they let queries name, abbreviate or leave out any of them. */
  areas?: Iterable<AddressArea>
}

export type AddressIndex = {
  readonly size: number
  /** Takes more entries in; the next look-up, or `seal`, sorts them in. */
  add(batch: Iterable<AddressEntry>): void
  /** Does the work of sorting now, so that the next look-up does not wait. */
  seal(): void
  match(query: string, limit?: number): AddressAnswer
  /** What the letters typed so far may become, best first; needs no complete address. */
  suggest(query: string, limit?: number): AddressMatch[]
  /** The sealed index as bytes for `loadAddressIndex`. */
  toBytes(): Uint8Array
}
