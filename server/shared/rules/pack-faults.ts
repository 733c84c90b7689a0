import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { RulePack } from '../schema/rule-pack.ts'

/** A fault of a rule pack: a JSON pointer into it, and what is wrong there. */
export type PackFault = { pointer: string; message: string }

/** Everything that keeps a value from being the rule pack `id`; empty for a pack that can be used. */
export function packFaults(value: unknown, id: string): PackFault[] {
  const faults = schemaFaults(RulePack, value)
  return faults.length > 0 ? faults : meaningFaults(value as RulePack, id)
}

/** Where a value differs from a schema; of a choice's members, only what the nearest one finds wrong. */
export function schemaFaults(schema: TSchema, value: unknown): PackFault[] {
  const errors = Value.Errors(schema, value)
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ schemaPath }) => `${schemaPath}/anyOf/`)
  const kept = choices.reduce((rest, choice) => nearestMember(rest, choice), errors)
  const told = kept.filter(({ keyword, message }) => keyword !== 'anyOf' && message !== 'schema is false')
  return told.map(({ instancePath, message, params }) => ({
    pointer: instancePath || '/',
    message: 'allowedValue' in params ? `${message} (${String(params.allowedValue)} or another that the schema names)` : message,
  }))
}

type Fault = ReturnType<typeof Value.Errors>[number]

function nearestMember(errors: Fault[], choice: string): Fault[] {
  const member = ({ schemaPath }: Fault) => (schemaPath.startsWith(choice) ? schemaPath.slice(choice.length).split('/')[0] : undefined)
  const counts = new Map<string, number>()
  for (const error of errors) {
    const name = member(error)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const nearest = [...counts].sort(([, a], [, b]) => a - b)[0]?.[0]
  return errors.filter((error) => [undefined, nearest].includes(member(error)))
}

function meaningFaults({ id: own, levels }: RulePack, id: string): PackFault[] {
  const ids = levels.map((level) => level.id)
  const faults: PackFault[] = own === id ? [] : [{ pointer: '/id', message: `must be the file's name: ${id}` }]
  for (const [n, level] of levels.entries()) {
    if (ids.indexOf(level.id) !== n) faults.push({ pointer: `/levels/${n}/id`, message: `${level.id} is there twice` })
    if (levels.findIndex(({ kind }) => kind === level.kind) !== n) faults.push({ pointer: `/levels/${n}/kind`, message: `${level.kind} has two levels` })
    const others = level.rules.filter(({ when }) => when !== 'stepped_down')
    if (level.rules.length > 0 && others.length !== 1) faults.push({ pointer: `/levels/${n}/rules`, message: 'needs exactly one rule that is any or entered' })
    if (level.rules.length - others.length > 1) faults.push({ pointer: `/levels/${n}/rules`, message: 'has two rules that are stepped_down' })
    for (const [m, { to, practice }] of level.rules.entries()) {
      for (const [member, target] of [['to', to], ['practice', practice]] as const) {
        if (target === null || target === 'lifted' || (ids.includes(target) && target !== level.id)) continue
        faults.push({ pointer: `/levels/${n}/rules/${m}/${member}`, message: `${target} is no other level of this pack, and not lifted` })
      }
    }
  }
  return faults
}
