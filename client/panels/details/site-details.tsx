import { formatDay, formatNumber, formatPlace } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'
import { PanelHead } from './panel-head.tsx'

/** A case site: a place, a date, a count; and the buffer that begins from it. */
export function SiteDetails({ app, id }: { app: App; id: number }) {
  const { t, lang } = useText()
  const site = app.sites.all.value.find((one) => one.id === id)
  const close = () => app.selection.select(null)
  if (!site) return <PanelHead eyebrow={t.tabs.sites} title={t.sites.empty} onClose={close} />
  const at = site.geometry.coordinates as [number, number]
  const remove = async () => {
    const answer = await app.sites.remove(site)
    if (!answer.ok) return app.toasts.refuse(answer.problem)
    close()
    app.toasts.say(t.sites.removed)
  }
  return (
    <>
      <PanelHead eyebrow={<>{t.tabs.sites}<span class="badge warn">{t.zones.internal}</span></>} title={site.place} onClose={close} />
      <div class="scroll">
        <section class="section">
          <dl class="facts">
            <dt>{t.sites.date}</dt><dd>{formatDay(site.on_date, lang)}</dd>
            <dt>{t.sites.cases}</dt><dd>{t.sites.casesOf(formatNumber(site.cases, lang))}</dd>
            <dt>{t.details.coordinates}</dt><dd class="mono">{formatPlace(...at)}</dd>
          </dl>
        </section>
        <p class="section muted">{t.sites.internal}</p>
      </div>
      {app.session.canDraft.value && (
        <footer class="panel-foot">
          <button type="button" class="button primary" onClick={() => void app.candidates.find([id])}>{t.smallest.find}</button>
          <button type="button" class="button" onClick={() => { app.planner.begin('sealed'); app.bufferAid.centre.value = at }}><Icon name="circle" />{t.details.bufferHere}</button>
          <button type="button" class="button danger" onClick={() => void remove()}>{t.sites.remove}</button>
        </footer>
      )}
    </>
  )
}
