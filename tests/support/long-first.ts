import { BaseSequencer, type TestSpecification } from 'vitest/node'

// the projects one after the other, so that a worker goes on with what it has loaded; the shortest files at the end
const PROJECTS = ['faults', 'e2e', 'server', 'unit']

// the files that take longest, so that none of them is left over for one worker at the end
const LONGEST = [
  'embedded-kill', 'server-kill', 'memory-ceiling', 'database-away', 'two-servers', 'upgrade-beside', 'idempotency', 'backup-kill', 'first-start', 'database-kill', 'upgrade',
  'io-errors', 'disk-full', 'start-faults',
  'story', 'planner', 'review', 'freshness', 'gate', 'single-sign-on', 'accessibility', 'conflict', 'readiness', 'time',
  'permissions', 'embedded-folder', 'drafts', 'plans', 'reviews', 'rest-of-sequences', 'statement-time', 'backup', 'events',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return place === -1 ? LONGEST.length : place
}
const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder
const turn = ({ project }: TestSpecification) => PROJECTS.indexOf(project.name)

/** Project by project, and in each the longest test files first; the others as Vitest has them. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => group(a) - group(b) || turn(a) - turn(b) || rank(a) - rank(b))
  }
}
