import { useId } from 'react'
import { useQuery } from '../api/use-query.ts'
import { DateInput } from '../ui/date-input.tsx'
import { Field, TextInput } from '../ui/form.tsx'
import { isDocument, type DocumentDraft } from './document-draft.ts'
import { Suggestions } from '../ui/suggestions.tsx'

interface DocumentFieldsProps {
  /** A `DocumentDraft`; whatever else stands there is no document yet. */
  readonly value: unknown
  readonly onChange: (value: DocumentDraft) => void
  readonly required: boolean
  readonly errors: Readonly<Record<string, string>>
}

const EMPTY: DocumentDraft = { number: '' }

/** 依据文件. A number the book knows brings its title, issuer and date along. */
export function DocumentFields({ value, onChange, required, errors }: DocumentFieldsProps) {
  const listId = useId()
  const known = useQuery('documents.search', {}).data?.documents ?? []
  const document = isDocument(value) ? value : EMPTY
  const putNumber = (number: string) => {
    const one = known.find((each) => each.number === number)
    onChange(
      one === undefined
        ? { ...document, number }
        : { number, title: one.title ?? '', issuer: one.issuer ?? '', issuedOn: one.issuedOn ?? undefined },
    )
  }
  return (
    <>
      <Field label="文号" required={required} error={errors['event.document.number'] ?? errors['event.document']}>
        {(ids) => (
          <>
            <input
              {...ids}
              className="input"
              type="text"
              list={listId}
              autoComplete="off"
              spellCheck={false}
              placeholder="如 山编办〔2026〕3号"
              value={document.number}
              onChange={(event) => putNumber(event.target.value)}
            />
            <Suggestions
              id={listId}
              typed={document.number}
              options={known.map(({ number, title }) => ({ value: number, note: title ?? '' }))}
            />
          </>
        )}
      </Field>
      <Field label="文件名称" error={errors['event.document.title']}>
        {(ids) => (
          <TextInput {...ids} value={document.title ?? ''} onChange={(title) => onChange({ ...document, title })} />
        )}
      </Field>
      <Field label="发文机关" error={errors['event.document.issuer']}>
        {(ids) => (
          <TextInput {...ids} value={document.issuer ?? ''} onChange={(issuer) => onChange({ ...document, issuer })} />
        )}
      </Field>
      <Field label="发文日期" error={errors['event.document.issuedOn']}>
        {(ids) => (
          <DateInput {...ids} value={document.issuedOn} onChange={(issuedOn) => onChange({ ...document, issuedOn })} />
        )}
      </Field>
    </>
  )
}
