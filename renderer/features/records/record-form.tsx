import { useMemo, useState } from 'react'
import { recordContent } from '../../../electron/contract/record-content.ts'
import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { recordType } from '../../../electron/contract/records.ts'
import type { RecordKindName, RecordValue } from '../../../electron/contract/records.ts'
import { refusedAt } from '../../api/use-form.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field, FormGrid, Select, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { RecordFields } from './record-fields.tsx'
import { ShowWhole } from './show-whole.tsx'
import { RemoveRecord } from './remove-record.tsx'

interface RecordFormProps {
  readonly kind: RecordKindName
  /** The one to put right; undefined: a new one. */
  readonly record: RecordView | undefined
  readonly today: string
  readonly personId: string | undefined
  readonly onClose: () => void
}

/** Registers a record, or puts one right. The same declaration that checks it in the core makes its fields and checks it here. */
export function RecordForm({ kind, record, today, personId, onClose }: RecordFormProps) {
  const { title, subject, nobody, oneAtATime, from: fromTitle, to: toTitle, fields, purpose } = recordType(kind)
  const [person, setPerson] = useState(record?.personId ?? personId ?? '')
  const [unit, setUnit] = useState(record?.unitId ?? '')
  const [from, setFrom] = useState<string | undefined>(record?.from ?? today)
  const [to, setTo] = useState<string | undefined>(record?.to ?? undefined)
  const [documentNumber, setDocumentNumber] = useState(record?.documentNumber ?? '')
  const [content, setContent] = useState<Readonly<Record<string, RecordValue>>>(record?.content ?? {})
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const people = useQuery('roster.read', subject === 'township' || subject === 'unit' ? null : {}).data?.people
  const units = useQuery('units.read', {}).data?.units
  const unitChoices = useMemo(() => (units ?? []).map((one) => ({ value: one.unitId, label: one.name })), [units])
  const add = useCommand('record.add')
  const change = useCommand('record.change')
  const missing = tried ? problems({ kind, person, unit, from, content }) : {}
  const errors = { ...refusedAt(add.error ?? change.error), ...missing }

  const submit = async () => {
    setTried(true)
    if (from === undefined || Object.keys(problems({ kind, person, unit, from, content })).length > 0) return
    const common = { from, to: to ?? null, documentNumber: documentNumber.trim(), content }
    const saved =
      record === undefined
        ? await add.run({ kind, ...common, ...(person === '' ? {} : { person }), ...(unit === '' ? {} : { unit }) })
        : await change.run({ id: record.id, ...common })
    if (saved === null) return
    toastSaved(`${record === undefined ? '登记' : '更正'}${title}`)
    onClose()
  }
  const mayNamePerson = subject === 'person' || subject === 'personOrNobody' || subject === 'personOrUnit'
  return (
    <Drawer title={`${record === undefined ? '登记' : '更正'}${title}`} label={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="record-purpose quiet">
          {purpose}
          {oneAtATime && record === undefined ? '同一时间只有一条，新的一条生效时前一条自动截止。' : ''}
        </p>
        <FormGrid>
          {mayNamePerson && (
            <Field label="人员" required={subject === 'person'} error={errors['person']} hint={nobody}>
              {(ids) =>
                record === undefined ? (
                  <PersonPicker {...ids} value={person} onChange={setPerson} people={people ?? []} />
                ) : (
                  <span className="record-fixed">{record.person ?? '—'}</span>
                )
              }
            </Field>
          )}
          {(subject === 'unit' || subject === 'personOrUnit') && (
            <Field
              label="机构"
              required={subject === 'unit'}
              error={errors['unit']}
              hint={subject === 'personOrUnit' ? '按人登记的不用填' : undefined}
            >
              {(ids) => (
                <Select
                  {...ids}
                  disabled={record !== undefined}
                  value={unit}
                  onChange={setUnit}
                  choices={[{ value: '', label: '请选择' }, ...unitChoices]}
                />
              )}
            </Field>
          )}
          <Field label={fromTitle} required error={errors['from']}>
            {(ids) => <DateInput {...ids} value={from} onChange={setFrom} />}
          </Field>
          {toTitle !== null && (
            <Field label={toTitle} hint="含当天；没有就空着">
              {(ids) => <DateInput {...ids} value={to} onChange={setTo} />}
            </Field>
          )}
          <RecordFields
            fields={fields}
            values={content}
            errors={errors}
            units={unitChoices}
            onChange={(name, value) => setContent((now) => ({ ...now, [name]: value }))}
          />
          <Field label="文号">
            {(ids) => <TextInput {...ids} value={documentNumber} onChange={setDocumentNumber} />}
          </Field>
        </FormGrid>
        {record !== undefined && fields.some((field) => field.masked === true) && (
          <ShowWhole recordId={record.id} onShown={setContent} />
        )}
        <ErrorLine error={add.error ?? change.error} />
        <div className="form-buttons">
          <Button type="submit" look="main" busy={add.busy || change.busy}>
            登记
          </Button>
          <Button onClick={onClose}>取消</Button>
          {record !== undefined && (
            <Button look="link" onClick={() => setRemoving(true)}>
              删去这一条…
            </Button>
          )}
        </div>
      </form>
      {record !== undefined && removing && (
        <RemoveRecord record={record} onClose={() => setRemoving(false)} onRemoved={onClose} />
      )}
    </Drawer>
  )
}

interface Typed {
  readonly kind: RecordKindName
  readonly person: string
  readonly unit: string
  readonly from: string | undefined
  readonly content: Readonly<Record<string, RecordValue>>
}

/** What is still wrong with what stands in the form, by field. */
function problems({ kind, person, unit, from, content }: Typed): Readonly<Record<string, string>> {
  const { subject } = recordType(kind)
  const checked = recordContent(kind).safeParse(content)
  return {
    ...(subject === 'person' && person === '' ? { person: '请选一个人' } : {}),
    ...(subject === 'unit' && unit === '' ? { unit: '请选一个机构' } : {}),
    ...(subject === 'personOrUnit' && person === '' && unit === '' ? { person: '请选人员或机构' } : {}),
    ...(from === undefined ? { from: '应写成 2026-11-22' } : {}),
    ...(checked.success
      ? {}
      : Object.fromEntries(checked.error.issues.map((issue) => [`content.${issue.path.join('.')}`, issue.message]))),
  }
}
