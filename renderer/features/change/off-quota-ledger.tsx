import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { goTo, openPerson } from '../../text/paths.ts'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Sheet, Toolbar } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { kindTitle } from './off-quota-kind.ts'
import { RunOffPlan } from './run-off-plan.tsx'

type Ledger = Output<'offQuota.read'>

const register = (event: string) => goTo('journal', { tab: 'register', event })

/** 编外: how many are allowed, how many there are, who they are, and how they become fewer. Never mixed with 编制. */
export function OffQuotaLedger() {
  const { asOf, believedOn, shown } = useAsOf()
  const ledger = useQuery('offQuota.read', { asOf, believedOn })
  return (
    <>
      <Toolbar>
        <span className="quiet">截至 {shown}。编外人员不占编制，单独记账。</span>
        <span className="toolbar-end">
          <Button onClick={() => register('offQuotaControl.set')}>编外控制数</Button>
          <Button onClick={() => register('runOff.plan')}>消化计划</Button>
          <Button look="main" onClick={() => register('offQuota.begin')}>
            登记编外用工
          </Button>
        </span>
      </Toolbar>
      <div className="off-quota">
        <Answer query={ledger} rows={10}>
          {(data) =>
            data.people.length === 0 && data.kinds.every((kind) => kind.actual === 0 && kind.control === null) ? (
              <EmptyState
                text="没有编外人员。自聘、劳务派遣、政府购买服务、公益性岗位都登记在这里。"
                action={<Button onClick={() => register('offQuota.begin')}>登记编外用工</Button>}
              />
            ) : (
              <LedgerBody data={data} />
            )
          }
        </Answer>
      </div>
    </>
  )
}

function LedgerBody({ data }: { readonly data: Ledger }) {
  return (
    <div className="off-quota-columns">
      <div>
        <Kinds kinds={data.kinds} />
        <People people={data.people} />
      </div>
      <RunOffPlan plan={data.plan} />
    </div>
  )
}

function Kinds({ kinds }: { readonly kinds: Ledger['kinds'] }) {
  return (
    <Sheet title="控制数与实有">
      <table className="grid" aria-label="控制数与实有">
        <thead>
          <tr>
            <th>用工形式</th>
            <th className="align-right">控制数</th>
            <th className="align-right">实有</th>
            <th className="align-right">超出</th>
            <th>文号</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">{kind.title}</th>
              <td className="align-right">{kind.control ?? <span className="quiet">未核定</span>}</td>
              <td className="align-right">{kind.actual}</td>
              <td className="align-right">{kind.over > 0 ? <Tag look="solid-red">超 {kind.over}</Tag> : 0}</td>
              <td className="clip" title={kind.document ?? ''}>
                {kind.document ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

/** Rows drawn at a time. */
const ROWS = 100

function People({ people }: { readonly people: Ledger['people'] }) {
  const { shown, more } = useMoreRows(people, ROWS, { unit: '人' })
  return (
    <>
      <Sheet title="人员" note={`${people.length} 人`}>
        <table className="grid" aria-label="编外人员">
          <thead>
            <tr>
              {HEADS.map(({ title }) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => {
              const [, ...others] = textsOf(person)
              return (
                <tr key={person.personId}>
                  <td>
                    <Button look="link" onClick={() => openPerson(person.personId)}>
                      {person.name}
                    </Button>
                  </td>
                  {others.map((text, place) => (
                    <td key={HEADS[place + 1]?.title}>{text}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
        {more}
      </Sheet>
      <div className="table-tools">
        <SeenListButtons
          title="编外人员"
          note={`${people.length} 人`}
          seen={() => ({ columns: HEADS, rows: people.map(textsOf) })}
        />
      </div>
    </>
  )
}

const HEADS = [
  { title: '姓名', width: 90 },
  { title: '机构', width: 160 },
  { title: '岗位', width: 110 },
  { title: '用工形式', width: 110 },
  { title: '起', width: 100 },
  { title: '到龄', width: 90 },
]

function textsOf({ name, unit, post, kind, from, retires }: Ledger['people'][number]): readonly string[] {
  return [name, unit ?? '', post ?? '', kindTitle(kind), from, retires ?? '—']
}
