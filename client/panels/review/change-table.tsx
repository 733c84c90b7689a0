import type { Preflight } from '#shared/schema/preflight.ts'
import { formatArea, formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'

/** Numbers before and after, and those of the ground gained and lost. */
export function ChangeTable({ preflight }: { preflight: Preflight }) {
  const { t, lang } = useText()
  const number = (value: number) => formatNumber(value, lang)
  const rows = [
    { what: t.review.people, change: preflight.people, show: number },
    ...(preflight.households ? [{ what: t.review.households, change: preflight.households, show: number }] : []),
    { what: t.review.buildings, change: preflight.buildings, show: number },
    { what: t.review.area, change: preflight.area_m2, show: (value: number) => (value === 0 ? '0' : formatArea(value, lang)) },
  ]
  return (
    <table class="change-table">
      <thead><tr><td /><th scope="col">{t.review.before}</th><th scope="col">{t.review.afterwards}</th><th scope="col" class="gained">{t.review.gained}</th><th scope="col" class="lost">{t.review.lost}</th></tr></thead>
      <tbody>
        {rows.map(({ what, change, show }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{show(change.before)}</td><td><b>{show(change.after)}</b></td>
            <td class={change.gained === 0 ? 'none' : 'gained'}>{change.gained === 0 ? '–' : `+${show(change.gained)}`}</td>
            <td class={change.lost === 0 ? 'none' : 'lost'}>{change.lost === 0 ? '–' : `−${show(change.lost)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
