import { SEX_LIST } from '../../../electron/vocabulary/people.ts'
import { choicesOf } from '../../text/choices.ts'
import type { ReactNode } from 'react'
import type { RosterLayout } from '../../../electron/contract/adhoc-operations.ts'
import { CATEGORY_TITLES, ROSTER_LIST_TITLES, categoryCode, rosterList } from '../../../electron/contract/shapes.ts'
import { useQuery } from '../../api/use-query.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox, Select } from '../../ui/form.tsx'

type Filter = RosterLayout['filter']

const ALL = { value: '', label: '不限' }
const SEXES = choicesOf(SEX_LIST, ALL.label)

/** Who is on it: every condition must hold. */
export function AdhocWho({
  filter,
  onChange,
}: {
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}) {
  const units = useQuery('units.read', {})
  const roster = useQuery('roster.read', {})
  const unitChoices = [
    ALL,
    ...(units.data?.units ?? [])
      .filter((unit) => unit.kind !== 'township')
      .map((unit) => ({ value: unit.unitId, label: unit.name })),
  ]
  const known = [...new Set((roster.data?.people ?? []).flatMap((person) => person.education ?? []))]
  const education =
    filter.education !== null && !known.includes(filter.education) ? [...known, filter.education] : known
  const toggle = (list: (typeof filter.lists)[number], on: boolean) => {
    const lists = rosterList.options.filter((own) => (own === list ? on : filter.lists.includes(own)))
    if (lists.length > 0) onChange({ lists })
  }
  return (
    <fieldset>
      <legend>人员</legend>
      {rosterList.options.map((list) => (
        <Checkbox
          key={list}
          checked={filter.lists.includes(list)}
          disabled={filter.lists.length === 1 && filter.lists.includes(list)}
          onChange={(on) => toggle(list, on)}
          label={ROSTER_LIST_TITLES[list]}
        />
      ))}
      <Line label="单位">
        <Select
          aria-label="单位"
          value={filter.unit ?? ''}
          onChange={(unit) => onChange({ unit: unit === '' ? null : unit })}
          choices={unitChoices}
        />
      </Line>
      <Line label="编制类型">
        <Select
          aria-label="编制类型"
          value={filter.category ?? ''}
          onChange={(code) => onChange({ category: code === '' ? null : categoryCode.parse(code) })}
          choices={[ALL, ...categoryCode.options.map((code) => ({ value: code, label: CATEGORY_TITLES[code] }))]}
        />
      </Line>
      <Line label="性别">
        <Select
          aria-label="性别"
          value={filter.sex ?? ''}
          onChange={(sex) => onChange({ sex: sex === '男' || sex === '女' ? sex : null })}
          choices={SEXES}
        />
      </Line>
      <Line label="学历">
        <Select
          aria-label="学历"
          value={filter.education ?? ''}
          onChange={(value) => onChange({ education: value === '' ? null : value })}
          choices={[ALL, ...education.map((value) => ({ value, label: value }))]}
        />
      </Line>
      <Line label="出生从">
        <DateInput
          aria-label="出生从"
          value={filter.bornFrom ?? undefined}
          onChange={(day) => onChange({ bornFrom: day ?? null })}
        />
      </Line>
      <Line label="出生到">
        <DateInput
          aria-label="出生到"
          value={filter.bornTo ?? undefined}
          onChange={(day) => onChange({ bornTo: day ?? null })}
        />
      </Line>
    </fieldset>
  )
}

/** A control with its word at the left; the control bears the word as its own name. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="adhoc-line">
      <span>{label}</span>
      {children}
    </div>
  )
}
