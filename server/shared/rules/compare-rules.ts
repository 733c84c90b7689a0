import type { Rule, RulePack } from '../schema/rule-pack.ts'
import type { Text } from '../schema/vocabulary.ts'
import { levelOf, ruleFor } from './applicable-rule.ts'
import { clauseTitle } from './clause-title.ts'
import { LIFTED } from './rule-texts.ts'
import type { ZoneInputs } from './zone-inputs.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

/** What two packs ask differently of one zone, in words: its level, where the rule leads, clauses gone, new and changed. */
export function whyDifferent(now: RulePack | undefined, then: RulePack, inputs: ZoneInputs): Text[] {
  const [before, after] = [now && levelOf(now, inputs.kind), levelOf(then, inputs.kind)]
  if (after === undefined) return [text(`“${then.title.zh}”没有与本区相应的级别，由有权机关书面决定`, `${then.title.en} has no level for this zone: the authority decides on a written ground`)]
  const why: Text[] = []
  if (before !== undefined && before.title.zh !== after.title.zh) why.push(text(`级别：${before.title.zh} → ${after.title.zh}`, `Level: ${before.title.en} → ${after.title.en}`))
  const [old, next] = [before && ruleFor(before, inputs), ruleFor(after, inputs)]
  if (next === undefined) return [...why, text('该级别的解除条件在规则集中未载', 'The pack records no criterion for this level')]
  const target = (pack: RulePack, { to }: Rule) => pack.levels.find(({ id }) => id === to)?.title ?? LIFTED
  if (now !== undefined && old !== undefined) {
    const [from, to] = [target(now, old), target(then, next)]
    if (from.zh !== to.zh) why.push(text(`满足后：${from.zh} → ${to.zh}`, `Leads to: ${from.en} → ${to.en}`))
    if (old.clock !== next.clock) why.push(CLOCK[next.clock])
  }
  return [...why, ...clauseChanges(old?.clauses ?? [], next.clauses)]
}

const CLOCK: Record<Rule['clock'], Text> = {
  last_infection: text('时钟：从最后一例算起', 'The clock runs from the last infection'),
  entry: text('时钟：从进入本级别之日或其后的最后一例算起', 'The clock runs from the day this level began, or a later infection'),
}

function clauseChanges(before: Rule['clauses'], after: Rule['clauses']): Text[] {
  const gone = before.filter(({ type }) => !after.some((clause) => clause.type === type))
  const changes = after.flatMap((clause) => {
    const old = before.find(({ type }) => type === clause.type)
    const title = clauseTitle(clause)
    if (old === undefined) return [text(`新增条件：${title.zh}`, `Asked too: ${title.en}`)]
    const was = clauseTitle(old)
    return was.zh === title.zh ? [] : [text(`${was.zh} → ${title.zh}`, `${was.en} → ${title.en}`)]
  })
  return [...changes, ...gone.map(clauseTitle).map(({ zh, en }) => text(`不再要求：${zh}`, `No longer asked: ${en}`))]
}
