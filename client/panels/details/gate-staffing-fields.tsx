import type { GateDuty, GatePost, Staffing } from '#shared/schema/staffing.ts'
import { GATE_DUTIES } from '#shared/vocabulary.ts'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../ui/icon.tsx'

type NumberBoxProps = { label: string; value: number; min: number; max: number; onChange: (value: number) => void }

/** The posts and shifts of a gate being written; each duty once. */
export function GateStaffingFields({ staffing, onChange }: { staffing: Staffing | null; onChange: (staffing: Staffing | null) => void }) {
  const { t } = useText()
  const words = t.gate.staffing
  const posts = staffing?.posts ?? []
  const shifts = staffing?.shifts ?? { needed: 3, assigned: 0 }
  const free = GATE_DUTIES.filter((duty) => posts.every((post) => post.duty !== duty))
  const write = (next: GatePost[]) => onChange(next.length === 0 ? null : { shifts, posts: next })
  const change = (index: number, patch: Partial<GatePost>) => write(posts.map((post, i) => (i === index ? { ...post, ...patch } : post)))
  return (
    <section class="section stack tight" aria-label={words.title}>
      <h3>{words.title}</h3>
      {posts.length > 0 && (
        <div class="post-rows">
          <div class="heads" aria-hidden="true"><span>{words.post}</span><span>{words.needed}</span><span>{words.assigned}</span></div>
          {posts.map(({ duty, needed, assigned }, index) => (
            <div key={duty}>
              <select class="input" aria-label={`${words.post} ${index + 1}`} value={duty} onChange={(event) => change(index, { duty: event.currentTarget.value as GateDuty })}>
                {[duty, ...free].map((one) => <option key={one} value={one}>{words.duty[one]}</option>)}
              </select>
              <NumberBox label={`${words.duty[duty]} ${words.needed}`} value={needed} min={0} max={99} onChange={(value) => change(index, { needed: value })} />
              <NumberBox label={`${words.duty[duty]} ${words.assigned}`} value={assigned} min={0} max={99} onChange={(value) => change(index, { assigned: value })} />
              <button type="button" class="button quiet icon" aria-label={`${words.remove} ${words.duty[duty]}`} onClick={() => write(posts.filter((_, i) => i !== index))}><Icon name="close" /></button>
            </div>
          ))}
          <div>
            <span>{words.shifts}</span>
            <NumberBox label={`${words.shifts} ${words.needed}`} value={shifts.needed} min={1} max={12} onChange={(needed) => onChange({ posts, shifts: { ...shifts, needed } })} />
            <NumberBox label={`${words.shifts} ${words.assigned}`} value={shifts.assigned} min={0} max={12} onChange={(assigned) => onChange({ posts, shifts: { ...shifts, assigned } })} />
          </div>
        </div>
      )}
      {free[0] !== undefined && <button type="button" class="button quiet small" onClick={() => write([...posts, { duty: free[0]!, needed: 1, assigned: 0 }])}><Icon name="plus" />{words.add}</button>}
    </section>
  )
}

/** A whole number within its bounds; what is none is not taken. */
function NumberBox({ label, value, min, max, onChange }: NumberBoxProps) {
  return (
    <input
      class="input" type="number" inputMode="numeric" aria-label={label} min={min} max={max} step={1} value={value}
      onInput={(event) => {
        const typed = event.currentTarget.valueAsNumber
        if (Number.isInteger(typed) && typed >= min && typed <= max) onChange(typed)
      }}
    />
  )
}
