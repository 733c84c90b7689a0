import type { Signal } from '@preact/signals'
import { useText } from '../i18n/use-text.ts'

export type SheetState = 'peek' | 'half' | 'full'
const NEXT: Record<SheetState, SheetState> = { peek: 'half', half: 'full', full: 'peek' }

/** On a phone: opens a bottom sheet step by step, and folds it again. Hidden on wide screens. */
export function SheetHandle({ state }: { state: Signal<SheetState> }) {
  const { t } = useText()
  return <button type="button" class="sheet-handle" aria-label={state.value === 'full' ? t.sheet.close : t.sheet.open} onClick={() => (state.value = NEXT[state.value])} />
}
