import type { Problem } from '#shared/schema/problem.ts'

/** What the server refused and how to mend it, beside what was written. */
export const ProblemNote = ({ problem }: { problem: Problem | null }) =>
  problem === null ? null : (
    <div class="note danger" role="alert">
      <strong>{problem.title}</strong>
      {problem.detail !== undefined && <div>{problem.detail}</div>}
      {problem.faults?.map((fault) => (
        <div key={`${fault.code}${fault.pointer ?? ''}${fault.place ?? ''}`}>{[fault.place, fault.title, fault.fix].filter(Boolean).join(' · ')}</div>
      ))}
    </div>
  )
