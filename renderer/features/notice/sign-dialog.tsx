import { useState } from 'react'
import { DRAFT_STEP_TITLES } from '../../../electron/contract/notice-draft-operations.ts'
import type { DraftStep } from '../../../electron/contract/notice-draft-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { NoticeInput } from './notice-draft.ts'

/** What a secrecy review says: the same words wherever one is put on record. */
export const REVIEW_STATEMENT = '已按“先审查、后公开”做过保密审查：不含涉密机构编制事项，不含不宜公开的个人信息'

interface SignDialogProps {
  readonly step: DraftStep
  readonly input: NoticeInput
  /** Who did it last time. */
  readonly usual: string
  readonly today: string
  readonly onClose: () => void
}

/** A name and a day under the draft as it is now. */
export function SignDialog({ step, input, usual, today, onClose }: SignDialogProps) {
  const sign = useCommand('notice.signDraft')
  const [signed, setSigned] = useState({ by: usual, on: today, stated: step === 'checked' })
  const title = DRAFT_STEP_TITLES[step]
  const confirm = async () => {
    if ((await sign.run({ content: input, step, by: signed.by, on: signed.on })) === null) return
    toastSaved(`${title}已登记`)
    onClose()
  }
  return (
    <Dialog
      title={`登记${title}`}
      onClose={onClose}
      wide
      confirm={{
        label: '登记',
        onConfirm: () => void confirm(),
        busy: sign.busy,
        disabled: signed.by.trim() === '' || !signed.stated,
      }}
    >
      <p>审的是现在这份纸样。此后名单、版式或文字有变动的，要重新{title}；改张贴日、公示期和纸张不用。</p>
      <FormGrid columns={2}>
        <Field label={step === 'checked' ? '初审人' : '保密审查人'} required>
          {(ids) => (
            <TextInput
              {...ids}
              value={signed.by}
              onChange={(by) => setSigned({ ...signed, by })}
              autoFocus={signed.by === ''}
            />
          )}
        </Field>
        <Field label="日期">
          {(ids) => (
            <DateInput {...ids} value={signed.on} onChange={(on) => on !== undefined && setSigned({ ...signed, on })} />
          )}
        </Field>
      </FormGrid>
      {step === 'reviewed' && (
        <Checkbox
          checked={signed.stated}
          onChange={(stated) => setSigned({ ...signed, stated })}
          label={REVIEW_STATEMENT}
        />
      )}
      <ErrorLine error={sign.error} />
    </Dialog>
  )
}
