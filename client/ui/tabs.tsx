import { useRef } from 'preact/hooks'

type Tab<T extends string> = { value: T; text: string; count?: number }

/** Tabs as the ARIA pattern has them: one stop for the keyboard, arrows move between them. */
export function Tabs<T extends string>({ label, value, tabs, panelId, onChange }: { label: string; value: T; tabs: readonly Tab<T>[]; panelId: string; onChange: (value: T) => void }) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = (at + step + tabs.length) % tabs.length
    onChange(tabs[next]!.value)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button key={tab.value} type="button" role="tab" aria-selected={tab.value === value} aria-controls={panelId} tabIndex={tab.value === value ? 0 : -1} onClick={() => onChange(tab.value)}>
          {tab.text}
          {tab.count !== undefined && <span class="count">{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
