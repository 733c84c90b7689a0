/** Several of a few: a group of boxes to tick. */
export function CheckList<T extends string>({ legend, options, value, onChange }: { legend: string; options: readonly { value: T; text: string }[]; value: readonly T[]; onChange: (value: T[]) => void }) {
  const toggle = (option: T) => onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option])
  return (
    <fieldset class="check-list">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="check">
          <input type="checkbox" checked={value.includes(option.value)} onChange={() => toggle(option.value)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
