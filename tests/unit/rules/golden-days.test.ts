import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateZone } from '#shared/rules/evaluate-zone.ts'
import { inputsOfEvidence } from '#shared/rules/inputs-of-evidence.ts'
import { dayOfDate } from '#shared/rules/shanghai-day.ts'
import type { NewEvidence } from '#shared/schema/evidence.ts'
import type { Readiness } from '#shared/schema/readiness.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { rows } from './evidence-rows.ts'
import { pack, packIds } from './pack.ts'

type Day = { on: string; enter?: NewEvidence[]; stricter?: number; expect: Record<string, unknown> }
type Golden = { pack: string; stories: { name: string; kind: ZoneKind; start: string; days: Day[] }[] }

const FOLDER = join(import.meta.dirname, '../../golden/rules')
const files = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Golden)

const seen = (readiness: Readiness): Record<string, unknown> => ({
  ...readiness,
  target: readiness.target?.id ?? null,
  practice: readiness.practice?.id ?? null,
  alarm: readiness.alarm?.on ?? null,
  missing: readiness.clauses.filter(({ state }) => state === 'missing').map(({ type }) => type),
})

describe('worked examples, day by day', () => {
  it('are there for every pack', () => expect(files.map((file) => file.pack).sort()).toEqual(packIds().sort()))

  for (const golden of files) {
    for (const { name, kind, start, days } of golden.stories) {
      it(`${golden.pack}: ${name}`, () => {
        const entered: NewEvidence[] = []
        for (const { on, enter = [], stricter = 0, expect: wanted } of days) {
          entered.push(...enter)
          const inputs = inputsOfEvidence(rows(entered), { kind, startDay: dayOfDate(start), stricterInArea: stricter })
          const found = seen(evaluateZone(pack(golden.pack), golden.pack, inputs, dayOfDate(on)))
          expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, found[key]])), `on ${on}`).toEqual(wanted)
        }
      })
    }
  }
})
