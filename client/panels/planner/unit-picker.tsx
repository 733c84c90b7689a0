import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { UNIT_LEVELS, type UnitLevel } from './unit-levels.ts'

const SHOWN = 60

/** Units from a list or from the map, and those taken. */
export function UnitPicker({ app: { areas, planner, tool } }: { app: Pick<App, 'areas' | 'planner' | 'tool'> }) {
  const { t, lang } = useText()
  const { codes, minusStricter, toggleUnit } = planner.ground
  const level = useSignal<UnitLevel>('compound')
  const words = useSignal('')
  useSignalEffect(() => void areas.load(level.value))
  const found = useComputed(() => {
    const asked = words.value.trim().toLowerCase()
    const taken = new Set(codes.value)
    return [...areas.byCode.value.values()]
      .filter((area) => area.level === level.value && (asked === '' || `${area.name} ${area.name_en ?? ''} ${area.code}`.toLowerCase().includes(asked)))
      .sort((a, b) => Number(taken.has(b.code)) - Number(taken.has(a.code)) || a.code.localeCompare(b.code))
      .slice(0, SHOWN)
  })
  const setLevel = (value: string) => {
    level.value = value as UnitLevel
    if (tool.active.value?.type === 'pick') tool.take({ type: 'pick', level: level.value })
  }
  return (
    <div class="stack tight">
      <div class="two">
        <SelectField label={t.planner.unitLevel} value={level.value} options={UNIT_LEVELS.map((value) => ({ value, text: t.level[value] }))} onChange={setLevel} />
        <button type="button" class="button align-end" aria-pressed={tool.active.value?.type === 'pick'} onClick={() => tool.toggle({ type: 'pick', level: level.value })}><Icon name="pick" />{t.planner.tools.pick}</button>
      </div>
      <input class="input" type="search" value={words.value} aria-label={t.planner.unitSearch} placeholder={t.planner.unitSearch} onInput={(event) => (words.value = event.currentTarget.value)} />
      <div class="unit-list" role="group" aria-label={t.level[level.value]}>
        {found.value.length === 0 && <p class="empty">{t.planner.unitNone}</p>}
        {found.value.map((area) => (
          <label key={area.code}>
            <input type="checkbox" checked={codes.value.includes(area.code)} onChange={() => toggleUnit(area.code)} />
            <span>{nameIn(lang, area)}</span>
            <span class="sub">{parentName(area.parent_code)}</span>
          </label>
        ))}
      </div>
      {codes.value.length > 0 && (
        <>
          <p class="muted">{t.planner.picked(codes.value.length)}</p>
          <div class="picked">
            {codes.value.map((code) => {
              const area = areas.byCode.value.get(code)
              if (!area) void areas.get(code)
              return <button key={code} type="button" aria-label={`${t.planner.form.remove} ${area ? nameIn(lang, area) : code}`} onClick={() => toggleUnit(code)}>{area ? nameIn(lang, area) : code}<Icon name="close" /></button>
            })}
          </div>
        </>
      )}
      {planner.planning.value?.kind !== 'sealed' && (
        <label class="check"><input type="checkbox" checked={minusStricter.value} onChange={(event) => (minusStricter.value = event.currentTarget.checked)} /><span>{t.planner.minusStricter}<div class="muted">{t.planner.minusHint}</div></span></label>
      )}
    </div>
  )

  function parentName(code: string | null): string {
    const parent = code === null ? undefined : areas.byCode.value.get(code)
    return parent ? nameIn(lang, parent) : ''
  }
}
