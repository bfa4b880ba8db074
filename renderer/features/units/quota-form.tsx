import { useState } from 'react'
import { QUOTA_CATEGORY_LIST } from '../../../electron/vocabulary/establishment.ts'
import type { CategoryCode } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { choicesOf } from '../../text/choices.ts'
import { Field, NumberInput, Select } from '../../ui/form.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { useEventSheet } from './event-sheet.ts'
import { quotaChange } from './quota-change.ts'
import type { UnitView } from './unit-rows.ts'

/** What the form starts from: a line, a unit, or nothing chosen yet. */
export interface QuotaTarget {
  readonly unitId?: string
  readonly category?: CategoryCode
}

interface QuotaFormProps {
  readonly target: QuotaTarget
  readonly units: readonly UnitView[]
  readonly onClose: () => void
}

const CATEGORY_CHOICES = choicesOf(QUOTA_CATEGORY_LIST)

/** 核定编制: the clerk writes the number the document gives; what is registered is the 核增 or 核减 that leads to it from that day on. */
export function QuotaForm({ target, units, onClose }: QuotaFormProps) {
  const { shown } = useAsOf()
  const [sheet, put] = useEventSheet(shown)
  const [unitId, setUnitId] = useState(target.unitId ?? units.find((unit) => unit.kind !== 'township')?.unitId ?? '')
  const [category, setCategory] = useState<CategoryCode>(target.category ?? 'administrative')
  const [amount, setAmount] = useState<number>()
  const onDay = useQuery('units.read', sheet.on === undefined ? null : { asOf: sheet.on }).data?.units
  const change = quotaChange({ units: onDay, unitId, category, amount })
  return (
    <EventDrawer
      title="核定编制"
      sheet={sheet}
      put={put}
      own={change.event}
      nothing={change.nothing}
      corrects
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Field label="机构" required error={errors['event.unit']}>
            {(ids) => (
              <Select
                {...ids}
                value={unitId}
                onChange={setUnitId}
                choices={units.map((unit) => ({
                  value: unit.unitId,
                  label: unit.kind === 'township' ? `${unit.name}（全乡核定总数）` : unit.name,
                }))}
              />
            )}
          </Field>
          <Field label="编制类型" required error={errors['event.category']}>
            {(ids) => <Select {...ids} value={category} onChange={setCategory} choices={CATEGORY_CHOICES} />}
          </Field>
          <Field
            label="核定数"
            required
            error={errors['event.by'] === undefined ? undefined : '请写核定数'}
            hint={change.before === null ? '' : change.before === 0 ? '当日没有核定' : `当日为 ${change.before}`}
          >
            {(ids) => <NumberInput {...ids} min={0} value={amount} onChange={setAmount} />}
          </Field>
        </>
      )}
    </EventDrawer>
  )
}
