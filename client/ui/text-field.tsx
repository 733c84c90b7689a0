import { Field } from './field.tsx'

type TextFieldProps = {
  label: string
  value: string
  onInput: (value: string) => void
  type?: 'text' | 'date' | 'datetime-local' | 'time' | 'number' | 'password'
  error?: string | undefined
  hint?: string
  rows?: number
  autocomplete?: 'off' | 'username' | 'current-password' | 'new-password'
  min?: string
  max?: string
}

/** A labelled line of text, or several with `rows`. */
export function TextField({ label, value, onInput, type = 'text', error, hint, rows, autocomplete = 'off', min, max }: TextFieldProps) {
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(control) =>
        rows === undefined ? (
          <input {...control} class="input" type={type as 'text'} value={value} autocomplete={autocomplete} {...(min === undefined ? {} : { min })} {...(max === undefined ? {} : { max })} onInput={(event) => onInput(event.currentTarget.value)} />
        ) : (
          <textarea {...control} class="input" rows={rows} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
        )
      }
    </Field>
  )
}
