import { useSignal } from '@preact/signals'
import { useText } from '../../i18n/use-text.ts'

/** A password or key that is shown this once. */
export function SecretNote({ label, secret }: { label: string; secret: string }) {
  const { t } = useText()
  const copied = useSignal(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    copied.value = true
  }
  return (
    <div class="secret-note" role="status">
      <strong>{label}</strong>
      <code class="mono">{secret}</code>
      <button type="button" class="button small" onClick={() => void copy()}>{copied.value ? t.admin.copied : t.admin.copy}</button>
    </div>
  )
}
