import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import type { Catalogue } from '../../../electron/vocabulary/catalogue.ts'
import { fieldsKept, propertyOf, type PersonField } from '../../../electron/vocabulary/person-fields.ts'
import { useCatalogue } from '../../api/use-catalogue.ts'
import { useForm } from '../../api/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormGrid, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { FactField } from '../../parts/fact-field.tsx'

type PersonView = Output<'person.read'>
type Changes = CallInput<'person.correct'>['changes']

/** The parts of the form, in the catalogue's order: who they are, the seat, what stands in the file. */
const PARTS: readonly { readonly title: string; readonly fields: readonly PersonField[] }[] = [
  { title: '', fields: fieldsKept('person', 'version', 'holding') },
  { title: '档案', fields: fieldsKept('file', 'grade') },
]

/** 更正信息: only what was changed is sent; the reason goes into the journal. */
export function CorrectForm({
  data,
  field: wanted,
  onDone,
}: {
  readonly data: PersonView
  readonly field: string | null
  readonly onDone: () => void
}) {
  const { person } = data
  const catalogue = useCatalogue()
  const form = useForm('person.correct', { personId: person.personId, changes: {} })
  const changes: Changes = form.values.changes ?? {}
  const put = (key: string, value: string) =>
    form.set(
      'changes',
      withoutUnchanged({ ...changes, [key]: value === '' && key !== 'name' ? null : value }, data, catalogue),
    )
  const changed = Object.keys(changes).length
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`更正${person.name}的信息`)
    onDone()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>更正信息</h3>
      {PARTS.map(({ title, fields }) => (
        <section key={title}>
          {title !== '' && <h4>{title}</h4>}
          <FormGrid columns={2}>
            {fields

              .filter(
                (field) => catalogue.names.includes(field) && (field !== 'category' || person.categoryCode !== null),
              )
              .map((field) => {
                const key = changeKey(field)
                const given = changes[key as keyof Changes]
                return (
                  <FactField
                    key={field}
                    field={field}
                    error={form.errors[`changes.${key}`]}
                    autoFocus={key === wanted || field === wanted}
                    value={given === undefined ? shownOf(field, data, catalogue) : (given ?? '')}
                    onChange={(value) => put(key, value)}
                    placeholder={catalogue.entry(field).masked === true ? maskOf(field, data) : ''}
                  />
                )
              })}
            {title === '' && (
              <Field label="岗位名称" hint="只改登记错的名称；换岗位另办手续" error={form.errors['changes.post']}>
                {(ids) => (
                  <TextInput
                    {...ids}
                    autoFocus={wanted === 'post'}
                    value={changes.post ?? person.post}
                    onChange={(value) => put('post', value)}
                  />
                )}
              </Field>
            )}
          </FormGrid>
        </section>
      ))}
      <FormGrid columns={2}>
        <Field label="理由" required full error={form.errors['reason']} hint="如 与档案核对；记入台账">
          {(ids) => (
            <TextArea {...ids} value={form.values.reason ?? ''} onChange={(value) => form.set('reason', value)} />
          )}
        </Field>
      </FormGrid>
      <ErrorLine error={form.error} />
      <div className="form-buttons">
        <Button type="submit" look="main" busy={form.busy} disabled={changed === 0}>
          登记{changed > 0 ? `（${changed} 项）` : ''}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}

/** What a field is called among the changes. */
function changeKey(field: PersonField): string {
  return field === 'category' ? 'categoryCode' : propertyOf(field)
}

/** A personal number leaves the core masked: an empty field leaves it as it is. */
function shownOf(field: PersonField, data: PersonView, { entry }: Catalogue): string {
  return entry(field).masked === true ? '' : (data.fields[field] ?? '')
}

function maskOf(field: PersonField, data: PersonView): string {
  return data.fields[field] ?? ''
}

/** A field typed back to what it was is not a change; an emptied one clears the fact (the name cannot be empty: the schema says so). */
function withoutUnchanged(changes: Changes, data: PersonView, catalogue: Catalogue): Changes {
  const before = new Map<string, string>([
    ...fieldsKept('person', 'version', 'holding', 'file', 'grade').map(
      (field) => [changeKey(field), shownOf(field, data, catalogue)] as const,
    ),
    ['post', data.person.post],
  ])
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => (value ?? '') !== before.get(key)))
}
