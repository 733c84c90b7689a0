import type { TSchema } from 'typebox'
import type { FieldValue } from '../record.ts'
import { plainName } from '../plain-name.ts'

/**
 * One column of a noun: the headers it goes by besides its own name (compared by `plainName`), how its value is read,
 * and for a `word` the file's words with the database's word for each.
 */
export interface Column {
  field: string
  headers: readonly string[]
  read: 'text' | 'integer' | 'number' | 'boolean' | 'json' | 'word'
  words?: Readonly<Record<string, string>>
  required?: boolean
  initial?: FieldValue
  /** What JSON must be; anything is taken where none is named. */
  schema?: TSchema
}

/** The properties by their plain names, so that each column is found without regard to case or spelling. */
export function byPlainName(properties: Record<string, unknown>): Map<string, unknown> {
  const map = new Map<string, unknown>()
  for (const [name, value] of Object.entries(properties)) {
    const plain = plainName(name)
    if (!map.has(plain)) map.set(plain, value)
  }
  return map
}

/** The value of a column: the first of its headers that is present and not empty. */
export function valueOf(column: Column, properties: Map<string, unknown>): unknown {
  for (const header of [column.field, ...column.headers]) {
    const value = properties.get(plainName(header))
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}
