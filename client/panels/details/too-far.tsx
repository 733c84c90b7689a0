import type { Static } from 'typebox'
import type { Access } from '#shared/schema/roads.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

type TooFarProps = { app: Pick<App, 'camera'>; times: Static<typeof Access>['designatedHospital']; title: string }

/** The streets from which it takes longer than it may; nothing where there are none. */
export function TooFar({ app: { camera }, times: { beyond, limitHours }, title }: TooFarProps) {
  const { t, lang } = useText()
  if (beyond.length === 0) return null
  const number = (value: number) => formatNumber(value, lang)
  return (
    <>
      <p class="crossings-head">{title} · {t.ring.beyond(limitHours)}</p>
      <ul class="crossings">
        {beyond.map(({ at, street, buildings, people, hours }) => (
          <li key={at.join()}>
            <button type="button" onClick={() => camera.flyTo([...at], 16)}>
              <span class="name">{street ?? t.ring.unnamed}</span>
              <span class="muted">{hours === null ? t.ring.noWayAtAll : t.ring.hours(formatNumber(hours, lang, 1))} · {t.ring.buildingsN(number(buildings))} · {t.ring.people(number(people))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
