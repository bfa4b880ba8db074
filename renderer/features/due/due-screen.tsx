import { useMemo, useState } from 'react'
import { wholeDue } from '../../../electron/contract/due-operations.ts'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { DUE_KIND_TITLES, DUE_KINDS, dueKindNamed, type DueKind } from '../../../electron/vocabulary/due.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { CheckPaper } from '../../parts/check-paper.tsx'
import { CheckViews } from '../../parts/check-views.tsx'
import { SeenRows, type SeenHead } from '../../parts/seen-rows.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DueTable } from './due-table.tsx'
import { dayAfterMonths, monthsBetween } from './months-ahead.ts'
import { UnknownDue } from './unknown-due.tsx'
import './due.css'

type Question = CallInput<'due.read'>

const AHEAD = [
  { value: '3', label: '三个月内' },
  { value: '12', label: '一年内' },
  { value: '36', label: '三年内' },
  { value: '60', label: '五年内' },
]

const HEADS: readonly SeenHead[] = [
  ['到期', 80],
  ['情形', 60],
  ['姓名', 70],
  ['机构', 130],
  ['类别', 70],
  ['事项', 150],
  ['怎么算的', 320],
  ['依据', 200],
]

/** 到期: who is due for what, how it was counted, by which clause; narrowed by kind, unit and month. */
export function DueScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const { params } = useRoute()
  const [printing, setPrinting] = useState(false)
  const kind = dueKindNamed(params['kind'] ?? '')
  const ahead = AHEAD.find(({ value }) => value === params['ahead'])?.value ?? '12'
  const { unit, month } = params
  const narrowed = {
    asOf,
    until: dayAfterMonths(shown, Number(ahead)),
    ...(unit === undefined ? {} : { unit }),
    ...(month === undefined ? {} : { month }),
  }
  const question: Question = { ...narrowed, ...(kind === null ? {} : { kind }) }
  const due = useQuery('due.read', { ...question, believedOn })
  const change = (next: Readonly<Record<string, string | null>>) => setParams(next, { replace: true })
  const months = useMemo(() => monthsBetween(shown, Number(ahead)), [shown, ahead])
  return (
    <Page
      title="核查"
      note={<CheckViews current="due" />}
      actions={
        <Button onClick={() => setPrinting(true)} disabled={due.data === undefined}>
          打印…
        </Button>
      }
    >
      <Toolbar>
        <Select
          width={110}
          aria-label="看多久"
          value={ahead}
          onChange={(value) => change({ ahead: value, month: null })}
          choices={AHEAD}
        />
        <Select
          width={120}
          aria-label="月份"
          value={month ?? ''}
          onChange={(value) => change({ month: value === '' ? null : value })}
          choices={[{ value: '', label: '不限月份' }, ...months]}
        />
        <UnitSelect value={unit ?? ''} onChange={(value) => change({ unit: value === '' ? null : value })} />
        <span className="quiet">年限和日期按登记的事实推算，由有权机关决定。</span>
      </Toolbar>
      <Answer query={due} rows={10}>
        {(data) => <DueBody data={data} kind={kind} onKind={(next) => change({ kind: next })} />}
      </Answer>
      {printing && (
        <CheckPaper title="到期人员" question={{ paper: 'due', ...question }} onClose={() => setPrinting(false)} />
      )}
    </Page>
  )
}

function DueBody({
  data,
  kind,
  onKind,
}: {
  readonly data: Output<'due.read'>
  readonly kind: DueKind | null
  readonly onKind: (kind: DueKind | null) => void
}) {
  const all = Object.values(data.counts).reduce((sum, count) => sum + count, 0)
  const tabs = [
    { value: 'all' as const, label: '全部', count: all },
    ...DUE_KINDS.map((one) => ({ value: one, label: DUE_KIND_TITLES[one], count: data.counts[one] })),
  ]
  const whole = useMemo(() => wholeDue(data), [data])
  const told = useMemo(() => whole.filter(({ on }) => on !== null), [whole])
  const unknown = useMemo(() => whole.filter(({ on }) => on === null), [whole])
  return (
    <>
      <Tabs
        label="到期类别"
        tabs={tabs}
        value={kind ?? 'all'}
        onChange={(next) => onKind(next === 'all' ? null : next)}
      />
      {data.due.length === 0 && <EmptyState text="这段时间没有到期的人。" />}
      {told.length > 0 && <DueTable due={told} together={kind === null} />}
      {unknown.length > 0 && <UnknownDue due={unknown} />}
      {whole.length > 0 && (
        <SeenRows
          title="到期人员"
          note={`截至 ${data.asOf}，到 ${data.until}`}
          heads={HEADS}
          rows={() =>
            whole.map((one) => [
              one.on ?? '—',
              one.stateTitle,
              one.person,
              one.unit ?? '',
              one.kindTitle,
              one.title,
              one.text,
              one.source.cited,
            ])
          }
        />
      )}
    </>
  )
}

function UnitSelect({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { asOf, believedOn } = useAsOf()
  const units = useQuery('units.read', { asOf, believedOn }).data?.units
  const choices = useMemo(
    () => [
      { value: '', label: '全部机构' },
      ...(units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name })),
    ],
    [units],
  )
  return <Select width={190} aria-label="机构" value={value} onChange={onChange} choices={choices} />
}
