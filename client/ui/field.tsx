import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type FieldProps = { label: string; error?: string | undefined; hint?: string; children: (control: { id: string; 'aria-invalid': boolean; 'aria-describedby'?: string }) => ComponentChildren }

/** A label, its control, and what is wrong with it, tied together for screen readers. */
export function Field({ label, error, hint, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const described = error !== undefined || hint !== undefined
  return (
    <div class="field">
      <label class="label" for={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, ...(described ? { 'aria-describedby': noteId } : {}) })}
      {error !== undefined ? <span id={noteId} class="error">{error}</span> : hint !== undefined && <span id={noteId} class="hint">{hint}</span>}
    </div>
  )
}
