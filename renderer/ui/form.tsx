import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { LongSelect } from './long-select.tsx'

/** Labels left of fields, one or two columns. */
export function FormGrid({ columns = 1, children }: { readonly columns?: 1 | 2; readonly children: ReactNode }) {
  return <div className={`form-grid form-grid-${columns}`}>{children}</div>
}

interface FieldProps {
  readonly label: string
  readonly required?: boolean
  readonly hint?: ReactNode
  /** What the field means: behind the “?” beside its label, and behind F1 in the field. */
  readonly means?: string | undefined
  readonly error?: string | undefined
  /** Takes the whole width of a two-column form. */
  readonly full?: boolean
  /** Gets the ids that tie the control to its label and its problem. */
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

/** One labelled field with its problem below it. */
export function Field({ label, required = false, hint, means, error, full = false, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const [told, setTold] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F1' || means === undefined) return
    event.preventDefault()
    setTold(!told)
  }
  return (
    <div className={full ? 'field field-full' : 'field'} onKeyDown={onKeyDown}>
      <label htmlFor={id}>
        {label}
        {required && <span className="field-required">*</span>}
      </label>
      <div className="field-control">
        {children({ id, 'aria-describedby': noteId, 'aria-invalid': error !== undefined })}
        <div className="field-note">
          <div id={noteId} className={error === undefined ? 'field-hint' : 'field-error'}>
            {error ?? hint}
          </div>
          {means !== undefined && (
            // Not a stop of the Tab key: forty fields would be forty stops. F1 in the field does the same.
            <button
              type="button"
              className="field-help"
              tabIndex={-1}
              aria-label={`${label}是什么`}
              aria-expanded={told}
              aria-keyshortcuts="F1"
              onClick={() => setTold(!told)}
            >
              ?
            </button>
          )}
        </div>
        {told && means !== undefined && (
          <p className="field-means" role="status">
            {means}
          </p>
        )}
      </div>
    </div>
  )
}

interface ControlIds {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-label'?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

interface TextInputProps extends ControlIds {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'search'
  readonly width?: number
  /** `mono` for numbers that must be read digit by digit. */
  readonly mono?: boolean
}

/** One line of text. */
export function TextInput({
  value,
  onChange,
  width,
  mono = false,
  type = 'text',
  autoFocus = false,
  ...rest
}: TextInputProps) {
  return (
    <input
      {...rest}
      // A field that asks for one thing right after a click may take the focus; screens never do on arrival.
      autoFocus={autoFocus}
      type={type}
      className={mono ? 'input input-mono' : 'input'}
      style={width === undefined ? undefined : { width }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

/** Several lines: a reason, a remark. */
export function TextArea({
  value,
  onChange,
  rows = 2,
  autoFocus = false,
  ...rest
}: ControlIds & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly placeholder?: string
}) {
  return (
    <textarea
      {...rest}
      autoFocus={autoFocus}
      className="input"
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A whole number; undefined while the field is empty or not a number. */
export function NumberInput({
  value,
  onChange,
  width = 96,
  autoFocus = false,
  ...rest
}: ControlIds & {
  readonly value: number | null | undefined
  readonly onChange: (value: number | undefined) => void
  readonly width?: number
  readonly min?: number
  readonly max?: number
}) {
  return (
    <input
      {...rest}
      autoFocus={autoFocus}
      type="number"
      inputMode="numeric"
      step={1}
      className="input input-number"
      style={{ width }}
      value={value ?? ''}
      onChange={(event) =>
        onChange(
          event.target.value === '' || Number.isNaN(event.target.valueAsNumber)
            ? undefined
            : event.target.valueAsNumber,
        )
      }
    />
  )
}

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
}

interface SelectProps<V extends string> extends ControlIds {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  readonly width?: number
}

/** Up to here the platform's own list is quick and found through; the offices of a city are not. */
const MOST_CHOICES = 100

/** A closed list. The platform's own: it opens with Alt+↓ and finds by typing; a long one is searched by words and pinyin. */
export function Select<V extends string>(props: SelectProps<V>) {
  return props.choices.length > MOST_CHOICES ? <LongSelect {...props} /> : <ShortSelect {...props} />
}

function ShortSelect<V extends string>({
  value,
  onChange,
  choices,
  width,
  autoFocus = false,
  ...rest
}: SelectProps<V>) {
  return (
    <select
      {...rest}
      autoFocus={autoFocus}
      className="input select"
      style={width === undefined ? undefined : { width }}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

/** A yes or no with its words beside it. */
export function Checkbox({
  checked,
  onChange,
  label,
  disabled = false,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label: ReactNode
  readonly disabled?: boolean
}) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
