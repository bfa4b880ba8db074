import { useState } from 'react'
import type { DutyView } from '../../../electron/contract/duty-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { CheckPaper } from '../../parts/check-paper.tsx'
import { CheckViews } from '../../parts/check-views.tsx'
import { SeenTable } from '../../parts/seen-table.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DateSettings } from './date-settings.tsx'
import { DoneDialog } from './done-dialog.tsx'
import { DutyMonth } from './duty-month.tsx'
import { DutyTable } from './duty-table.tsx'
import { monthAfter, monthRange } from './months.ts'
import './duties.css'

/** 待办: what is due and when, month by month or all that is near; marked when done. */
export function DutiesScreen() {
  const { asOf, shown } = useAsOf()
  const { month, view } = useRoute().params
  const asMonth = month !== undefined && view !== 'list'
  const range = month === undefined ? {} : monthRange(month)
  const duties = useQuery('duties.read', { asOf, ...range })
  const [settings, setSettings] = useState(false)
  const [printing, setPrinting] = useState(false)
  const paperRange = month === undefined ? monthRange(shown.slice(0, 7)) : monthRange(month)
  const actions = (
    <>
      <Button onClick={() => setPrinting(true)} disabled={duties.data === undefined}>
        打印本月…
      </Button>
      <Button onClick={() => setSettings(true)} disabled={duties.data === undefined}>
        本地日期…
      </Button>
    </>
  )
  return (
    <Page title="核查" note={<CheckViews current="duties" />} actions={actions}>
      <Toolbar>
        <Button onClick={() => setParams({ month: null })} aria-pressed={month === undefined}>
          近期
        </Button>
        <Button onClick={() => setParams({ month: shown.slice(0, 7) })} aria-pressed={month === shown.slice(0, 7)}>
          本月
        </Button>
        <Button onClick={() => setParams({ month: monthAfter(month ?? shown.slice(0, 7), -1) })} aria-label="上一月">
          ‹
        </Button>
        <strong className="duty-month">
          {month === undefined
            ? '前两个月未办的，后三个月要办的'
            : `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5, 7))} 月`}
        </strong>
        <Button onClick={() => setParams({ month: monthAfter(month ?? shown.slice(0, 7), 1) })} aria-label="下一月">
          ›
        </Button>
        {month !== undefined && (
          <Button onClick={() => setParams({ view: asMonth ? 'list' : null })}>
            {asMonth ? '列成清单' : '排成月历'}
          </Button>
        )}
      </Toolbar>
      <Answer query={duties} rows={10}>
        {(data) => <Duties data={data} month={asMonth ? month : null} />}
      </Answer>
      {printing && (
        <CheckPaper
          title="待办事项"
          question={{ paper: 'duties', asOf, ...paperRange }}
          onClose={() => setPrinting(false)}
        />
      )}
      {settings && duties.data !== undefined && (
        <DateSettings dates={duties.data.dates} onClose={() => setSettings(false)} />
      )}
    </Page>
  )
}

function Duties({ data, month }: { readonly data: Output<'duties.read'>; readonly month: string | null }) {
  const { isToday, shown } = useAsOf()
  const [doing, setDoing] = useState<DutyView | null>(null)
  const { counts } = data
  return (
    <>
      <p className="duty-counts" data-testid="duty-counts">
        {counts.overdue > 0 && <span className="red">逾期 {counts.overdue}</span>}{' '}
        {counts.today > 0 && <span className="amber">今天 {counts.today}</span>} <span>七天内 {counts.soon}</span>{' '}
        <span className="quiet">
          以后 {counts.ahead} · 已办 {counts.done}
          {counts.undated > 0 && ` · 日期待定 ${counts.undated}`}
        </span>
      </p>
      {data.freeze !== null && (
        <p className="duty-freeze">
          现在是年报冻结期（{data.freeze.from} 至 {data.freeze.to}）：上级数据库不收变动，登记照常，解冻后补报。
        </p>
      )}
      {month !== null ? (
        <DutyMonth month={month} today={shown} duties={data.duties} onDone={isToday ? setDoing : null} />
      ) : data.duties.length === 0 ? (
        <EmptyState text="这段时间没有要办的事。" />
      ) : (
        <SeenTable title="待办" note={`截至 ${shown}`}>
          <DutyTable duties={data.duties} onDone={isToday ? setDoing : null} />
        </SeenTable>
      )}
      {doing !== null && <DoneDialog duty={doing} onClose={() => setDoing(null)} />}
    </>
  )
}
