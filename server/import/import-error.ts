/** Why a whole file cannot be read; the text in both languages is in import-error-text.ts. */
export const IMPORT_ERROR_CODES = [
  'file_missing', 'file_unreadable', 'format_unknown', 'format_broken', 'crs_unsupported', 'crs_clash',
  'encoding_unknown', 'shapefile_part_missing', 'raster_unsupported', 'osm_history', 'as_of_bad',
  'faults_in_strict', 'nothing_to_spread_over', 'total_bad', 'area_unknown', 'source_reserved', 'unpacked_too_large',
] as const

export type ImportErrorCode = (typeof IMPORT_ERROR_CODES)[number]

/** The import stops and writes nothing. `detail` names the file, value or column it is about. */
export class ImportError extends Error {
  readonly code: ImportErrorCode
  readonly detail: string

  constructor(code: ImportErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.name = 'ImportError'
    this.code = code
    this.detail = detail
  }
}
