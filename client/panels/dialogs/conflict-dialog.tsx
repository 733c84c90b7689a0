import { useEffect } from 'preact/hooks'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { DraftContent } from '#shared/schema/zone.ts'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { formOf } from '../../state/planner-form.ts'
import { Dialog } from '../../ui/dialog.tsx'

const LINES = ['name', 'name_en', 'reason', 'authority', 'number', 'issuer', 'date', 'review_by', 'earliest_lift', 'rule_pack'] as const

/** Somebody else saved first: both versions side by side, and nothing of either lost until one is chosen. */
export function ConflictDialog({ app: { plannerSave, planner, camera, outcome, rules } }: { app: Pick<App, 'plannerSave' | 'planner' | 'camera' | 'outcome' | 'rules'> }) {
  const { t, lang } = useText()
  const theirs = plannerSave.conflict.value
  useEffect(() => {
    if (!theirs) return
    const preview = outcome.preview.peek()
    const grounds = [theirs.geometry, ...(preview?.ok ? [preview.geometry] : [])]
    camera.fit(boundsOf({ type: 'GeometryCollection', geometries: grounds }), { besideDialog: true })
  }, [theirs])
  if (!theirs) return null
  const words = t.planner.form
  const labels: Record<(typeof LINES)[number], string> = {
    name: words.name, name_en: words.nameEn, reason: words.reason, authority: words.authority, number: words.number, issuer: words.issuer,
    date: words.date, review_by: words.reviewBy, earliest_lift: words.earliest, rule_pack: words.rulePack,
  }
  const mine = planner.form.value
  const other = formOf(theirs.content)
  const said = (field: (typeof LINES)[number], form: typeof mine) => {
    const text = form[field]
    if (text === '') return t.none
    return field === 'review_by' ? formatMoment(text, lang) : field === 'date' || field === 'earliest_lift' ? formatDay(text, lang) : field === 'rule_pack' ? rules.title(text)[lang] : text
  }
  const measures = (content: Pick<DraftContent, 'measures'> | typeof mine) => content.measures.map((measure) => measure[lang]).join(' / ')
  const ground = (definition: DraftContent['definition'] | null) => {
    if (definition?.type === 'units') return `${t.planner.ground.units} · ${t.planner.picked(definition.codes.length)}`
    return definition ? t.planner.ground[definition.type] : t.none
  }
  const rows: [string, string, string][] = [
    ...LINES.map((field): [string, string, string] => [labels[field], said(field, mine), said(field, other)]),
    [words.measures, measures(mine), measures(theirs.content)],
    [t.planner.how, ground(planner.ground.definition.value), ground(theirs.content.definition)],
  ]
  const same = rows.filter(([, own, their]) => own === their)
  const table = (shown: typeof rows) => (
    <div class="versus">
      <span /><span>{t.planner.mine}</span><span>{t.planner.theirs}</span>
      {shown.map(([what, own, their]) => [<span key={what}>{what}</span>, <span key={`${what}-mine`} class={own === their ? '' : 'differs'}>{own}</span>, <span key={`${what}-theirs`} class={own === their ? '' : 'differs'}>{their}</span>])}
    </div>
  )
  const choose = (choice: 'mine' | 'theirs' | 'later') => void plannerSave.settleConflict(choice)
  const footer = (
    <>
      <button type="button" class="button quiet" onClick={() => choose('later')}>{t.planner.lookAtBoth}</button>
      <button type="button" class="button" onClick={() => choose('theirs')}>{t.planner.takeTheirs}</button>
      <button type="button" class="button primary" onClick={() => choose('mine')}>{t.planner.keepMine}</button>
    </>
  )
  return (
    <Dialog title={t.planner.conflictTitle} closeText={t.close} onClose={() => choose('later')} footer={footer} side>
      <p>{t.planner.conflictHint} <span class="muted">{t.planner.changed(formatMoment(theirs.updated_at, lang), inLang(lang, theirs.updated_by))}</span></p>
      <p class="change-legend"><span class="swatch mine" />{t.smallest.mineGround}<span class="swatch theirs" />{t.smallest.theirsGround}</p>
      {same.length < rows.length && table(rows.filter((row) => !same.includes(row)))}
      {same.length > 0 && <details class="same-rows"><summary>{t.planner.sameRows(same.length)}</summary>{table(same)}</details>}
    </Dialog>
  )
}
