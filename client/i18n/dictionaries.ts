import type { Lang } from '#shared/schema/vocabulary.ts'
import { en } from './en.ts'
import { zh, type Dictionary } from './zh.ts'

export const DICTIONARIES: Record<Lang, Dictionary> = { zh, en }
