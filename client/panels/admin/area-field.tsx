import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { AreaSummary } from '#shared/schema/area.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Field } from '../../ui/field.tsx'

/** An area by code, found by typing its name; empty is everywhere. */
export function AreaField({ app, value, onChange }: { app: Pick<App, 'api'>; value: string; onChange: (code: string) => void }) {
  const { t, lang } = useText()
  const list = useId()
  const found = useSignal<readonly AreaSummary[]>([])
  const search = async (text: string) => {
    onChange(text)
    if (text.trim() === '' || found.value.some(({ code }) => code === text)) return
    const answer = await app.api.areas.list({ q: text.trim(), limit: 8 })
    if (answer.ok) found.value = answer.value.items
  }
  return (
    <Field label={t.admin.area} hint={t.admin.areaHint}>
      {(control) => (
        <>
          <input {...control} class="input" list={list} value={value} autocomplete="off" onInput={(event) => void search(event.currentTarget.value)} />
          <datalist id={list}>
            {found.value.map((area) => <option key={area.code} value={area.code}>{nameIn(lang, area)}</option>)}
          </datalist>
        </>
      )}
    </Field>
  )
}
