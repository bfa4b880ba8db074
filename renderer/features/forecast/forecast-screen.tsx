import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { CheckPaper } from '../../parts/check-paper.tsx'
import { CheckViews } from '../../parts/check-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AlertList } from './alert-list.tsx'
import { LineYears } from './line-years.tsx'
import { MostRetiring } from './most-retiring.tsx'
import { RetiringPeople } from './retiring-people.tsx'
import { RunOffTable } from './run-off-table.tsx'
import { UnknownPeople } from './unknown-people.tsx'
import { YearChart } from './year-chart.tsx'
import { YearTable } from './year-table.tsx'
import './forecast.css'

type Forecast = Output<'forecast.read'>
type Part = 'people' | 'lines' | 'run-off' | 'unknown'

const SPANS = [5, 10, 15, 20].map((years) => ({ value: String(years), label: `${years} 年` }))

/** 预测: who reaches retirement when, which seats that frees, when an over-quota line has run off. Chart and tables are one answer. */
export function ForecastScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const [years, setYears] = useState('10')
  const forecast = useQuery('forecast.read', { asOf, believedOn, years: Number(years) })
  const [printing, setPrinting] = useState(false)
  const actions = (
    <>
      <Select aria-label="看几年" value={years} onChange={setYears} choices={SPANS} width={90} />
      <Button onClick={() => setPrinting(true)} disabled={forecast.data === undefined}>
        打印…
      </Button>
    </>
  )
  return (
    <Page title="核查" note={<CheckViews current="forecast" />} actions={actions}>
      <Answer query={forecast} rows={12}>
        {(data) =>
          data.people.length === 0 && data.unknown.length === 0 && data.lines.length === 0 ? (
            <EmptyState text="还没有占编人员。导入花名册之后，这里算出谁哪年到龄、哪个岗位空出来。" />
          ) : (
            <ForecastBody data={data} shown={shown} />
          )
        }
      </Answer>
      {printing && (
        <CheckPaper
          title="到龄退休预测表"
          question={{ paper: 'forecast', asOf, years: Number(years) }}
          onClose={() => setPrinting(false)}
        />
      )}
    </Page>
  )
}

function ForecastBody({ data, shown }: { readonly data: Forecast; readonly shown: string }) {
  const { part: wanted, year } = useRoute().params
  const tabs = [
    { value: 'people' as const, label: '到龄人员', count: data.people.length },
    { value: 'lines' as const, label: '各机构空出' },
    { value: 'run-off' as const, label: '超编消化', count: data.runOffs.length },
    { value: 'unknown' as const, label: '待核', count: data.unknown.length },
  ]
  const part: Part = tabs.find((tab) => tab.value === wanted)?.value ?? 'people'
  return (
    <>
      <p className="quiet forecast-note">
        截至 {shown}，{data.from} 至 {data.to} 年。只算到龄退休，不算调动、招录。法定退休时间按 2025
        年渐进式延迟办法逐月计算，退休以组织（人社）部门核定为准。
        {data.unknown.length > 0 && ` 另有 ${data.unknown.length} 人待核，没有算在数字里。`}
      </p>
      <div className="forecast-top">
        <Sheet title="各年到龄人数">
          <div className="forecast-years">
            <YearChart years={data.years} />
            <YearTable
              years={data.years}
              chosen={year}
              onChoose={(one) => setParams({ part: 'people', year: one === Number(year) ? null : String(one) })}
            />
          </div>
        </Sheet>
        <div className="forecast-side">
          <Sheet title="到龄提醒" note="12、6、3、1 个月">
            <AlertList people={data.people} />
          </Sheet>
          <Sheet title="到龄多的机构">
            <MostRetiring people={data.people} />
          </Sheet>
        </div>
      </div>
      <Tabs label="预测明细" tabs={tabs} value={part} onChange={(next) => setParams({ part: next, year: null })} />
      {part === 'people' && <RetiringPeople key={year} people={data.people} year={year} />}
      {part === 'lines' && <LineYears lines={data.lines} />}
      {part === 'run-off' && <RunOffTable runOffs={data.runOffs} />}
      {part === 'unknown' && <UnknownPeople unknown={data.unknown} />}
    </>
  )
}
