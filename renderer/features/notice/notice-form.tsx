import { DateInput } from '../../ui/date-input.tsx'
import { Field, NumberInput, Select, TextInput } from '../../ui/form.tsx'
import type { NoticeDraft } from './notice-draft.ts'

interface NoticeFormProps {
  readonly draft: NoticeDraft
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (part: Partial<NoticeDraft>) => void
}

/** What can be chosen about the sheet. Everything else on it comes from the book. */
export function NoticeForm({ draft, errors, onChange }: NoticeFormProps) {
  return (
    <div className="notice-form">
      <Field label="版式" error={errors['layout']}>
        {(ids) => (
          <Select {...ids} value={draft.layout} onChange={(layout) => onChange({ layout })} choices={[{ value: 'tree', label: '按机构列名（文字）' }, { value: 'table', label: '人员信息表（表格）' }]} />
        )}
      </Field>
      <Field label="纸张" error={errors['paper']}>
        {(ids) => <Select {...ids} value={draft.paper} onChange={(paper) => onChange({ paper })} choices={[{ value: 'A4', label: 'A4' }, { value: 'A3', label: 'A3（公示栏，大字）' }]} />}
      </Field>
      <Field label="张贴日" error={errors['from']}>
        {(ids) => <DateInput {...ids} value={draft.from} onChange={(from) => from !== undefined && onChange({ from })} />}
      </Field>
      <Field label="公示期" hint="个工作日，张贴当日不算" error={errors['days']}>
        {(ids) => <NumberInput {...ids} value={draft.days} onChange={(days) => onChange({ days })} min={1} max={60} width={80} />}
      </Field>
      <Text label="标题" field="title" {...{ draft, errors, onChange }} />
      <Text label="落款单位" field="issuer" {...{ draft, errors, onChange }} />
      <Text label="监督电话" field="phone" placeholder="办公座机，如 0794-1234567" {...{ draft, errors, onChange }} />
      <Text label="通讯地址" field="address" {...{ draft, errors, onChange }} />
      <Text label="举报信箱" field="mailbox" {...{ draft, errors, onChange }} />
    </div>
  )
}

interface TextProps extends NoticeFormProps {
  readonly label: string
  readonly field: 'title' | 'issuer' | 'phone' | 'address' | 'mailbox'
  readonly placeholder?: string
}

function Text({ label, field, draft, errors, onChange, placeholder = '' }: TextProps) {
  return (
    <Field label={label} error={errors[field]}>
      {(ids) => <TextInput {...ids} value={draft[field]} placeholder={placeholder} onChange={(value) => onChange({ [field]: value })} />}
    </Field>
  )
}
