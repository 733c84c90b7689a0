import type { Text } from '#shared/schema/vocabulary.ts'
import { Icon } from '../ui/icon.tsx'

type TextPairsProps = { items: readonly Text[]; labels: { zh: string; en: string; add: string; remove: string }; fixed?: boolean; showMissing: boolean; onChange: (items: Text[]) => void }

/** A list of texts, each in both languages; `fixed`: these and no more. */
export function TextPairs({ items, labels, fixed = false, showMissing, onChange }: TextPairsProps) {
  const write = (index: number, patch: Partial<Text>) => onChange(items.map((item, i) => (i === index ? { ...item, ...patch } : item)))
  return (
    <div class="stack tight">
      {items.map((item, index) => (
        // positions are the identity of lines that are being typed
        <div key={index} class="measure">
          {(['zh', 'en'] as const).map((lang) => (
            <input
              key={lang} class="input" value={item[lang]} aria-label={`${labels[lang]} ${index + 1}`} placeholder={labels[lang]} lang={lang === 'zh' ? 'zh-CN' : 'en'}
              aria-invalid={showMissing && item[lang].trim() === ''} onInput={(event) => write(index, { [lang]: event.currentTarget.value })}
            />
          ))}
          {!fixed && <button type="button" class="button quiet icon" aria-label={`${labels.remove} ${index + 1}`} onClick={() => onChange(items.filter((_, i) => i !== index))}><Icon name="close" /></button>}
        </div>
      ))}
      {!fixed && <button type="button" class="button quiet small" onClick={() => onChange([...items, { zh: '', en: '' }])}><Icon name="plus" />{labels.add}</button>}
    </div>
  )
}
