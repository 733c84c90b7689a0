import { useSignal } from '@preact/signals'
import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import { coordinatesIn } from '../../state/coordinates-in.ts'
import type { App } from '../../state/create-app.ts'
import type { PlaceFound } from '../../state/placing.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Where the checkpoint stands and on which road: moved on the map or by its coordinates, and moved back. */
export function GatePlace({ app: { placing, zones }, content }: { app: Pick<App, 'placing' | 'zones'>; content: CheckpointContent }) {
  const { t, lang } = useText()
  const words = t.gate.place
  const typed = useSignal<string | null>(null)
  const [lng, lat] = content.geometry.coordinates as [number, number]
  const tell = (found: PlaceFound): string => {
    if (found.type === 'looking') return words.looking
    if (found.type === 'free') return words.free
    if (found.type === 'none') return words.noRoad(String(found.withinM))
    const { name, nameEn, ref, zone } = found.snapped
    const road = (lang === 'en' ? (nameEn ?? name) : name) ?? ref ?? t.ring.unnamed
    const known = zone === null ? undefined : zones.live.value.get(zone)
    return zone === null ? words.road(road) : words.crossing(road, known ? nameIn(lang, known.properties) : zone)
  }
  const found = placing.found.value
  const text = typed.value ?? `${lng.toFixed(6)}, ${lat.toFixed(6)}`
  const isWrong = typed.value !== null && coordinatesIn(typed.value) === null
  const go = () => {
    const at = typed.value === null ? null : coordinatesIn(typed.value)
    if (at === null) return
    typed.value = null
    void placing.moveTo(at)
  }
  return (
    <section class="section stack tight" aria-label={words.title}>
      <h3>{words.title}</h3>
      {found && <p class="place-line" role="status" data-place={found.type}><strong>{tell(found)}</strong></p>}
      <form onSubmit={(event) => { event.preventDefault(); go() }} onFocusOut={go}>
        <TextField label={words.coordinates} value={text} error={isWrong ? words.coordinatesWrong : undefined} onInput={(value) => (typed.value = value)} />
      </form>
      <div class="place-acts">
        <label class="check"><input type="checkbox" checked={placing.snapping.value} onChange={(event) => placing.setSnapping(event.currentTarget.checked)} /><span>{words.snap}<div class="muted">{words.snapHint}</div></span></label>
        {placing.past.value.length > 0 && <button type="button" class="button small" onClick={() => placing.undo()}><Icon name="undo" />{words.undo}</button>}
      </div>
      <p class="source">{words.drag}</p>
    </section>
  )
}
