import { useState } from 'react'
import type { RosterLayout } from '../../../electron/contract/adhoc-operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Paper } from '../../parts/paper.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { AdhocFields } from './adhoc-fields.tsx'
import { AdhocLook } from './adhoc-look.tsx'
import { AdhocWho } from './adhoc-who.tsx'
import { KeptLayouts } from './kept-layouts.tsx'
import { SaveAdhoc } from './save-adhoc.tsx'

const FIRST: RosterLayout = {
  title: '人员花名册',
  fields: ['sequence', 'unit', 'name', 'sex', 'birth', 'education', 'post', 'category'],
  dateFormat: 'dot',
  idNumbers: 'masked',
  filter: { lists: ['in-quota'], unit: null, category: null, sex: null, education: null, bornFrom: null, bornTo: null },
  sortBy: null,
  descending: false,
  groupBy: null,
  paper: 'A4',
  orientation: 'portrait',
}

/** 自定花名册: columns, people, order and groups at the left, the paper as it will be at the right. */
export function AdhocDesk() {
  const { asOf: shownDay } = useAsOf()
  const [layout, setLayout] = useState(FIRST)
  const [chosenDay, setChosenDay] = useState<string | undefined>()
  const asOf = chosenDay ?? shownDay
  const kept = useQuery('rosterLayout.list', {})
  const input = {
    layout: { ...layout, title: layout.title.trim() === '' ? FIRST.title : layout.title },
    ...(asOf === undefined ? {} : { asOf }),
  }
  const paper = useQuery('adhoc.preview', input)
  const change = (part: Partial<RosterLayout>) => setLayout((now) => ({ ...now, ...part }))
  const fields = kept.data?.fields ?? []
  return (
    <div className="report-desk">
      <div className="report-bar">
        <KeptLayouts layouts={kept.data?.layouts ?? []} layout={input.layout} onChoose={setLayout} />
        <span className="report-choice">
          <span>统计日期</span>
          <DateInput
            aria-label="统计日期"
            value={asOf ?? paper.data?.asOf}
            onChange={(day) => day !== undefined && setChosenDay(day)}
          />
        </span>
        <span className="report-actions">
          {paper.data !== undefined && (
            <span className="quiet" role="status">
              {paper.data.people} 人，{paper.data.preview.pages.length} 页
            </span>
          )}
          <SaveAdhoc input={input} ready={paper.error === null && paper.data !== undefined} />
        </span>
      </div>
      <div className="adhoc-body">
        <section className="adhoc-settings" aria-label="花名册设置">
          <AdhocFields fields={fields} chosen={layout.fields} onChange={(own) => change({ fields: own })} />
          <AdhocWho filter={layout.filter} onChange={(part) => change({ filter: { ...layout.filter, ...part } })} />
          <AdhocLook layout={layout} fields={fields} onChange={change} />
        </section>
        <div className="report-paper" aria-busy={paper.loading}>
          {paper.error !== null ? (
            <ErrorState error={paper.error} onRetry={paper.refetch} />
          ) : paper.data === undefined ? (
            <Skeleton rows={12} />
          ) : (
            <Paper
              preview={paper.data.preview}
              label="自定花名册纸样"
              fileName={`${paper.data.title}（截至${paper.data.asOf}）`}
            />
          )}
        </div>
      </div>
    </div>
  )
}
