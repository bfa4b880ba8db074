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
}

/** Someone in the book, or someone who comes from outside: then what is known of them. */
export function AnyoneField({ value, onChange, people, error }: AnyoneProps) {
  const comesNew = isNewcomer(value)
  return (
    <>
      <div className="field">
        <span className="field-label">人员</span>
        <span className="anyone-switch" role="radiogroup" aria-label="人员">
          <label className="checkbox">
            <input type="radio" name="anyone" checked={!comesNew} onChange={() => onChange('')} />
            <span>簿里已有</span>
          </label>
          <label className="checkbox">
            <input type="radio" name="anyone" checked={comesNew} onChange={() => onChange({ name: typeof value === 'string' ? '' : '' })} />
            <span>新来的人</span>
          </label>
        </span>
      </div>
      {comesNew ? (
        <NewcomerFields value={value} onChange={onChange} error={error} />
      ) : (
        <Field label="是谁" required error={error}>
          {(ids) => <PersonPicker {...ids} value={typeof value === 'string' ? value : ''} onChange={onChange} people={people} />}
        </Field>
      )}
    </>
  )
}

/** Told fields of a newcomer: an object that is no list. */
export function isNewcomer(value: FieldValue): value is Newcomer {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'name' in value
}

const TEXTS: readonly (readonly [Exclude<keyof Newcomer, 'name' | 'sex'>, string])[] = [
  ['birth', '出生年月'], ['ethnicity', '民族'], ['politicalStatus', '政治面貌'], ['education', '学历'], ['workStarted', '参加工作'],
]

function NewcomerFields({ value, onChange, error }: { readonly value: Newcomer; readonly onChange: (value: FieldValue) => void; readonly error: string | undefined }) {
  const put = (key: keyof Newcomer, text: string) => onChange({ ...value, [key]: text })
  return (
    <>
      <Field label="姓名" required error={error}>
        {(ids) => <TextInput {...ids} value={value.name} onChange={(text) => put('name', text)} />}
      </Field>
      <Field label="身份证号">
        {(ids) => <TextInput {...ids} mono value={value.idNumber ?? ''} onChange={(text) => put('idNumber', text)} />}
      </Field>
      <Field label="性别">
        {(ids) => <Select {...ids} value={value.sex ?? ''} onChange={(text) => put('sex', text)} choices={[{ value: '', label: '有身份证号可不选' }, { value: '男', label: '男' }, { value: '女', label: '女' }]} />}
      </Field>
      {TEXTS.map(([key, label]) => (
        <Field key={key} label={label}>
          {(ids) => <TextInput {...ids} value={value[key] ?? ''} onChange={(text) => put(key, text)} />}
        </Field>
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
            <PersonPicker {...ids} forMany value="" onChange={(personId) => add([personId])} people={people.filter((person) => !value.includes(person.personId))} />
            <Select
              aria-label="整个机构的人"
              value=""
              onChange={(unit) => add(people.filter((person) => person.unit === unit && person.status !== '编外').map((person) => person.personId))}
              choices={[{ value: '', label: '整个机构的人…' }, ...units.map((unit) => ({ value: unit, label: unit }))]}
              width={200}
            />
          </span>
          <span className="chosen">
            {value.map((personId) => (
              <Button key={personId} small title="去掉" onClick={() => onChange(value.filter((one) => one !== personId))}>
                {people.find((person) => person.personId === personId)?.name ?? personId} ×
              </Button>
            ))}
          </span>
        </>
      )}
    </Field>
  )
}
