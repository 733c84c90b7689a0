import { datasetName } from '../i18n/names.ts'
import { useText } from '../i18n/use-text.ts'
import type { App } from '../state/create-app.ts'

/** Whose data the map shows, with its licence. */
export function MapCredits({ app: { status } }: { app: Pick<App, 'status'> }) {
  const { lang } = useText()
  const sets = status.current.value?.datasets ?? []
  return sets.length === 0 ? null : (
    <p class="credits">{sets.map((set) => [datasetName(lang, set), set.licence].filter(Boolean).join(', ')).join(' · ')}</p>
  )
}
