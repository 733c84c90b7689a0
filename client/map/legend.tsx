import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'
import { legendEntries } from './legend-entries.ts'
import { LegendMark } from './legend-mark.tsx'
import { lookOf } from './look-of.ts'

/** What the marks of the map mean; folds away. */
export function Legend({ app }: { app: App }) {
  const { t } = useText()
  const open = app.legendOpen.value
  const entries = open ? legendEntries(lookOf(app)).filter(({ mark }) => app.session.canReadSites.value || !(mark.type === 'image' && mark.id.startsWith('site'))) : []
  const groups = [['zones', t.legend.zones], ['gates', t.legend.gates], ['ring', t.ring.title], ['supply', t.ring.supply], ['base', t.legend.base]] as const
  // what is drawn of the selected zone alone is told while it is drawn
  const shown = groups.filter(([group]) => (group !== 'ring' && group !== 'supply') || app.rings.crossings.value !== null)
  return (
    <div class="legend">
      <button type="button" aria-expanded={open} onClick={() => (app.legendOpen.value = !open)}>
        {t.legend.title}
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><path d={open ? 'M3.5 6 8 10.5 12.5 6' : 'M3.5 10 8 5.5 12.5 10'} /></svg>
      </button>
      {open && (
        <div class="entries">
          {shown.map(([group, title]) => (
            <section key={group}>
              <h3>{title}</h3>
              <ul class={group === 'zones' ? '' : 'columns'}>
                {entries.filter((entry) => entry.group === group).map(({ label, mark }) => (
                  <li key={label}><LegendMark mark={mark} />{label}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  )
}
