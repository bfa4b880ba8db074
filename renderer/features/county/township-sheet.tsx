import { SEVERITY_NAMES } from '../../../electron/vocabulary/findings.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Sheet } from '../../ui/page.tsx'
import { setParams } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { MakeReceipt } from './make-receipt.tsx'
import { openNames } from './people-door.ts'
import { SumCells, SumHeads } from './sum-table.tsx'
import { EndTownship, TownshipLedger } from './township-ledger.tsx'
import { TownshipDifferences } from './township-differences.tsx'

type Township = Output<'county.township'>

/** One township opened: units down to names, findings, what it handed in, and the answer to it. */
export function TownshipSheet({ township }: { readonly township: string }) {
  const query = useQuery('county.township', { township })
  return (
    <>
      <div className="county-lists">
        <Button look="link" onClick={() => setParams({ township: null, names: null })}>
          ← 全部乡镇
        </Button>
      </div>
      <Answer query={query} rows={10}>
        {(answer) => (
          <>
            <Units asked={township} answer={answer} />
            <MakeReceipt key={township} asked={township} units={answer.units} />
            <TownshipLedger asked={township} answer={answer} />
            <TownshipDifferences asked={township} />
            <Problems answer={answer} />
            <Submissions answer={answer} />
            <EndTownship asked={township} answer={answer} />
          </>
        )}
      </Answer>
    </>
  )
}

function Units({ asked, answer }: { readonly asked: string; readonly answer: Township }) {
  const { township, units } = answer
  const held = units.filter((unit) => unit.lines.length > 0)
  return (
    <Sheet title={township.name} note={[township.region, township.code ?? ''].filter((one) => one !== '').join('　')}>
      {held.length === 0 ? (
        <EmptyState text="它已撤并，或没有收到它的数据。" />
      ) : (
        <table className="grid county-grid" aria-label="机构编制">
          <thead>
            <tr>
              <th scope="col">机构</th>
              <th scope="col">类别</th>
              <th scope="col">编制类型</th>
              <SumHeads />
            </tr>
          </thead>
          <tbody>
            {held.flatMap((unit) =>
              unit.lines.map((line, place) => (
                <tr key={`${unit.id} ${line.categoryCode}`}>
                  <th scope="row">{place === 0 ? unit.name : ''}</th>
                  <td>{place === 0 ? unit.kind : ''}</td>
                  <td>{line.category}</td>
                  <SumCells
                    sums={line}
                    onNames={() =>
                      openNames({
                        title: `${township.name}${unit.name}　${line.category}`,
                        township: asked,
                        unit: unit.id,
                        category: line.categoryCode,
                      })
                    }
                  />
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}

function Problems({ answer: { findings, duties } }: { readonly answer: Township }) {
  const { shown, more } = useMoreRows(findings, 40, { unit: '个' })
  if (findings.length === 0 && duties.length === 0) return null
  return (
    <Sheet title="问题和过期未办">
      <ul className="county-files">
        {duties.map((duty) => (
          <li key={`${duty.title} ${duty.dueOn ?? ''} ${duty.text}`} className="amber">
            过期未办：{duty.title}
            {duty.dueOn === null ? '' : `（${duty.dueOn}）`}　{duty.text}
          </li>
        ))}
        {shown.map((one, place) => (
          // Two findings may read alike; the place tells them apart.
          <li key={`${place} ${one.rule}`}>
            {one.state === 'explained' ? '已说明' : SEVERITY_NAMES[one.severity]}：{one.text}
          </li>
        ))}
      </ul>
      {more}
    </Sheet>
  )
}

function Submissions({ answer: { submissions } }: { readonly answer: Township }) {
  return (
    <Sheet title="报来的数据包">
      <table className="grid county-grid" aria-label="报来的数据包">
        <thead>
          <tr>
            <th scope="col">收到</th>
            <th scope="col">截至</th>
            <th scope="col">文件</th>
            <th scope="col" className="number">
              人员
            </th>
            <th scope="col">回执</th>
          </tr>
        </thead>
        <tbody>
          {submissions.map((one) => (
            <tr key={one.id}>
              <td>{formatInstant(one.receivedAt)}</td>
              <td>{one.asOf}</td>
              <th scope="row">
                {one.fileName}
                {one.current ? '（现用）' : ''}
                {one.masked ? '' : '（完整号码）'}
              </th>
              <td className="number">{one.people}</td>
              <td>{one.answer === null ? '' : `${one.answer.accepted ? '收下' : '退回'}　${one.answer.number}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
