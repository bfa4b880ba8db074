import type { FiguresView } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useForm } from '../../api/use-form.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field, NumberInput, TextInput } from '../../ui/form.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { FormDrawer } from './form-drawer.tsx'
import type { UnitView } from './unit-rows.ts'

interface LeadershipFormProps {
  readonly unitId: string
  readonly units: readonly UnitView[]
  readonly figures: FiguresView
  readonly onClose: () => void
}

/** 领导职数 of one unit; 正职 and 副职 stay empty where the document does not divide them. */
export function LeadershipForm({ unitId, units, figures, onClose }: LeadershipFormProps) {
  const { shown } = useAsOf()
  const unit = units.find((one) => one.unitId === unitId)
  const before = unit?.leadership ?? null
  const form = useForm('leadershipQuota.set', { unitId, chief: before?.chief ?? null, deputy: before?.deputy ?? null, effectiveOn: shown })
  const { values } = form
  const divided = values.chief !== null && values.chief !== undefined && values.deputy !== null && values.deputy !== undefined
  const mismatch = divided && values.amount !== undefined && (values.chief ?? 0) + (values.deputy ?? 0) !== values.amount
  const submit = async () => {
    if (mismatch) return
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`${unit?.name ?? ''}领导职数 ${values.amount ?? 0} 名`)
    onClose()
  }
  return (
    <FormDrawer title={`领导职数 · ${unit?.name ?? ''}`} busy={form.busy} error={form.error} onClose={onClose} onSubmit={() => void submit()} sentence={sentenceOf(values.amount, before?.amount ?? 0, figures, values.documentNumber)}>
      <Field label="职数" required error={form.errors['amount']} hint={before === null ? '现在没有核定' : `现为 ${before.amount}`}>
        {(ids) => <NumberInput {...ids} min={0} value={values.amount} onChange={(value) => form.set('amount', value)} />}
      </Field>
      <Field label="其中正职" error={mismatch ? `正职与副职合计 ${(values.chief ?? 0) + (values.deputy ?? 0)}，与职数 ${values.amount ?? 0} 不等。` : form.errors['chief']} hint="文件未分正副的，两项留空">
        {(ids) => <NumberInput {...ids} min={0} value={values.chief} onChange={(value) => form.set('chief', value ?? null)} />}
      </Field>
      <Field label="其中副职" error={form.errors['deputy']}>
        {(ids) => <NumberInput {...ids} min={0} value={values.deputy} onChange={(value) => form.set('deputy', value ?? null)} />}
      </Field>
      <Field label="生效日" required error={form.errors['effectiveOn']}>
        {(ids) => <DateInput {...ids} value={values.effectiveOn} onChange={(value) => form.set('effectiveOn', value)} />}
      </Field>
      <Field label="文号" required error={form.errors['documentNumber']} hint="如 山编办〔2026〕3号">
        {(ids) => <TextInput {...ids} value={values.documentNumber ?? ''} onChange={(value) => form.set('documentNumber', value)} />}
      </Field>
    </FormDrawer>
  )
}

function sentenceOf(amount: number | undefined, before: number, figures: FiguresView, document: string | undefined): string | null {
  if (amount === undefined) return null
  const total = figures.leadership.quota - before + amount
  const { actual } = figures.leadership
  return `全乡领导职数 现核定 ${figures.leadership.quota}，实有 ${actual}；本次后核定 ${total}，空 ${Math.max(0, total - actual)}，超 ${Math.max(0, actual - total)}。依据：${document?.trim() === '' || document === undefined ? '还没有写文号' : document.trim()}。`
}
