import { useId } from 'react'
import { ENTRY_CAUSES, EXIT_CAUSES } from '../../../electron/contract/events.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import type { PersonChoice } from '../../parts/person-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox, Field, NumberInput, Select, TextInput } from '../../ui/form.tsx'
import type { Choice } from '../../ui/form.tsx'
import { CATEGORY_CHOICES } from './event-fields.ts'
import type { EventField } from './event-fields.ts'
import type { FieldValue, QuotaRow } from './event-draft.ts'
import { AnyoneField, PeopleField } from './person-fields.tsx'
import type { UnitChoice } from './use-choices.ts'
import { Suggestions } from '../../ui/suggestions.tsx'

/** What the fields of one form choose from. */
export interface Choices {
  readonly units: readonly UnitChoice[]
  readonly people: readonly PersonChoice[]
  readonly posts: readonly { readonly title: string; readonly note: string }[]
  /** The unit in the field `unit`, for its nameplates. */
  readonly unit: UnitChoice | undefined
  readonly on: string | undefined
}

interface EventFieldProps {
  readonly field: EventField
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
  readonly error: string | undefined
  /** Every error of the form by its place, for fields of several parts. */
  readonly errors: Readonly<Record<string, string>>
  readonly choices: Choices
}

/** Elsewhere the hint stands inside the empty field, so that the form fits one screen. */
const BELOW: ReadonlySet<EventField['kind']> = new Set<EventField['kind']>(['number', 'day', 'person'])
const NOT_CHOSEN: Choice<string> = { value: '', label: '请选择' }
const ENTRY_CHOICES = Object.entries(ENTRY_CAUSES).map(([value, label]) => ({ value, label }))
const EXIT_CHOICES = Object.entries(EXIT_CAUSES).map(([value, cause]) => ({ value, label: cause.title }))

/** One field of an event's form, drawn by its kind. */
export function EventFieldControl(props: EventFieldProps) {
  const { field, value, onChange, error, errors, choices } = props
  switch (field.kind) {
    case 'personOrNew':
      return <AnyoneField value={value} onChange={onChange} people={choices.people} error={error} errors={errors} />
    case 'people':
      return <PeopleField value={namesOf(value)} onChange={onChange} people={choices.people} error={error} />
    case 'units':
      return <UnitsField {...props} />
    case 'quotas':
      return <QuotasField {...props} />
    case 'arrival':
      return <ArrivalField {...props} />
    default:
      return (
        <Field
          label={field.label}
          required={field.required}
          hint={BELOW.has(field.kind) ? field.hint : undefined}
          error={error}
          full={field.full ?? false}
        >
          {(ids) => <Control {...props} ids={ids} />}
        </Field>
      )
  }
}

type Ids = { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean }

function Control({ field, value, onChange, choices, ids }: EventFieldProps & { readonly ids: Ids }) {
  const text = typeof value === 'string' ? value : ''
  const placeholder = field.hint ?? ''
  const select = (options: readonly Choice<string>[]) => (
    <Select
      {...ids}
      value={text}
      onChange={onChange}
      choices={[{ ...NOT_CHOSEN, label: field.required ? '请选择' : (field.hint ?? '—') }, ...options]}
    />
  )
  switch (field.kind) {
    case 'unit':
      return select(choices.units.map((unit) => ({ value: unit.unitId, label: unit.name })))
    case 'choice':
      return select(field.choices)
    case 'entryCause':
      return select(ENTRY_CHOICES)
    case 'exitCause':
      return select(EXIT_CHOICES)
    case 'person':
      return <PersonPicker {...ids} value={text} onChange={onChange} people={choices.people} />
    case 'number':
      return <NumberInput {...ids} min={0} value={typeof value === 'number' ? value : undefined} onChange={onChange} />
    case 'day':
      return <DateInput {...ids} value={text === '' ? undefined : text} onChange={onChange} />
    case 'month':
      return <TextInput {...ids} value={text} onChange={onChange} placeholder={placeholder} width={120} />
    case 'post':
      return (
        <SuggestInput {...ids} value={text} onChange={onChange} options={choices.posts} placeholder={placeholder} />
      )
    case 'unitOrNew':
      return (
        <SuggestInput
          {...ids}
          value={choices.units.find((unit) => unit.unitId === text)?.name ?? text}
          onChange={onChange}
          options={choices.units.map((unit) => ({ title: unit.name, note: '' }))}
          placeholder={placeholder}
        />
      )
    case 'nameplate':
      return (
        <SuggestInput
          {...ids}
          value={text}
          onChange={onChange}
          options={(choices.unit?.nameplates ?? []).map((title) => ({ title, note: '' }))}
          placeholder={placeholder}
        />
      )
    case 'text':
      return field.suggestions === undefined ? (
        <TextInput {...ids} value={text} onChange={onChange} placeholder={placeholder} />
      ) : (
        <SuggestInput
          {...ids}
          value={text}
          onChange={onChange}
          options={field.suggestions.map((title) => ({ title, note: '' }))}
          placeholder={placeholder}
        />
      )
    default:
      return <TextInput {...ids} value={text} onChange={onChange} placeholder={placeholder} />
  }
}

interface SuggestProps extends Ids {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly title: string; readonly note: string }[]
  readonly placeholder: string
}

/** Free text with what is usual offered: ↓ shows it. */
function SuggestInput({ value, onChange, options, ...ids }: SuggestProps) {
  const listId = useId()
  return (
    <>
      <input
        {...ids}
        className="input"
        type="text"
        list={listId}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Suggestions
        id={listId}
        typed={value}
        options={options.map((option) => ({ value: option.title, note: option.note }))}
      />
    </>
  )
}

function namesOf(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

function UnitsField({ field, value, onChange, error, choices }: EventFieldProps) {
  const chosen = namesOf(value)
  return (
    <Field label={field.label} required={field.required} error={error} full>
      {(ids) => (
        <span className="unit-ticks" {...ids} role="group" aria-label={field.label}>
          {choices.units.map((unit) => (
            <Checkbox
              key={unit.unitId}
              label={unit.name}
              checked={chosen.includes(unit.unitId)}
              onChange={(on) => onChange(on ? [...chosen, unit.unitId] : chosen.filter((one) => one !== unit.unitId))}
            />
          ))}
        </span>
      )}
    </Field>
  )
}

/** 到位: on the event's day, on another, or not yet — then the seat is held for them. */
function ArrivalField({ field, value, onChange, error, choices }: EventFieldProps) {
  const later = value === null
  const day = typeof value === 'string' ? value : choices.on
  return (
    <Field label={field.label} error={error} hint={later ? '先占住编制，到位时再登记“到位”' : undefined}>
      {(ids) => (
        <span className="arrival">
          {later ? (
            <span className="quiet">还没有到位</span>
          ) : (
            <DateInput {...ids} value={day} onChange={onChange} width={132} />
          )}
          <Checkbox label="人还没到" checked={later} onChange={(on) => onChange(on ? null : undefined)} />
        </span>
      )}
    </Field>
  )
}

function QuotasField({ field, value, onChange, error }: EventFieldProps) {
  const rows: readonly QuotaRow[] = Array.isArray(value)
    ? value.filter((row): row is QuotaRow => typeof row === 'object')
    : []
  const put = (index: number, row: QuotaRow) => onChange(rows.map((one, place) => (place === index ? row : one)))
  return (
    <Field label={field.label} error={error} full>
      {() => (
        <span className="quota-rows">
          {rows.map((row, index) => (
            <span key={index} className="quota-row">
              <Select
                aria-label={`第 ${index + 1} 行编制类型`}
                value={row.category}
                onChange={(category) => put(index, { ...row, category })}
                choices={[NOT_CHOSEN, ...CATEGORY_CHOICES]}
                width={190}
              />
              <NumberInput
                aria-label={`第 ${index + 1} 行名额`}
                min={0}
                value={row.amount}
                onChange={(amount) => put(index, { ...row, amount })}
                width={72}
              />{' '}
              名
              <Button small onClick={() => onChange(rows.filter((_, place) => place !== index))}>
                去掉
              </Button>
            </span>
          ))}
          <Button small onClick={() => onChange([...rows, { category: '', amount: undefined }])}>
            加一类编制
          </Button>
        </span>
      )}
    </Field>
  )
}
