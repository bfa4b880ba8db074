import { UNIT_KIND_TITLES, unitKind } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useForm } from '../../api/use-form.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field, Select, TextInput } from '../../ui/form.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { FormDrawer } from './form-drawer.tsx'

const KIND_CHOICES = unitKind.options.filter((kind) => kind !== 'township').map((value) => ({ value, label: UNIT_KIND_TITLES[value] }))

/** 设立机构: a name, its nature, its nameplates, the document. */
export function UnitForm({ onClose }: { readonly onClose: () => void }) {
  const { shown } = useAsOf()
  const form = useForm('unit.create', { kind: 'office', effectiveOn: shown })
  const { values } = form
  const name = values.name?.trim() ?? ''
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`设立${name}`)
    onClose()
  }
  const sentence = name === '' ? null : `${values.effectiveOn ?? ''} 起设立${name}（${UNIT_KIND_TITLES[values.kind ?? 'office']}），核定编制另行登记。依据：${values.documentNumber?.trim() || '还没有写文号'}。`
  return (
    <FormDrawer title="设立机构" busy={form.busy} error={form.error} onClose={onClose} onSubmit={() => void submit()} sentence={sentence}>
      <Field label="机构名称" required error={form.errors['name']}>
        {(ids) => <TextInput {...ids} autoFocus value={values.name ?? ''} onChange={(value) => form.set('name', value)} />}
      </Field>
      <Field label="性质" required error={form.errors['kind']}>
        {(ids) => <Select {...ids} value={values.kind ?? 'office'} onChange={(value) => form.set('kind', value)} choices={KIND_CHOICES} />}
      </Field>
      <Field label="加挂牌子" error={form.errors['nameplates']} hint="几块牌子用顿号隔开">
        {(ids) => <TextInput {...ids} value={(values.nameplates ?? []).join('、')} onChange={(value) => form.set('nameplates', value === '' ? undefined : value.split(/[、,，]/))} />}
      </Field>
      <Field label="管理部门" error={form.errors['managingBody']} hint="条管机构填上级部门">
        {(ids) => <TextInput {...ids} value={values.managingBody ?? ''} onChange={(value) => form.set('managingBody', value === '' ? undefined : value)} />}
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
