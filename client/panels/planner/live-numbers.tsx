import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ExposureView } from '../details/exposure-view.tsx'

/** What the ground encloses as it is now, or what is wrong with it, at its place and with the way to mend it. */
export function LiveNumbers({ app }: { app: Pick<App, 'outcome' | 'planner' | 'camera' | 'status'> }) {
  const { outcome, planner, camera } = app
  const { t } = useText()
  const preview = outcome.preview.value
  const missing = planner.tried.value && planner.ground.definition.value === null
  return (
    <section class="section live-numbers" data-busy={outcome.busy.value} aria-label={t.planner.numbers}>
      <h3>{outcome.busy.value ? t.planner.counting : preview?.ok === false ? t.planner.faults : t.planner.numbers}</h3>
      {missing && <p class="note danger" role="alert">{t.planner.groundMissing}</p>}
      {!preview && !missing && !outcome.problem.value && <p class="muted">{t.planner.numbersEmpty}</p>}
      {preview?.ok && <ExposureView app={app} exposure={preview.exposure} />}
      {preview?.ok === false && (
        <ul class="faults" role="alert">
          {preview.faults.slice(0, 5).map((fault, index) => (
            <li key={`${fault.code}${index}`}>
              <strong>{fault.title}</strong>
              <span class="place">{fault.place}</span>
              <span class="fix">{fault.fix}</span>
              {fault.at && <button type="button" class="button quiet small" onClick={() => fault.at && camera.flyTo(fault.at, 16)}>{t.planner.showFault}</button>}
            </li>
          ))}
        </ul>
      )}
      <ProblemNote problem={outcome.problem.value} />
    </section>
  )
}
