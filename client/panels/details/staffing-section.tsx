import { shortageOf } from '#shared/gates/shortage.ts'
import type { Staffing } from '#shared/schema/staffing.ts'
import { useText } from '../../i18n/use-text.ts'

/** Posts and shifts of a gate, needed and assigned, and what is lacking. */
export function StaffingSection({ staffing }: { staffing: Staffing | null }) {
  const { t } = useText()
  const words = t.gate.staffing
  if (staffing === null || staffing.posts.length === 0) return <section class="section"><h3>{words.title}</h3><p class="muted">{words.none}</p></section>
  const short = shortageOf(staffing)
  const cells = (needed: number, assigned: number) => (
    <><td>{needed}</td><td>{assigned}</td><td class="lacking">{assigned < needed && words.lacking(needed - assigned)}</td></>
  )
  return (
    <section class="section staffing" aria-label={words.title} data-short={short.personShifts}>
      <h3>{words.title}</h3>
      <p class={short.personShifts > 0 ? 'sum short' : 'sum'}>{short.personShifts > 0 ? words.short(short.people, short.shifts) : words.full}</p>
      <table>
        <thead><tr><th scope="col">{words.post}</th><th scope="col">{words.needed}</th><th scope="col">{words.assigned}</th><td /></tr></thead>
        <tbody>
          {staffing.posts.map(({ duty, needed, assigned }) => <tr key={duty}><th scope="row">{words.duty[duty]}</th>{cells(needed, assigned)}</tr>)}
          <tr class="shifts"><th scope="row">{words.shifts}</th>{cells(staffing.shifts.needed, staffing.shifts.assigned)}</tr>
        </tbody>
      </table>
      <p class="source">{words.perShift}</p>
    </section>
  )
}
