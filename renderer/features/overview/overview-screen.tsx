import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { SeatLegend } from '../../parts/seat-strip.tsx'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { DueBrief } from './due-brief.tsx'
import { FindingsMap } from './findings-map.tsx'
import { FindingsBrief } from './findings-brief.tsx'
import { MonthChange, monthStart } from './month-change.tsx'
import { OffSheet } from './off-sheet.tsx'
import { Safety } from './safety.tsx'
import { SeatBoard } from './seat-board.tsx'
import { StructureBrief } from './structure-brief.tsx'
import { Totals } from './totals.tsx'
import './overview.css'

/** Answers in five seconds: are we over anywhere, who does not belong, what must be settled, is the data safe. */
export function OverviewScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const figures = useQuery('figures.read', { asOf, believedOn })
  const roster = useQuery('roster.read', { asOf, believedOn })
  const check = useQuery('check.run', { asOf, believedOn })
  const duties = useQuery('duties.read', { asOf })
  const changes = useQuery('changes.read', { from: monthStart(shown), to: shown })
  const age = useQuery('structure.read', { rows: 'age', asOf, believedOn })
  const category = useQuery('structure.read', { rows: 'category', asOf, believedOn })
  const forecast = useQuery('forecast.read', { asOf, believedOn, years: 2 })
  const empty = figures.data !== undefined && figures.data.lines.length === 0 && roster.data?.people.length === 0
  if (empty) {
    return (
      <Page title="总览">
        <EmptyState
          text="这本编制本还没有核定编制，也没有人。把手头的花名册导进来，数字和名单就出来了。"
          action={
            <Button look="main" onClick={() => goTo('import')}>
              导入花名册
            </Button>
          }
        />
      </Page>
    )
  }
  return (
    <Page title="总览" note={`截至 ${shown}`} actions={<Safety />}>
      <div className="overview">
        <div>
          <Sheet title="编制总数" note="各类编制分开算，互不相抵">
            <Answer query={figures} rows={4}>
              {(data) => <Totals figures={data} />}
            </Answer>
          </Sheet>
          <Sheet title="各机构的座位" actions={<SeatLegend />}>
            <Answer query={figures} rows={10}>
              {(data) => <SeatBoard figures={data} />}
            </Answer>
          </Sheet>
          <Sheet title="队伍结构" note="名单上的每个人算一次">
            <Answer query={age} rows={6}>
              {(data) => category.data !== undefined && <StructureBrief age={data} category={category.data} />}
            </Answer>
          </Sheet>
        </div>
        <div>
          <Sheet title="不上公示名单的占编人员" note="超编、不合规">
            <Answer query={roster} rows={4}>
              {(data) => <OffSheet people={data.people} />}
            </Answer>
          </Sheet>
          <Sheet title="与上月末相比">
            <Answer query={changes} rows={3}>
              {(data) => <MonthChange changes={data} />}
            </Answer>
          </Sheet>
          <Sheet title="要办的事">
            <Answer query={duties} rows={4}>
              {(data) => <DueBrief duties={data.duties} retiring={forecast.data?.people} />}
            </Answer>
          </Sheet>
          <Sheet title="核查">
            <Answer query={check} rows={4}>
              {(data) => (
                <>
                  <FindingsBrief findings={data.findings} counts={data.counts} rulesRun={data.rulesRun} />
                  <FindingsMap findings={data.findings} />
                </>
              )}
            </Answer>
          </Sheet>
        </div>
      </div>
    </Page>
  )
}
