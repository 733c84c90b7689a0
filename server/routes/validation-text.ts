import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { fill } from '#shared/text/fill.ts'

// [中文, English] for each JSON Schema keyword; {name} is filled from the keyword's parameters
const TEXTS: Record<string, [string, string]> = {
  required: ['缺少“{missingProperty}”', '{missingProperty} is missing'],
  additionalProperties: ['不认识“{additionalProperty}”，请去掉', '{additionalProperty} is not known: leave it out'],
  type: ['应为 {type} 类型', 'must be of type {type}'],
  enum: ['只能是：{allowedValues}', 'must be one of: {allowedValues}'],
  const: ['应为 {allowedValue}', 'must be {allowedValue}'],
  minLength: ['至少 {limit} 个字符', 'must have at least {limit} characters'],
  maxLength: ['最多 {limit} 个字符', 'must have at most {limit} characters'],
  pattern: ['格式不对，应符合 {pattern}', 'has another form than {pattern}'],
  format: ['应为 {format} 格式', 'must be in {format} format'],
  minimum: ['不能小于 {limit}', 'must not be less than {limit}'],
  maximum: ['不能大于 {limit}', 'must not be more than {limit}'],
  minItems: ['至少 {limit} 项', 'must have at least {limit} items'],
  maxItems: ['最多 {limit} 项', 'must have at most {limit} items'],
  uniqueItems: ['有重复的项', 'has an item twice'],
  anyOf: ['不符合任何一种允许的形式', 'fits none of the allowed forms'],
}

/** What is wrong with one value of a request, and where (a JSON pointer). */
export function validationText(error: FastifySchemaValidationError, lang: Lang): { pointer: string; title: string } {
  const [zh, en] = TEXTS[error.keyword] ?? ['不符合要求', 'cannot be used']
  const params = Object.fromEntries(Object.entries(error.params).map(([key, value]) => [key, [value].flat().join(', ')]))
  return { pointer: error.instancePath || '/', title: fill(lang === 'zh' ? zh : en, params) }
}
