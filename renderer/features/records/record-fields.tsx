import type { RecordField, RecordValue } from '../../../electron/contract/records.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field, Select, TextArea, TextInput } from '../../ui/form.tsx'

interface RecordFieldsProps {
  readonly fields: readonly RecordField[]
  readonly values: Readonly<Record<string, RecordValue>>
  readonly errors: Readonly<Record<string, string>>
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (name: string, value: RecordValue) => void
}

/** A control for every field of a kind, as the kind declares it. */
export function RecordFields({ fields, values, errors, units, onChange }: RecordFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <Field
          key={field.name}
          label={field.title}
          required={field.required === true}
          hint={field.type === 'month' ? '如 1998.06' : field.hint}
          error={errors[`content.${field.name}`]}
        >
          {(ids) => (
            <Control
              ids={ids}
              field={field}
              value={values[field.name] ?? null}
              units={units}
              onChange={(value) => onChange(field.name, value)}
            />
          )}
        </Field>
      ))}
    </>
  )
}

interface ControlProps {
  readonly ids: object
  readonly field: RecordField
  readonly value: RecordValue
  readonly units: RecordFieldsProps['units']
  readonly onChange: (value: RecordValue) => void
}

const YES_NO = [
  { value: '', label: '未登记' },
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const

function Control({ ids, field, value, units, onChange }: ControlProps) {
  switch (field.type) {
    case 'choice':
      return (
        <Select
          {...ids}
          value={typeof value === 'string' ? value : ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          choices={[
            { value: '', label: '未登记' },
            ...Object.entries(field.choices ?? {}).map(([code, label]) => ({ value: code, label })),
          ]}
        />
      )
    case 'unit':
      return (
        <Select
          {...ids}
          value={typeof value === 'string' ? value : ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          choices={[{ value: '', label: '未登记' }, ...units]}
        />
      )
    case 'yesNo':
      return (
        <Select
          {...ids}
          width={120}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen === 'yes')}
          choices={YES_NO}
        />
      )
    case 'day':
      return (
        <DateInput
          {...ids}
          value={typeof value === 'string' ? value : undefined}
          onChange={(day) => onChange(day ?? null)}
        />
      )
    case 'number':
    case 'integer':
      return <NumberText ids={ids} value={value} onChange={onChange} />
    case 'lines':
      return (
        <TextArea
          {...ids}
          rows={6}
          value={typeof value === 'string' ? value : ''}
          onChange={(typed) => onChange(typed === '' ? null : typed)}
        />
      )
    case 'month':
    case 'text':
      return (
        <TextInput
          {...ids}
          {...(field.type === 'month' ? { width: 148 } : {})}
          value={typeof value === 'string' ? value : ''}
          onChange={(typed) => onChange(typed === '' ? null : typed)}
        />
      )
  }
}

/** A number as typed, decimals too; what is no number yet goes to the check as the text it is. */
function NumberText({
  ids,
  value,
  onChange,
}: {
  readonly ids: object
  readonly value: RecordValue
  readonly onChange: (value: RecordValue) => void
}) {
  const read = (typed: string): RecordValue =>
    typed.trim() === '' ? null : /^\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed
  return (
    <input
      {...ids}
      type="text"
      inputMode="decimal"
      className="input input-number"
      style={{ width: 120 }}
      autoComplete="off"
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(read(event.target.value))}
    />
  )
}
