import type { ComponentChildren } from 'preact'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { useText } from '../../i18n/use-text.ts'
import { Icon } from '../../ui/icon.tsx'

type PanelHeadProps = { eyebrow: ComponentChildren; title: string; ident?: ComponentChildren; kind?: ZoneKind; onClose: () => void }

export function PanelHead({ eyebrow, title, ident, kind, onClose }: PanelHeadProps) {
  const { t } = useText()
  return (
    <header class="panel-head" data-kind={kind}>
      <div class="eyebrow">{eyebrow}</div>
      <button type="button" class="button quiet icon close" aria-label={t.close} title={`${t.close} (Esc)`} onClick={onClose}><Icon name="close" /></button>
      <h2>{title}</h2>
      {ident !== undefined && <div class="ident">{ident}</div>}
    </header>
  )
}
