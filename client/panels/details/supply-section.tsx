import { formatNumber } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

type SupplySectionProps = { app: Pick<App, 'rings' | 'camera' | 'checkpoints' | 'selection'>; id: string }

/** Which compounds of a zone no supplies reach, and what they come through: depots, green-lane gates, delivery points. */
export function SupplySection({ app: { rings, camera, checkpoints, selection }, id }: SupplySectionProps) {
  const { t, lang } = useText()
  const [found, supply] = [rings.crossings.value, rings.supply.value]
  if (found?.zone !== id || supply === null) return null
  const number = (value: number) => formatNumber(value, lang)
  const holders = new Set(found.crossings.map(({ checkpoint }) => checkpoint))
  const green = checkpoints.all.value.filter(({ properties }) => properties.green_lane && holders.has(properties.id))
  const points = supply.places.filter(({ kind }) => kind === 'delivery_point')
  const depots = supply.places.filter(({ kind }) => kind === 'depot')
  // what is missing is a fault where somebody needs it
  const missing = supply.uncovered.length > 0 ? 'overdue' : 'muted'
  const named = ({ name, nameEn }: { name: string; nameEn: string | null }) => nameIn(lang, { name, name_en: nameEn })
  return (
    <section class="section supply" aria-label={t.ring.supply} data-uncovered={supply.uncovered.length}>
      <h3>{t.ring.supply}</h3>
      {supply.compounds === 0 ? <p class="muted">{t.ring.noCompounds}</p> : <p class={supply.uncovered.length > 0 ? 'ring-sum open' : 'ring-sum'}>{t.ring.covered(supply.covered, supply.compounds)}</p>}
      {supply.uncovered.length > 0 && (
        <>
          <p class="range">{t.ring.uncoveredPeople(number(supply.people))}</p>
          <ul class="crossings" aria-label={t.ring.mark.uncovered}>
            {supply.uncovered.map(({ code, at, people, gap, walkM, ...names }) => (
              <li key={code}>
                <button type="button" onClick={() => camera.flyTo([...at], 16.5)}>
                  <span class="name">{named(names)}</span>
                  <span class="muted">{t.ring.people(number(people))}{gap && ` · ${t.ring.gap[gap]}`}{gap === 'no_delivery_point' && walkM !== null && ` (${t.ring.walk(`${number(walkM)} m`)})`}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <dl class="facts spaced">
        <dt>{t.ring.greenGates}</dt>
        <dd class={green.length === 0 ? missing : ''}>
          {green.length === 0 ? t.ring.noWay : green.map((gate) => (
            <div key={gate.properties.id}><button type="button" class="link" onClick={() => selection.select({ type: 'checkpoint', id: gate.properties.id })}>{nameIn(lang, gate.properties)}</button></div>
          ))}
        </dd>
        <dt>{t.ring.points}</dt><dd class={points.length === 0 ? missing : ''}>{points.length === 0 ? t.ring.noWay : t.ring.pointsOf(points.filter(({ supplied }) => supplied).length, points.length)}</dd>
        <dt>{t.ring.depots}</dt>
        <dd class={depots.length === 0 ? missing : ''}>
          {depots.length === 0 ? t.ring.noWay : depots.slice(0, 3).map((depot) => (
            <div key={depot.id}><button type="button" class="link" onClick={() => camera.flyTo([...depot.at], 15)}>{named(depot)}</button></div>
          ))}
          {depots.length > 3 && t.ring.more(depots.length - 3)}
        </dd>
      </dl>
    </section>
  )
}
