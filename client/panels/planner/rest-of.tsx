import { useSignalEffect } from '@preact/signals'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { SelectField } from '../../ui/select-field.tsx'

const LEVELS = ['township', 'county'] as const

/** The rest of an area: it follows the stricter zones by itself. */
export function RestOf({ app: { areas, planner, camera } }: { app: Pick<App, 'areas' | 'planner' | 'camera'> }) {
  const { t, lang } = useText()
  const { restArea } = planner.ground
  useSignalEffect(() => {
    for (const level of LEVELS) void areas.load(level)
  })
  const options = LEVELS.flatMap((level) => [...areas.byCode.value.values()].filter((area) => area.level === level))
    .map((area) => ({ value: area.code, text: `${nameIn(lang, area)} · ${t.level[area.level]}` }))
  return (
    <SelectField
      label={t.planner.restArea} value={restArea.value ?? ''}
      options={[{ value: '', text: t.planner.restChoose }, ...options]}
      onChange={(code) => {
        restArea.value = code === '' ? null : code
        const area = areas.byCode.value.get(code)
        if (area) camera.fit(area.bounds)
      }}
    />
  )
}
