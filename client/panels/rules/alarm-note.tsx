import type { ZoneFeature } from '#shared/schema/zone.ts'
import { formatDay } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

/** A positive in a controlled zone: the planner opens on the same units; nothing is sealed by itself. */
export function AlarmNote({ app: { session, planner, zoneDetails }, zone, on }: { app: Pick<App, 'session' | 'planner' | 'zoneDetails'>; zone: ZoneFeature; on: string }) {
  const { t, lang } = useText()
  const { id, rule_pack: pack, authority } = zone.properties
  const seal = () => {
    const definition = zoneDetails.value?.id === id ? zoneDetails.value.definition : null
    planner.begin('sealed')
    if (definition?.type === 'units') planner.ground.set({ type: 'units', codes: definition.codes })
    planner.setPack(pack)
    planner.write({ authority })
  }
  return (
    <section class="section" role="alert">
      <div class="note danger stack tight">
        <strong>{t.rules.alarm(formatDay(on, lang))}</strong>
        <span>{t.rules.alarmHint}</span>
        {session.canDraft.value && <button type="button" class="button danger" onClick={seal}>{t.rules.seal}</button>}
      </div>
    </section>
  )
}
