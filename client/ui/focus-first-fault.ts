const PATIENCE_MS = 1000

/** Moves the focus to the first field marked wrong, once the marks are drawn; else to the first alert. */
export function focusFirstFault(within: string, since = performance.now()): void {
  const find = (mark: string) => document.querySelector<HTMLElement>(`${within} ${mark}`)
  const wrong = find('[aria-invalid="true"]') ?? (performance.now() - since > PATIENCE_MS ? find('[role="alert"]') : null)
  if (wrong) {
    wrong.scrollIntoView({ block: 'center' })
    wrong.focus()
  } else if (performance.now() - since <= PATIENCE_MS) requestAnimationFrame(() => focusFirstFault(within, since))
}
