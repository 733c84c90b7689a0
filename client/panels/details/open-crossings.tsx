import type { Static } from 'typebox'
import type { Crossings } from '#shared/schema/roads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

type OpenCrossingsProps = { app: Pick<App, 'camera'>; crossings: Static<typeof Crossings>['crossings'] }

/** The crossings that nobody holds, by road; a click shows the place. */
export function OpenCrossings({ app: { camera }, crossings }: OpenCrossingsProps) {
  const { t, lang } = useText()
  const open = crossings.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <ul class="crossings" aria-label={t.ring.open}>
      {open.map(({ at, name, nameEn, ref, vehicles, ferry, bridge }) => (
        <li key={at.join()}>
          <button type="button" onClick={() => camera.flyTo([...at], 17)}>
            <span class="name">{(lang === 'en' ? (nameEn ?? name) : name) ?? ref ?? t.ring.unnamed}</span>
            <span class="muted">{[vehicles ? t.ring.vehicles : t.ring.foot, ferry && t.ring.ferry, bridge && t.ring.bridge].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
