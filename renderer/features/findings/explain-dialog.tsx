import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { useForm } from '../../api/use-form.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { ChosenFindings } from './chosen-findings.tsx'

/** 说明: who says why a finding stands, on what paper, until when. */
export function ExplainDialog({
  findings,
  onClose,
}: {
  readonly findings: readonly StatedFindingView[]
  readonly onClose: () => void
}) {
  const [first] = findings
  const before = findings.length === 1 ? (first?.explanation ?? null) : null
  const form = useForm('finding.explain', {
    keys: findings.map((finding) => finding.key),
    ...(before === null
      ? {}
      : {
          reason: before.reason,
          by: before.by ?? '',
          documentNumber: before.documentNumber ?? '',
          ...(before.until === null ? {} : { until: before.until }),
        }),
  })
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`说明 ${saved.explained} 处问题`)
    onClose()
  }
  return (
    <Dialog
      title="说明问题"
      onClose={onClose}
      confirm={{ label: '登记', onConfirm: () => void submit(), busy: form.busy }}
      wide
    >
      <ChosenFindings findings={findings} />
      <FormGrid>
        <Field label="理由" required error={form.errors['reason']} hint="情况属实、一时改不了的原因；记入台账">
          {(ids) => (
            <TextArea
              {...ids}
              autoFocus
              value={form.values.reason ?? ''}
              onChange={(value) => form.set('reason', value)}
            />
          )}
        </Field>
        <Field label="说明人" hint="谁作的说明，如 分管领导 某某" error={form.errors['by']}>
          {(ids) => <TextInput {...ids} value={form.values.by ?? ''} onChange={(value) => form.set('by', value)} />}
        </Field>
        <Field label="文号" hint="有批文、会议纪要的写上" error={form.errors['documentNumber']}>
          {(ids) => (
            <TextInput
              {...ids}
              value={form.values.documentNumber ?? ''}
              onChange={(value) => form.set('documentNumber', value)}
            />
          )}
        </Field>
        <Field label="有效至" hint="过了这天自动回到“待处理”；不填是长期" error={form.errors['until']}>
          {(ids) => <DateInput {...ids} value={form.values.until} onChange={(value) => form.set('until', value)} />}
        </Field>
      </FormGrid>
      <ErrorLine error={form.error} />
    </Dialog>
  )
}
