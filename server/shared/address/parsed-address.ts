/**
 * What a number counts: `house` 12号, `lane` 12弄, `group` 3组, `row` 3排, `building` 3号楼 3栋 3幢 3座; `bare` has no
 * unit and agrees with any of them. Units, floors and rooms are not here: they lie below building level.
 */
export type NumberRole = 'house' | 'lane' | 'group' | 'row' | 'building' | 'bare'

/** `value` is canonical: lower case, no leading zeros, `12-1`, `12a`, `12附3`, `甲` … */
export type AddressNumber = {
  role: NumberRole
  value: string
  /** Letters of the name that stand before it. */
  at: number
}

/** An address taken apart, in normalised spelling. */
export type ParsedAddress = {
  /** Divisions as written, outermost first. */
  areas: string[]
  /** Street, village and compound names, numbers taken out and run together. */
  name: string
  /** Where in `name` a number stood, so where one component ends: offsets, ascending. */
  breaks: number[]
  numbers: AddressNumber[]
  /** Unit, floor and room in order, each with a letter for its kind: `u2`, `f5`, `r501`. */
  flat: string[]
  /** Postal code, '' if none is written. */
  postcode: string
  /** The words are Latin letters only. */
  latin: boolean
  /** Says a place beside the address (对面, 附近), so is never certain. */
  vague: boolean
}
