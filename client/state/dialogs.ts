import { signal } from '@preact/signals-core'

export type DialogName =
  'sign-in' | 'shortcuts' | 'admin' | 'password' | 'publish' | 'urgent' | 'lift' | 'leave' | 'discard' | 'what-if' | 'correction' | 'withdraw'

export type Dialogs = ReturnType<typeof createDialogs>

/** The one dialog that is open, if any. */
export function createDialogs() {
  const open = signal<DialogName | null>(null)
  return { open, show: (name: DialogName) => (open.value = name), close: () => (open.value = null) }
}
