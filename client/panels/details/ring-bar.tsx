import type { Ring } from '#shared/schema/roads.ts'
import { useText } from '../../i18n/use-text.ts'

const STATES = ['guarded', 'closed', 'natural', 'planned', 'open'] as const

/** A ring in one bar: how many crossings are held, planned and open. */
export function RingBar({ ring }: { ring: Ring }) {
  const { t } = useText()
  const parts = STATES.filter((state) => ring[state] > 0)
  return (
    <>
      <p class={ring.open > 0 ? 'ring-sum open' : 'ring-sum'}>{t.ring.held(ring.held, ring.total)}</p>
      <div class="ring-bar" aria-hidden="true">{parts.map((state) => <i key={state} data-state={state} style={`flex-grow: ${ring[state]}`} />)}</div>
      <ul class="ring-legend">{parts.map((state) => <li key={state} data-state={state}>{t.ring.state[state]} <b>{ring[state]}</b></li>)}</ul>
    </>
  )
}
