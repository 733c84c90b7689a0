import { parse } from 'csv-parse/sync'

/** The fields of one line of CSV (RFC 4180, comma); null where its quotes do not fit. Records do not span lines. */
export function csvRecord(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',')
  try {
    const [record] = parse(line, { relax_column_count: true, ltrim: true, rtrim: true })
    return record ?? null
  } catch {
    return null
  }
}

/**
 * Values as one CSV line without its end. Text that a spreadsheet would take for a formula gets an apostrophe before
 * it (OWASP, CSV injection); numbers stay what they are.
 */
export const csvLine = (values: readonly (string | number | boolean | null)[]): string => values.map(field).join(',')

function field(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) && !Number.isFinite(Number(value)) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
