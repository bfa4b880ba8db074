import { CATEGORY_TITLES, categoryCode } from '../../../electron/contract/shapes.ts'
import type { CategoryCode, FigureLineView } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useForm } from '../../api/use-form.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field, NumberInput, Select, TextInput } from '../../ui/form.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { FormDrawer } from './form-drawer.tsx'
import { quotaSentence } from './quota-sentence.ts'
import type { UnitView } from './unit-rows.ts'

/** What the form starts from: a line, a unit, or nothing chosen yet. */
export interface QuotaTarget {
  readonly unitId?: string
  readonly category?: CategoryCode
}

interface QuotaFormProps {
  readonly target: QuotaTarget
  readonly units: readonly UnitView[]
  readonly lines: readonly FigureLineView[]
  readonly onClose: () => void
}

const CATEGORY_CHOICES = categoryCode.options.map((value) => ({ value, label: CATEGORY_TITLES[value] }))

/** 核定编制 of a unit and category from a day on; the earlier entry ends that day. */
export function QuotaForm({ target, units, lines, onClose }: QuotaFormProps) {
  const { shown } = useAsOf()
  const holders = units.filter((unit) => unit.kind !== 'township')
  const form = useForm('quota.set', { unitId: target.unitId ?? holders[0]?.unitId ?? '', category: target.category ?? 'administrative', effectiveOn: shown })
  const { values } = form
  const unit = units.find((one) => one.unitId === values.unitId)
  const line = lines.find((one) => one.unitId === values.unitId && one.categoryCode === values.category)
  const category = CATEGORY_TITLES[values.category ?? 'administrative']
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`${unit?.name ?? ''}${category}核定 ${values.amount ?? 0} 名`)
    onClose()
  }
  return (
    <FormDrawer title="核定编制" busy={form.busy} error={form.error} onClose={onClose} onSubmit={() => void submit()} sentence={quotaSentence({ unit: unit?.name ?? '', category, line, amount: values.amount, document: values.documentNumber })}>
      <Field label="机构" required error={form.errors['unitId']}>
        {(ids) => <Select {...ids} value={values.unitId ?? ''} onChange={(value) => form.set('unitId', value)} choices={holders.map((one) => ({ value: one.unitId, label: one.name }))} />}
      </Field>
      <Field label="编制类型" required error={form.errors['category']}>
        {(ids) => <Select {...ids} value={values.category ?? 'administrative'} onChange={(value) => form.set('category', value)} choices={CATEGORY_CHOICES} />}
      </Field>
      <Field label="核定数" required error={form.errors['amount']} hint={line === undefined ? '现在没有核定' : `现为 ${line.quota}`}>
        {(ids) => <NumberInput {...ids} min={0} value={values.amount} onChange={(value) => form.set('amount', value)} />}
      </Field>
      <Field label="生效日" required error={form.errors['effectiveOn']}>
        {(ids) => <DateInput {...ids} value={values.effectiveOn} onChange={(value) => form.set('effectiveOn', value)} />}
      </Field>
      <Field label="文号" required error={form.errors['documentNumber']} hint="如 山编办〔2026〕3号">
        {(ids) => <TextInput {...ids} value={values.documentNumber ?? ''} onChange={(value) => form.set('documentNumber', value)} />}
      </Field>
      <Field label="说明" error={form.errors['reason']}>
        {(ids) => <TextInput {...ids} value={values.reason ?? ''} onChange={(value) => form.set('reason', value === '' ? undefined : value)} />}
      </Field>
    </FormDrawer>
  )
}
