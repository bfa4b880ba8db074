import {
  NOTICE_EXCEPTION_TITLES,
  NOTICE_LAYOUT_TITLES,
  noticeExceptionField,
  noticeLayout,
} from '../../../electron/contract/notice-operations.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox, Field, NumberInput, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { takesExceptions } from '../../../electron/vocabulary/notices.ts'
import type { NoticeDraft } from './notice-draft.ts'

interface NoticeFormProps {
  readonly draft: NoticeDraft
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (part: Partial<NoticeDraft>) => void
}

const LAYOUTS = noticeLayout.options.map((value) => ({ value, label: NOTICE_LAYOUT_TITLES[value] }))

/** What can be chosen about the sheet. Everything else on it comes from the book. */
export function NoticeForm({ draft, errors, onChange }: NoticeFormProps) {
  return (
    <div className="notice-form">
      <Field label="版式" error={errors['layout']}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.layout}
            onChange={(layout) => onChange({ layout, ...(takesExceptions(layout) ? {} : { exceptions: [] }) })}
            choices={LAYOUTS}
          />
        )}
      </Field>
      <Field label="纸张" error={errors['paper']}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.paper}
            onChange={(paper) => onChange({ paper })}
            choices={[
              { value: 'A4', label: 'A4' },
              { value: 'A3', label: 'A3（公示栏，大字）' },
            ]}
          />
        )}
      </Field>
      <Field label="张贴日" error={errors['from']}>
        {(ids) => (
          <DateInput {...ids} value={draft.from} onChange={(from) => from !== undefined && onChange({ from })} />
        )}
      </Field>
      {!draft.longTerm && (
        <Field label="公示期" error={errors['days']}>
          {(ids) => (
            <span className="notice-days" title="张贴当日不算">
              <NumberInput
                {...ids}
                value={draft.days}
                onChange={(days) => onChange({ days })}
                min={1}
                max={60}
                width={72}
              />
              个工作日
            </span>
          )}
        </Field>
      )}
      <Field label={draft.longTerm ? '公示期' : ''}>
        {() => (
          <Checkbox
            checked={draft.longTerm}
            onChange={(longTerm) => onChange({ longTerm })}
            label="长期公开，不设截止日"
          />
        )}
      </Field>
      <Field label="标题" error={errors['title']}>
        {(ids) => (
          <TextArea
            {...ids}
            value={draft.title}
            onChange={(title) => onChange({ title: title.replaceAll(/\s*\n\s*/g, '') })}
          />
        )}
      </Field>
      <Text label="落款单位" field="issuer" {...{ draft, errors, onChange }} />
      <Text label="监督电话" field="phone" placeholder="座机，如 0794-1234567" {...{ draft, errors, onChange }} />
      <Text label="通讯地址" field="address" {...{ draft, errors, onChange }} />
      <Text label="举报信箱" field="mailbox" {...{ draft, errors, onChange }} />
      {takesExceptions(draft.layout) && <Exceptions draft={draft} onChange={onChange} />}
    </div>
  )
}

interface TextProps extends NoticeFormProps {
  readonly label: string
  readonly field: 'issuer' | 'phone' | 'address' | 'mailbox'
  readonly placeholder?: string
}

function Text({ label, field, draft, errors, onChange, placeholder = '' }: TextProps) {
  return (
    <Field label={label} error={errors[field]}>
      {(ids) => (
        <TextInput
          {...ids}
          value={draft[field]}
          placeholder={placeholder}
          onChange={(value) => onChange({ [field]: value })}
        />
      )}
    </Field>
  )
}

/** A field beyond the public ones goes on only masked, with a reason and somebody who decided it. */
function Exceptions({ draft, onChange }: Pick<NoticeFormProps, 'draft' | 'onChange'>) {
  const toggle = (field: NoticeDraft['exceptions'][number], on: boolean) =>
    onChange({ exceptions: on ? [...draft.exceptions, field] : draft.exceptions.filter((one) => one !== field) })
  return (
    <fieldset className="notice-exceptions">
      <legend>规定以外的内容</legend>
      {noticeExceptionField.options.map((field) => (
        <Checkbox
          key={field}
          checked={draft.exceptions.includes(field)}
          onChange={(on) => toggle(field, on)}
          label={`加列${NOTICE_EXCEPTION_TITLES[field]}`}
        />
      ))}
      {draft.exceptions.length > 0 && (
        <>
          <p className="quiet">平时不公开。理由和决定人记入台账和公开内容例外记录。</p>
          <Field label="理由" required>
            {(ids) => (
              <TextArea
                {...ids}
                value={draft.exceptionReason}
                onChange={(exceptionReason) => onChange({ exceptionReason })}
              />
            )}
          </Field>
          <Field label="决定人" required>
            {(ids) => (
              <TextInput {...ids} value={draft.exceptionBy} onChange={(exceptionBy) => onChange({ exceptionBy })} />
            )}
          </Field>
        </>
      )}
    </fieldset>
  )
}
