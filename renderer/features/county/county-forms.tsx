import { useState } from 'react'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Paper } from '../../parts/paper.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field, Select } from '../../ui/form.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, ErrorLine, ErrorState, Skeleton } from '../../ui/states.tsx'

type FormView = Output<'county.forms'>['forms'][number]
type Asked = Omit<CallInput<'county.form'>, 'form'>

/** 报表: the bureau's own forms, page by page as they will be printed, and the file of each. */
export function CountyForms() {
  const query = useQuery('county.forms', {})
  return <Answer query={query}>{({ forms }) => <FormsDesk forms={forms} />}</Answer>
}

function FormsDesk({ forms }: { readonly forms: readonly FormView[] }) {
  const [id, setId] = useState(forms[0]?.id ?? '')
  const [asked, setAsked] = useState<Asked>({})
  const form = forms.find((own) => own.id === id)
  if (form === undefined) return null
  const input = inputOf(form, asked)
  return (
    <div className="county-forms">
      <div className="county-form county-line">
        <Field label="报表">
          {(ids) => (
            <Select
              {...ids}
              value={id}
              onChange={setId}
              choices={forms.map((own) => ({ value: own.id, label: own.title }))}
              width={240}
            />
          )}
        </Field>
        <Choices form={form} asked={asked} onChange={(part) => setAsked((now) => ({ ...now, ...part }))} />
        <SaveForm input={input} />
      </div>
      <p className="county-lists quiet">{form.about}</p>
      <FormPaper key={id} form={form} input={input} />
    </div>
  )
}

/** Of which day or days, and of which part of the region. */
function Choices({
  form,
  asked,
  onChange,
}: {
  readonly form: FormView
  readonly asked: Asked
  readonly onChange: (part: Asked) => void
}) {
  const regions = useQuery('county.townships', {}).data?.regions ?? []
  const day = (key: 'asOf' | 'from' | 'to', label: string) => (
    <Field label={label}>
      {(ids) => <DateInput {...ids} value={asked[key]} onChange={(value) => onChange({ [key]: value })} />}
    </Field>
  )
  return (
    <>
      {form.span === 'day' ? (
        day('asOf', '统计日期')
      ) : (
        <>
          {day('from', '改革前')}
          {day('to', '改革后')}
        </>
      )}
      {regions.length > 1 && (
        <Field label="地区">
          {(ids) => (
            <Select
              {...ids}
              value={asked.region ?? ''}
              onChange={(region) => onChange({ region })}
              choices={[
                { value: '', label: '全部' },
                ...regions
                  .filter((region) => region.parentId !== null)
                  .map((region) => ({ value: String(region.id), label: region.name })),
              ]}
              width={140}
            />
          )}
        </Field>
      )}
    </>
  )
}

function SaveForm({ input }: { readonly input: CallInput<'county.form'> }) {
  const file = useCommand('county.formFile')
  const save = async () => {
    const made = await file.run(input)
    if (made !== null) saveFile(made.fileName, made.base64)
  }
  return (
    <>
      <Button look="main" busy={file.busy} onClick={() => void save()} data-testid="county-form-save">
        另存为 xlsx
      </Button>
      <ErrorLine error={file.error} />
    </>
  )
}

function FormPaper({ form, input }: { readonly form: FormView; readonly input: CallInput<'county.form'> }) {
  const paper = useQuery('county.form', input)
  if (paper.error !== null) return <ErrorState error={paper.error} onRetry={paper.refetch} />
  if (paper.data === undefined) return <Skeleton rows={12} />
  return (
    <div className="county-paper" aria-busy={paper.loading}>
      <Paper
        preview={paper.data.preview}
        label={`${form.title}纸样`}
        fileName={`${form.title}（截至${paper.data.asOf}）`}
      />
    </div>
  )
}

function inputOf(form: FormView, { asOf, from, to, region }: Asked): CallInput<'county.form'> {
  const days = form.span === 'day' ? { asOf } : { from, to }
  return {
    form: form.id,
    ...(Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined)) as Asked),
    ...(region === undefined || region === '' ? {} : { region }),
  }
}
