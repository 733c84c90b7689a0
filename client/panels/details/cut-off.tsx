import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

const MOST = 6

/** Who is cut off by the change of a checkpoint that is being written: a part of its form, before it is saved. */
export function CutOff({ app: { cutOff, camera } }: { app: Pick<App, 'cutOff' | 'camera'> }) {
  const { t, lang } = useText()
  const found = cutOff.found.value
  const and = lang === 'zh' ? '、' : ', '
  if (found === null) return <p class="cut-off muted" role="status">{t.ring.cutOffBusy}</p>
  const { compounds, groups } = found
  const people = (n: number) => t.ring.people(formatNumber(n, lang))
  if (compounds.length + groups.length === 0) return <p class="cut-off muted" role="status" data-cut-off="0">{t.ring.cutsNobody}</p>
  const rest = (n: number) => n > MOST && <li class="muted">{t.ring.more(n - MOST)}</li>
  return (
    <div class="cut-off note danger" role="alert" data-cut-off={compounds.length + groups.length}>
      {groups.length > 0 && (
        <>
          <strong>{t.ring.cutsCare}</strong>
          <ul>
            {groups.slice(0, MOST).map(({ at, streets, lost, people: n }) => (
              <li key={at.join()}>
                <button type="button" class="link" onClick={() => camera.flyTo([...at], 16.5)}>{streets.join(and) || t.ring.unnamed}</button> · {people(n)} · {lost.map((care) => t.ring.lost[care]).join(and)}
              </li>
            ))}
            {rest(groups.length)}
          </ul>
        </>
      )}
      {compounds.length > 0 && (
        <>
          <strong>{t.ring.cutsSupply}</strong>
          <ul>
            {compounds.slice(0, MOST).map(({ code, name, nameEn, people: n, gap }) => (
              <li key={code}>{(lang === 'en' ? nameEn : null) ?? name} · {people(n)}{gap && ` · ${t.ring.gap[gap]}`}</li>
            ))}
            {rest(compounds.length)}
          </ul>
        </>
      )}
    </div>
  )
}
