import type { ReactNode } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Select } from '../../ui/form.tsx'
import type { FormView } from './form-list.tsx'

/** What she chose; whatever is left out follows the day the window shows. */
export interface Chosen {
  readonly asOf?: string
  readonly from?: string
  readonly to?: string
  readonly unit?: string
  readonly person?: string
}

interface ReportChoiceProps {
  readonly form: FormView
  readonly chosen: Chosen
  /** The days the core took where nothing was chosen. */
  readonly answered: Output<'report.preview'> | undefined
  readonly onChange: (part: Chosen) => void
}

/** 统计日期, or the period, and what the form can be narrowed to. */
export function ReportChoice({ form, chosen, answered, onChange }: ReportChoiceProps) {
  return (
    <>
      {form.span === 'day' ? (
        <Labelled label="统计日期">
          <DateInput
            aria-label="统计日期"
            value={chosen.asOf ?? answered?.asOf}
            onChange={(asOf) => asOf !== undefined && onChange({ asOf })}
          />
        </Labelled>
      ) : (
        <Labelled label="统计期间">
          <DateInput
            aria-label="期间首日"
            value={chosen.from ?? answered?.from}
            onChange={(from) => from !== undefined && onChange({ from })}
          />
          至
          <DateInput
            aria-label="期间末日"
            value={chosen.to ?? answered?.to}
            onChange={(to) => to !== undefined && onChange({ to })}
          />
        </Labelled>
      )}
      {form.subject === 'unit' && <UnitChoice value={chosen.unit ?? ''} onChange={(unit) => onChange({ unit })} />}
      {form.subject === 'person' && (
        <PersonChoice value={chosen.person ?? ''} onChange={(person) => onChange({ person })} />
      )}
    </>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="report-choice">
      <span>{label}</span>
      {children}
    </span>
  )
}

function UnitChoice({ value, onChange }: { readonly value: string; readonly onChange: (unit: string) => void }) {
  const units = useQuery('units.read', {})
  const choices = [
    { value: '', label: '全部单位' },
    ...(units.data?.units ?? [])
      .filter((unit) => unit.kind !== 'township')
      .map((unit) => ({ value: unit.unitId, label: unit.name })),
  ]
  return (
    <Labelled label="单位">
      <Select aria-label="单位" value={value} onChange={onChange} choices={choices} width={170} />
    </Labelled>
  )
}

/** Nobody chosen: everybody who is away or borrowed on the day. */
function PersonChoice({ value, onChange }: { readonly value: string; readonly onChange: (person: string) => void }) {
  const roster = useQuery('roster.read', {})
  return (
    <Labelled label="人员">
      <PersonPicker aria-label="人员" value={value} onChange={onChange} people={roster.data?.people ?? []} />
    </Labelled>
  )
}
