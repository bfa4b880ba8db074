import { useState } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Field, NumberInput } from '../../ui/form.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { useEventSheet } from './event-sheet.ts'
import type { UnitView } from './unit-rows.ts'

interface LeadershipFormProps {
  readonly unitId: string
  readonly units: readonly UnitView[]
  readonly onClose: () => void
}

/** 领导职数 of one unit; 正职 and 副职 stay empty where the document does not divide them. */
export function LeadershipForm({ unitId, units, onClose }: LeadershipFormProps) {
  const { shown } = useAsOf()
  const [sheet, put] = useEventSheet(shown)
  const name = units.find((one) => one.unitId === unitId)?.name ?? ''
  const known = units.find((one) => one.unitId === unitId)?.leadership ?? null
  const [amount, setAmount] = useState<number>()
  const [chief, setChief] = useState<number | null>(known?.chief ?? null)
  const [deputy, setDeputy] = useState<number | null>(known?.deputy ?? null)
  const onDay = useQuery('units.read', sheet.on === undefined ? null : { asOf: sheet.on }).data?.units
  const before = onDay?.find((one) => one.unitId === unitId)?.leadership ?? null
  const same = before !== null && before.amount === amount && before.chief === chief && before.deputy === deputy
  return (
    <EventDrawer
      title={`领导职数 · ${name}`}
      sheet={sheet}
      put={put}
      own={{ type: 'leadershipQuota.set', unit: unitId, amount, chief, deputy }}
      nothing={same ? `当日领导职数就是 ${before.amount} 名，不用登记。` : null}
      corrects
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Field
            label="职数"
            required
            error={errors['event.amount']}
            hint={before === null ? '当日没有核定' : `当日为 ${before.amount}`}
          >
            {(ids) => <NumberInput {...ids} min={0} value={amount} onChange={setAmount} />}
          </Field>
          <Field label="其中正职" error={errors['event.chief']} hint="文件未分正副的，两项留空">
            {(ids) => <NumberInput {...ids} min={0} value={chief} onChange={(value) => setChief(value ?? null)} />}
          </Field>
          <Field label="其中副职" error={errors['event.deputy']}>
            {(ids) => <NumberInput {...ids} min={0} value={deputy} onChange={(value) => setDeputy(value ?? null)} />}
          </Field>
        </>
      )}
    </EventDrawer>
  )
}
