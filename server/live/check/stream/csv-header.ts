import { csvRecord } from './csv-record.ts'

/** Where the columns of a file of places stand; −1 for one that it has not. */
export type CsvColumns = { count: number; id: number; lng: number; lat: number; address: number }

/** The columns that a header line names, in any order and case, others beside them; null where no place can be read. */
export function csvColumns(header: string): CsvColumns | null {
  const names = csvRecord(header)?.map((name) => name.trim().toLowerCase())
  if (names === undefined) return null
  const at = (name: string) => names.indexOf(name)
  const columns = { count: names.length, id: at('id'), lng: at('lng'), lat: at('lat'), address: at('address') }
  return columns.address >= 0 || (columns.lng >= 0 && columns.lat >= 0) ? columns : null
}

/** A line as a CheckItem, its empty fields left out; undefined where it has not as many fields as the header. */
export function csvItem(columns: CsvColumns, line: string | null | undefined): CsvItem | undefined {
  const fields = typeof line === 'string' ? csvRecord(line) : null
  if (fields?.length !== columns.count) return undefined
  const item: CsvItem = {}
  const id = fields[columns.id]?.trim()
  const [lng, lat, address] = [fields[columns.lng], fields[columns.lat], fields[columns.address]]
  if (id) item.id = id
  if (lng?.trim()) item.lng = degrees(lng)
  if (lat?.trim()) item.lat = degrees(lat)
  if (address?.trim()) item.address = address
  return item
}

type CsvItem = { id?: string; lng?: number | string; lat?: number | string; address?: string }

const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i

// what is no decimal number stays text and is no place
const degrees = (text: string): number | string => (DECIMAL.test(text) ? Number(text) : text)
