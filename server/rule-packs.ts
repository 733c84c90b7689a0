import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { packFaults, schemaFaults, type PackFault } from '#shared/rules/pack-faults.ts'
import { PlanningFigures, type RulePack } from '#shared/schema/rule-pack.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import { rootDir } from './root.ts'

/** The packs by id, oldest first, and the figures for planners. */
export type RulePacks = {
  byId: ReadonlyMap<string, RulePack>
  /** What a pack is called; one that is no longer there is called by its id. */
  titleOf(id: string): Text
  planning: PlanningFigures
}

/** A file of rules that cannot be used: every fault with the file and the place in it. */
export class RulePackError extends Error {
  constructor(file: string, faults: readonly PackFault[]) {
    super(faults.map(({ pointer, message }) => `${file}${pointer === '/' ? '' : `#${pointer}`}: ${message}`).join('\n'))
    this.name = 'RulePackError'
  }
}

/**
 * Reads every rule pack of a folder; a pack's file is named for its id.
 * @throws RulePackError naming the file and the place of each fault
 */
export async function readRulePacks(folder: string = join(rootDir, 'data', 'rule-packs')): Promise<RulePacks> {
  const packs: RulePack[] = []
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.json'))) {
    const file = join(folder, name)
    const value = await readJson(file)
    const faults = packFaults(value, basename(name, '.json'))
    if (faults.length > 0) throw new RulePackError(file, faults)
    packs.push(value as RulePack)
  }
  if (packs.length === 0) throw new RulePackError(folder, [{ pointer: '/', message: 'holds no rule pack (*.json)' }])
  packs.sort((a, b) => (a.in_use.from === b.in_use.from ? (a.id < b.id ? -1 : 1) : a.in_use.from < b.in_use.from ? -1 : 1))
  const planningFile = join(folder, 'planning', 'planning-2022.json')
  const planning = await readJson(planningFile)
  const faults = schemaFaults(PlanningFigures, planning)
  if (faults.length > 0) throw new RulePackError(planningFile, faults)
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  const titleOf = (id: string): Text => byId.get(id)?.title ?? { zh: id, en: id }
  return { byId, titleOf, planning: planning as PlanningFigures }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new RulePackError(file, [{ pointer: '/', message: error.message }])
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RulePackError(file, [{ pointer: '/', message: error instanceof Error ? error.message : 'is not JSON' }])
  }
}
