import { useSignal } from '@preact/signals'
import { formatPlace } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { UNIT_LEVELS, type UnitLevel } from './unit-levels.ts'

const MAX_M = 50_000
const SLIDER_MAX_M = 5_000

/** A circle to find units with: from a site, a clicked point, or a new one. */
export function BufferTool({ app: { bufferAid, planner, tool, toasts } }: { app: Pick<App, 'bufferAid' | 'planner' | 'tool' | 'toasts'> }) {
  const { t } = useText()
  const level = useSignal<UnitLevel>('compound')
  const { centre, radiusM, busy } = bufferAid
  const setRadius = (value: string) => {
    const metres = Number(value)
    if (Number.isFinite(metres) && metres > 0) radiusM.value = Math.min(MAX_M, metres)
  }
  const take = async () => {
    const codes = await bufferAid.touchedUnits(level.value)
    planner.ground.type.value = 'units'
    planner.ground.takeUnits(codes)
    toasts.say(t.planner.bufferTook(codes.length))
  }
  return (
    <section class="section stack tight">
      <h3>{t.planner.buffer}</h3>
      <p class="muted">{t.planner.bufferHint}</p>
      <div class="tool-row">
        <button type="button" class="button small" aria-pressed={tool.active.value?.type === 'buffer'} onClick={() => tool.toggle({ type: 'buffer' })}><Icon name="circle" />{t.planner.bufferFrom}</button>
        {centre.value && <button type="button" class="button small" onClick={bufferAid.clear}>{t.planner.bufferClear}</button>}
      </div>
      {centre.value && (
        <>
          <p class="muted">{t.planner.bufferCentre} <span class="mono">{formatPlace(...centre.value)}</span></p>
          <div class="radius">
            <input type="range" min="50" max={SLIDER_MAX_M} step="50" value={Math.min(SLIDER_MAX_M, radiusM.value)} aria-label={t.planner.bufferRadius} onInput={(event) => setRadius(event.currentTarget.value)} />
            <input class="input" type="number" min="5" max={MAX_M} value={radiusM.value} aria-label={t.planner.bufferRadius} onInput={(event) => setRadius(event.currentTarget.value)} />
          </div>
          <SelectField label={t.planner.unitLevel} value={level.value} options={UNIT_LEVELS.map((value) => ({ value, text: t.level[value] }))} onChange={(value) => (level.value = value as UnitLevel)} />
          <button type="button" class="button" disabled={busy.value} onClick={() => void take()}>{busy.value ? t.planner.bufferTaking : t.planner.bufferTake}</button>
        </>
      )}
    </section>
  )
}
