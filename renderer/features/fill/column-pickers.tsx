import { DATE_FORMAT_LIST, DATE_FORMATS, ID_FORMAT_LIST, ID_FORMATS } from '../../../electron/vocabulary/templates.ts'
import type { FieldFormatCode, TemplateMappingInput } from '../../../electron/contract/template-operations.ts'
import type { FormPart, ReadForm } from './use-fill.ts'

interface PickersProps {
  readonly form: ReadForm
  readonly part: FormPart
  readonly mapping: TemplateMappingInput
  readonly onChange: (mapping: TemplateMappingInput) => void
}

const DATES: readonly (readonly [FieldFormatCode, string])[] = DATE_FORMATS.map((code) => [
  code,
  DATE_FORMAT_LIST[code].title,
])
const NUMBERS: readonly (readonly [FieldFormatCode, string])[] = ID_FORMATS.map((code) => [
  code,
  ID_FORMAT_LIST[code].title,
])

/** Two rows above the sheet: what each column takes, and how dates and ID numbers are written. */
export function ColumnPickers({ form, part, mapping, onChange }: PickersProps) {
  return (
    <>
      <tr className="fill-fields">
        <th scope="row">填</th>
        {part.columns.map(({ column, header }) => (
          <th key={column}>
            <FieldSelect {...{ form, part, mapping, onChange, column, header }} />
          </th>
        ))}
      </tr>
      <tr className="fill-formats">
        <th scope="row">写法</th>
        {part.columns.map(({ column, header }) => (
          <th key={column}>
            <FormatSelect {...{ form, part, mapping, onChange, column, header }} />
          </th>
        ))}
      </tr>
    </>
  )
}

/** The places of a card, label by label. */
export function CardPlaces({ form, part, mapping, onChange }: PickersProps) {
  return (
    <div className="fill-places">
      {part.columns.map(({ column, header }) => (
        <label key={column}>
          <span>{header}</span>
          <FieldSelect {...{ form, part, mapping, onChange, column, header }} />
          <FormatSelect {...{ form, part, mapping, onChange, column, header }} />
        </label>
      ))}
    </div>
  )
}

interface PickerProps extends PickersProps {
  readonly column: string
  readonly header: string
}

function FieldSelect({ form, part, mapping, onChange, column, header }: PickerProps) {
  const chosen = mapping.columns.find((one) => one.column === column)
  const choose = (field: string) => {
    const others = mapping.columns.filter((one) => one.column !== column)
    const all = field === '' ? others : [...others, { column, field, format: null }]
    const order = new Map(part.columns.map((one, index) => [one.column, index]))
    onChange({
      ...mapping,
      columns: all.toSorted((left, right) => (order.get(left.column) ?? 0) - (order.get(right.column) ?? 0)),
    })
  }
  return (
    <select
      className={chosen === undefined ? 'field-select field-unused' : 'field-select'}
      aria-label={`${column}（${header === '' ? '没有表头' : header}）填`}
      value={chosen?.field ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">（留空）</option>
      {form.fields[part.kind].map(({ field, title }) => (
        <option key={field} value={field}>
          {title}
        </option>
      ))}
    </select>
  )
}

function FormatSelect({ form, part, mapping, onChange, column, header }: PickerProps) {
  const chosen = mapping.columns.find((one) => one.column === column)
  const shape = form.fields[part.kind].find((one) => one.field === chosen?.field)?.shape
  if (chosen === undefined || (shape !== 'date' && shape !== 'idNumber')) return null
  const choices = shape === 'date' ? DATES : NUMBERS
  const choose = (value: string) => {
    const format = choices.find(([code]) => code === value)?.[0] ?? null
    onChange({ ...mapping, columns: mapping.columns.map((one) => (one.column === column ? { ...one, format } : one)) })
  }
  return (
    <select
      className="field-select"
      aria-label={`${column}（${header}）写法`}
      value={chosen.format ?? (shape === 'date' ? 'auto' : '')}
      onChange={(event) => choose(event.target.value)}
    >
      {shape === 'idNumber' && chosen.format === null && <option value="">请选定</option>}
      {choices.map(([code, title]) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </select>
  )
}
