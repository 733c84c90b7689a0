import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import { shortageOf } from '#shared/gates/shortage.ts'
import { formatPlace } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { VersionedCheckpoint } from '../../state/checkpoints.ts'
import { contentOf } from '../../state/writer.ts'

type GateConflictProps = { mine: CheckpointContent; theirs: VersionedCheckpoint; onMine: () => void; onTheirs: () => void }

/** Somebody else saved first: what differs, and nothing of either lost until one is chosen. */
export function GateConflict({ mine, theirs, onMine, onTheirs }: GateConflictProps) {
  const { t, lang } = useText()
  const rows = (content: CheckpointContent): [string, string][] => [
    [t.gates.name, content.name],
    [t.gates.nameEn, content.name_en ?? ''],
    [t.gate.place.kindLabel, t.gate.place.kind[content.kind ?? 'gate']],
    [t.gates.tier, t.tier[content.tier]],
    [t.gates.state, t.gateState[content.state]],
    [t.gates.greenLane, content.green_lane ? '✓' : '–'],
    [t.gate.place.title, formatPlace(...(content.geometry.coordinates as [number, number]))],
    [t.gate.staffing.title, content.staffing ? `${content.staffing.posts.map(({ duty, needed, assigned }) => `${t.gate.staffing.duty[duty]} ${assigned}/${needed}`).join(', ')} · ${shortageOf(content.staffing).personShifts}` : t.none],
    [t.gates.asks, content.rule_card.asks.map((ask) => ask[lang]).join(' / ')],
    [t.gate.card.extra, [content.rule_card.passes?.map((pass) => pass[lang]).join(' / '), content.rule_card.hours && `${content.rule_card.hours.from}–${content.rule_card.hours.to}`, content.rule_card.duty_phone].filter(Boolean).join(' · ')],
  ]
  const other = rows(contentOf(theirs))
  const differing = rows(mine).flatMap(([what, own], i) => (own === other[i]![1] ? [] : [{ what, own, their: other[i]![1] }]))
  return (
    <section class="section" role="alert">
      <div class="note warn">
        <strong>{t.gate.conflict.title}</strong>
        <div>{differing.length > 0 ? t.gate.conflict.hint : t.gate.conflict.nothing}</div>
        <dl class="differences">
          {differing.map(({ what, own, their }) => <div key={what}><dt>{what}</dt><dd><del>{their || '–'}</del> → <ins>{own || '–'}</ins></dd></div>)}
        </dl>
      </div>
      <div class="ring-actions">
        <button type="button" class="button small" onClick={onTheirs}>{t.gate.conflict.theirs}</button>
        <button type="button" class="button small primary" onClick={onMine}>{t.gate.conflict.mine}</button>
      </div>
    </section>
  )
}
