import { BaseSequencer, type TestSpecification } from 'vitest/node'

// the order of the files that take longest, so that none of them is left over for one worker at the end
const LONGEST = [
  'embedded-kill', 'database-away', 'two-servers', 'server-kill', 'database-kill', 'io-errors', 'first-start', 'upgrade', 'disk-full', 'idempotency',
  'story', 'gate', 'planner', 'review', 'freshness',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return place === -1 ? LONGEST.length : place
}

/** The longest test files first; the others as Vitest has them. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder
    return (await super.sort(files)).sort((a, b) => group(a) - group(b) || rank(a) - rank(b))
  }
}
