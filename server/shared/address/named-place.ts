/** A place, area, zone or checkpoint that can be searched by name. `rank`: the smaller, the more important. */
export type NameEntry = {
  id: string
  name: string
  nameEn?: string
  kind: string
  lng: number
  lat: number
  rank: number
}

export type NameMatch = { entry: NameEntry; score: number }

export type NameIndex = {
  readonly size: number
  /** Readies the next so many names for searching, which the first search does otherwise; false when all are ready. */
  prepare(count: number): boolean
  /** As-you-type search: Chinese, English, pinyin and pinyin initials; best first. */
  suggest(query: string, limit?: number): NameMatch[]
}
