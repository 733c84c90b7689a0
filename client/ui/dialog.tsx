import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

type DialogProps = { title: string; closeText: string; onClose: () => void; children: ComponentChildren; footer?: ComponentChildren; wide?: boolean; side?: boolean; onSubmit?: () => void }

/** A modal dialog, in the middle or (`side`) beside what it is about: the browser keeps the focus inside, Esc closes, the focus goes back to where it was. */
export function Dialog({ title, closeText, onClose, children, footer, wide, side, onSubmit }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const content = (
    <>
      <div class="body">{children}</div>
      {footer !== undefined && <footer>{footer}</footer>}
    </>
  )
  return (
    <dialog ref={dialog} class={`dialog${wide ? ' wide' : ''}${side ? ' side' : ''}`} aria-labelledby={titleId} onCancel={(event) => { event.preventDefault(); onClose() }}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="button quiet icon" aria-label={closeText} onClick={onClose}><Icon name="close" /></button>
      </header>
      {onSubmit ? <form class="dialog-form" onSubmit={(event) => { event.preventDefault(); onSubmit() }}>{content}</form> : content}
    </dialog>
  )
}
