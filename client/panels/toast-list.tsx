import { useText } from '../i18n/use-text.ts'
import type { Toasts } from '../state/toasts.ts'

export function ToastList({ toasts }: { toasts: Toasts }) {
  const { t } = useText()
  return (
    <div class="toasts" aria-live="polite">
      {toasts.items.value.map(({ id, text, bad }) => (
        <div key={id} class={bad ? 'toast bad' : 'toast'} role={bad ? 'alert' : 'status'}>
          <span>{text}</span>
          <button type="button" onClick={() => toasts.close(id)}>{t.close}</button>
        </div>
      ))}
    </div>
  )
}
