import { useState } from 'react'
import { UNIT_KIND_LIST } from '../../../electron/vocabulary/establishment.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { choicesOf } from '../../text/choices.ts'
import { Field, Select, TextInput } from '../../ui/form.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { useEventSheet } from './event-sheet.ts'

const KIND_CHOICES = choicesOf(UNIT_KIND_LIST).filter(({ value }) => value !== 'township')

/** 设立机构: a name, its nature, its nameplates, the document. */
export function UnitForm({ onClose }: { readonly onClose: () => void }) {
  const { shown } = useAsOf()
  const [sheet, put] = useEventSheet(shown)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof KIND_CHOICES)[number]['value']>('office')
  const [plates, setPlates] = useState('')
  const [managingBody, setManagingBody] = useState('')
  const nameplates = plates.split(/[、,，;；]/).flatMap((plate) => (plate.trim() === '' ? [] : [plate.trim()]))
  return (
    <EventDrawer
      title="设立机构"
      sheet={sheet}
      put={put}
      own={{
        type: 'unit.establish',
        name: name.trim(),
        kind,
        managingBody: managingBody.trim(),
        ...(nameplates.length === 0 ? {} : { nameplates }),
      }}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Field label="机构名称" required error={errors['event.name']}>
            {(ids) => <TextInput {...ids} autoFocus value={name} onChange={setName} />}
          </Field>
          <Field label="性质" required error={errors['event.kind']} hint="核定编制随后用“核定编制”登记">
            {(ids) => <Select {...ids} value={kind} onChange={setKind} choices={KIND_CHOICES} />}
          </Field>
          <Field label="加挂牌子" error={errors['event.nameplates']} hint="几块牌子用顿号隔开">
            {(ids) => <TextInput {...ids} value={plates} onChange={setPlates} />}
          </Field>
          <Field label="管理部门" error={errors['event.managingBody']} hint="条管机构填上级部门">
            {(ids) => <TextInput {...ids} value={managingBody} onChange={setManagingBody} />}
          </Field>
        </>
      )}
    </EventDrawer>
  )
}
