import { Value } from 'typebox/value'
import type { FieldValue } from '../record.ts'
import { plainName } from '../plain-name.ts'
import type { Column } from './column.ts'

export type Reading = { ok: true; value: FieldValue } | { ok: false; reason: 'bad_number' | 'unknown_value' }

const TRUE = new Set(['true', 't', 'yes', 'y', '1', '是', '有'])
const FALSE = new Set(['false', 'f', 'no', 'n', '0', '否', '无'])

/** Reads one value as its column says. Numbers may carry digit-group commas; text keeps its inner form, trimmed. */
export function readValue(column: Column, value: unknown): Reading {
  if (column.read === 'json') {
    const read: Reading = typeof value === 'string' ? parseJson(value) : { ok: true, value: value as FieldValue }
    const fits = !read.ok || column.schema === undefined || Value.Check(column.schema, read.value)
    return fits ? read : { ok: false, reason: 'unknown_value' }
  }
  const text = String(value).trim()
  if (column.read === 'text') return { ok: true, value: text }
  if (column.read === 'word') return readWord(column, text)
  if (column.read === 'boolean') return readBoolean(text.toLowerCase())
  const number = typeof value === 'number' ? value : Number(text.replace(/[,，]/g, ''))
  const fits = Number.isFinite(number) && (column.read === 'number' || Number.isInteger(number))
  return fits ? { ok: true, value: number } : { ok: false, reason: 'bad_number' }
}

function readWord(column: Column, text: string): Reading {
  const plain = plainName(text)
  for (const [word, meaning] of Object.entries(column.words ?? {})) {
    if (plain === plainName(word) || plain === plainName(meaning)) return { ok: true, value: meaning }
  }
  return { ok: false, reason: 'unknown_value' }
}

function readBoolean(text: string): Reading {
  if (TRUE.has(text)) return { ok: true, value: true }
  return FALSE.has(text) ? { ok: true, value: false } : { ok: false, reason: 'unknown_value' }
}

function parseJson(text: string): Reading {
  try {
    return { ok: true, value: JSON.parse(text) as FieldValue }
  } catch {
    return { ok: false, reason: 'unknown_value' }
  }
}
