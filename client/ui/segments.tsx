type Segment<T extends string> = { value: T; text: string; disabled?: boolean }

/** One choice of few, side by side. */
export function Segments<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: readonly Segment<T>[]; onChange: (value: T) => void }) {
  return (
    <div class="segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} disabled={option.disabled} onClick={() => onChange(option.value)}>
          {option.text}
        </button>
      ))}
    </div>
  )
}
