/** Moves the focus to the first field marked wrong, after the marks have been drawn. */
export const focusFirstFault = (within: string): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>(`${within} [aria-invalid="true"]`) ?? document.querySelector<HTMLElement>(`${within} [role="alert"]`)
    wrong?.scrollIntoView({ block: 'center' })
    wrong?.focus()
  }))
}
