import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RulePack } from '#shared/schema/rule-pack.ts'

const FOLDER = join(import.meta.dirname, '../../../data/rule-packs')

/** A pack as its file has it. */
export const pack = (id: string): RulePack => JSON.parse(readFileSync(join(FOLDER, `${id}.json`), 'utf8')) as RulePack

export const packIds = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5))
