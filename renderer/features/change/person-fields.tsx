import { fieldsKept, personField, propertyOf } from '../../../electron/vocabulary/person-fields.ts'
import { FactField } from '../../parts/fact-field.tsx'
import { PersonPicker } from '../../parts/person-picker.tsx'
import type { PersonChoice } from '../../parts/person-picker.tsx'
import { Field, Select, TextInput } from '../../ui/form.tsx'
import { Button } from '../../ui/button.tsx'
import type { FieldValue, Newcomer } from './event-draft.ts'

interface AnyoneProps {
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
  readonly people: readonly PersonChoice[]
  readonly error: string | undefined
  /** Every error of the form by its place. */
  readonly errors: Readonly<Record<string, string>>
}

/** Someone in the book, or someone who comes from outside: then what is known of them. */
export function AnyoneField({ value, onChange, people, error, errors }: AnyoneProps) {
  const comesNew = isNewcomer(value)
  return (
    <>
      <div className="field">
        <span className="field-label">人员</span>
        <span className="anyone-switch" role="radiogroup" aria-label="人员">
          <label className="checkbox">
            <input type="radio" name="anyone" checked={!comesNew} onChange={() => onChange('')} />
            <span>编制本里已有</span>
          </label>
          <label className="checkbox">
            <input
              type="radio"
              name="anyone"
              checked={comesNew}
              onChange={() => onChange({ name: typeof value === 'string' ? '' : '' })}
            />
            <span>新来的人</span>
          </label>
        </span>
      </div>
      {comesNew ? (
        <NewcomerFields value={value} onChange={onChange} error={error} errors={errors} />
      ) : (
        <Field label="是谁" required error={error}>
          {(ids) => (
            <PersonPicker {...ids} value={typeof value === 'string' ? value : ''} onChange={onChange} people={people} />
          )}
        </Field>
      )}
    </>
  )
}

/** Told fields of a newcomer: an object that is no list. */
export function isNewcomer(value: FieldValue): value is Newcomer {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'name' in value
}

/** What is asked of everybody who comes; the rest of the file is told on the person's page. */
const ASKED = fieldsKept('person', 'version', 'file').filter((field) => {
  const { kept, blank } = personField(field)
  return (
    field !== 'name' &&
    field !== 'quotaCard' &&
    (kept !== 'file' || blank !== undefined) &&
    field !== 'retirementCategory'
  )
})

function NewcomerFields({
  value,
  onChange,
  error,
  errors,
}: Pick<AnyoneProps, 'onChange' | 'error' | 'errors'> & {
  readonly value: Newcomer
}) {
  const put = (key: string, text: string) => onChange({ ...value, [key]: text })
  return (
    <>
      <Field label="姓名" required error={error ?? errors['event.person.name']}>
        {(ids) => <TextInput {...ids} value={value.name} onChange={(text) => put('name', text)} />}
      </Field>
      {ASKED.map((field) => (
        <FactField
          key={field}
          field={field}
          value={value[propertyOf(field)] ?? ''}
          error={errors[`event.person.${propertyOf(field)}`]}
          onChange={(text) => put(propertyOf(field), text)}
          none={field === 'sex' ? '有身份证号可不选' : '未登记'}
        />
      ))}
    </>
  )
}

interface PeopleProps {
  readonly value: readonly string[]
  readonly onChange: (value: FieldValue) => void
  readonly people: readonly PersonChoice[]
  readonly error: string | undefined
}

/** Several people, picked one after the other; a whole unit is one click. */
export function PeopleField({ value, onChange, people, error }: PeopleProps) {
  const units = [...new Set(people.map((person) => person.unit))]
  const add = (more: readonly string[]) => onChange([...new Set([...value, ...more])])
  return (
    <Field label="人员" required full error={error} hint={`已选 ${value.length} 人`}>
      {(ids) => (
        <>
          <span className="people-add">
            <PersonPicker
              {...ids}
              forMany
              value=""
              onChange={(personId) => add([personId])}
              people={people.filter((person) => !value.includes(person.personId))}
            />
            <Select
              aria-label="整个机构的人"
              value=""
              onChange={(unit) =>
                add(
                  people
                    .filter((person) => person.unit === unit && person.list !== 'off-quota')
                    .map((person) => person.personId),
                )
              }
              choices={[{ value: '', label: '整个机构的人…' }, ...units.map((unit) => ({ value: unit, label: unit }))]}
              width={200}
            />
          </span>
          <span className="chosen">
            {value.map((personId) => (
              <Button
                key={personId}
                small
                title="去掉"
                onClick={() => onChange(value.filter((one) => one !== personId))}
              >
                {people.find((person) => person.personId === personId)?.name ?? personId} ×
              </Button>
            ))}
          </span>
        </>
      )}
    </Field>
  )
}
