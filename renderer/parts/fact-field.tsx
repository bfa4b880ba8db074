import { useId } from 'react'
import { codesOf, type CodeList } from '../../electron/vocabulary/code-list.ts'
import type { PersonField } from '../../electron/vocabulary/person-fields.ts'
import { useCatalogue } from '../api/use-catalogue.ts'
import { choicesOf } from '../text/choices.ts'
import { Field, Select, TextArea, TextInput } from '../ui/form.tsx'
import { Suggestions } from '../ui/suggestions.tsx'

interface FactFieldProps {
  readonly field: PersonField
  /** As it is kept: a code, a month, words. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly required?: boolean
  /** What nothing chosen is called. */
  readonly none?: string
}

/** One field of a person's catalogue to fill in: a closed list is chosen from, an open one proposes its words. */
export function FactField({
  field,
  value,
  onChange,
  error,
  autoFocus = false,
  placeholder = '',
  required = false,
  none = '未登记',
}: FactFieldProps) {
  const { title, hint, means, kind, codes, open } = useCatalogue().entry(field)
  return (
    <Field label={title} hint={hint} means={means} error={error} required={required} full={kind === 'lines'}>
      {(ids) =>
        codes !== undefined && open !== true ? (
          <Select
            {...ids}
            autoFocus={autoFocus}
            value={codesOf(codes).find((code) => code === value) ?? ''}
            onChange={onChange}
            choices={choicesOf(codes, none)}
          />
        ) : codes !== undefined ? (
          <Proposed {...ids} autoFocus={autoFocus} value={value} onChange={onChange} codes={codes} />
        ) : kind === 'lines' ? (
          <TextArea {...ids} autoFocus={autoFocus} value={value} onChange={onChange} />
        ) : (
          <TextInput
            {...ids}
            autoFocus={autoFocus}
            mono={kind === 'idNumber' || kind === 'phone'}
            value={value}
            onChange={onChange}
            placeholder={placeholder}
          />
        )
      }
    </Field>
  )
}

interface ProposedProps {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly autoFocus: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly codes: CodeList
}

/** An input that proposes the words of an open list. */
function Proposed({ value, onChange, codes, ...rest }: ProposedProps) {
  const listId = useId()
  return (
    <>
      <input
        {...rest}
        className="input"
        list={listId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <Suggestions id={listId} typed={value} options={Object.values(codes).map(({ title }) => ({ value: title }))} />
    </>
  )
}
