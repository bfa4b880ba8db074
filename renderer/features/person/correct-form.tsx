import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { CATEGORY_TITLES, categoryCode, RETIREMENT_CATEGORY_TITLES, retirementCategory } from '../../../electron/contract/shapes.ts'
import { useForm } from '../../api/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormGrid, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

type PersonView = Output<'person.read'>
type Changes = CallInput<'person.correct'>['changes']
type TextField = Exclude<keyof Changes, 'sex' | 'categoryCode' | 'retirementCategory'>

const TEXT_FIELDS: readonly { readonly field: TextField; readonly label: string; readonly hint?: string; readonly of: (data: PersonView) => string | null }[] = [
  { field: 'name', label: '姓名', of: (data) => data.person.name },
  { field: 'idNumber', label: '身份证号', hint: '不改就留空', of: () => '' },
  { field: 'birth', label: '出生年月', hint: '如 1985-06', of: (data) => data.person.birth },
  { field: 'ethnicity', label: '民族', of: (data) => data.ethnicity },
  { field: 'politicalStatus', label: '政治面貌', of: (data) => data.person.politicalStatus },
  { field: 'education', label: '学历', of: (data) => data.person.education },
  { field: 'professionalTitle', label: '职称', of: (data) => data.person.professionalTitle },
  { field: 'workStarted', label: '参加工作', hint: '如 2008-07', of: (data) => data.workStarted },
  { field: 'enteredOn', label: '入编时间', hint: '如 2010-09-01', of: (data) => data.person.enteredOn },
  { field: 'entryRoute', label: '入编渠道', of: (data) => data.person.entryRoute },
  { field: 'entryDocumentNumber', label: '入编文号', of: (data) => data.person.entryDocumentNumber },
  { field: 'quotaCardNumber', label: '编制卡号', of: (data) => data.quotaCardNumber },
  { field: 'remark', label: '备注', of: (data) => data.person.remark },
]

const RETIREMENT_CHOICES = [{ value: '' as const, label: '未登记' }, ...retirementCategory.options.map((value) => ({ value, label: RETIREMENT_CATEGORY_TITLES[value] }))]

/** 更正信息: only what was changed is sent; the reason goes into the journal. */
export function CorrectForm({ data, field: wanted, onDone }: { readonly data: PersonView; readonly field: string | null; readonly onDone: () => void }) {
  const { person } = data
  const form = useForm('person.correct', { personId: person.personId, changes: {} })
  const changes: Changes = form.values.changes ?? {}
  const put = (next: Partial<Changes>) => form.set('changes', withoutUnchanged({ ...changes, ...next }, data))
  const changed = Object.keys(changes).length
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`更正${person.name}的信息`)
    onDone()
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <h3>更正信息</h3>
      <FormGrid columns={2}>
        {TEXT_FIELDS.map(({ field, label, hint, of }) => (
          <Field key={field} label={label} hint={hint} error={form.errors[`changes.${field}`]}>
            {(ids) => <TextInput {...ids} autoFocus={field === wanted} mono={field === 'idNumber'} value={changes[field] === undefined ? (of(data) ?? '') : (changes[field] ?? '')} onChange={(value) => put({ [field]: value })} placeholder={field === 'idNumber' ? (person.idNumberMasked ?? '') : ''} />}
          </Field>
        ))}
        <Field label="性别">
          {(ids) => <Select {...ids} width={120} value={(changes.sex === undefined ? person.sex : changes.sex) ?? ''} onChange={(value) => put({ sex: value === '男' || value === '女' ? value : null })} choices={[{ value: '', label: '未登记' }, { value: '男', label: '男' }, { value: '女', label: '女' }]} />}
        </Field>
        <Field label="原退休年龄" hint="由组织（人社）部门核定">
          {(ids) => <Select {...ids} autoFocus={wanted === 'retirementCategory'} width={140} value={(changes.retirementCategory === undefined ? data.retirementCategory : changes.retirementCategory) ?? ''} onChange={(value) => put({ retirementCategory: value === '' ? null : value })} choices={RETIREMENT_CHOICES} />}
        </Field>
        {person.categoryCode !== null && (
          <Field label="编制类型" hint="只改登记错的；调编另办手续">
            {(ids) => <Select {...ids} autoFocus={wanted === 'categoryCode'} value={changes.categoryCode ?? person.categoryCode ?? 'other'} onChange={(value) => put({ categoryCode: value })} choices={categoryCode.options.map((value) => ({ value, label: CATEGORY_TITLES[value] }))} />}
          </Field>
        )}
        <Field label="理由" required full error={form.errors['reason']} hint="如 与档案核对；记入台账">
          {(ids) => <TextArea {...ids} value={form.values.reason ?? ''} onChange={(value) => form.set('reason', value)} />}
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

/** A field typed back to what it was is not a change; an emptied one clears the fact (the name cannot be empty: the schema says so). */
function withoutUnchanged(changes: Changes, data: PersonView): Changes {
  const kept = Object.entries(changes).filter(([field, value]) => {
    if (field === 'sex') return value !== data.person.sex
    if (field === 'categoryCode') return value !== data.person.categoryCode
    if (field === 'retirementCategory') return value !== data.retirementCategory
    const before = TEXT_FIELDS.find((one) => one.field === field)?.of(data) ?? ''
    return value !== before
  })
  return Object.fromEntries(kept.map(([field, value]) => [field, value === '' && field !== 'name' ? null : value]))
}
