import { ownStatusLook } from '../../text/words.ts'
import { useState } from 'react'
import { categoryCode } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { SeatStrip } from '../../parts/seat-strip.tsx'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Answer, ErrorState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { OverQuotaForm } from './over-quota-form.tsx'
import { EXPLANATION, PrintExplanation, PrintedHeading } from './print-explanation.tsx'

type Explanation = Output<'figure.explain'>

interface LineExplainProps {
  readonly unitId: string
  readonly category: string
  readonly onClose: () => void
}

/** One line's origin: the formula, the quota entries with their documents, the people, what is reserved, who is not counted. */
export function LineExplain({ unitId, category, onClose }: LineExplainProps) {
  const { asOf, believedOn } = useAsOf()
  const code = categoryCode.safeParse(category)
  const query = useQuery('figure.explain', code.success ? { unitId, category: code.data, asOf, believedOn } : null)
  const title = query.data === undefined ? '数字来由' : `${query.data.line.unit} · ${query.data.line.category}`
  return (
    <Drawer
      title={title}
      label="数字来由"
      onClose={onClose}
      printPart={EXPLANATION}
      footer={<PrintExplanation ready={query.data !== undefined} />}
    >
      <PrintedHeading />
      {code.success ? (
        <Answer query={query}>{(data) => <Explained data={data} />}</Answer>
      ) : (
        <ErrorState error={{ message: '没有这种编制类型。请从数字上重新点开。' }} />
      )}
    </Drawer>
  )
}

function Explained({ data }: { readonly data: Explanation }) {
  const [choosing, setChoosing] = useState(false)
  const { line } = data
  // The non-compliant are off the sheet already; only what is left of the excess is the clerk's to choose.
  const choosable = line.over - data.people.filter((person) => person.list === 'non-compliant').length
  return (
    <>
      <p className="formula">{data.formula}</p>
      <SeatStrip line={line} />
      {choosable > 0 && !choosing && (
        <p className="explain-action">
          <Button onClick={() => setChoosing(true)}>指定超编人员</Button>
          <span className="quiet">没有指定时，入编最晚的人排在超编名单。</span>
        </p>
      )}
      {choosing && <OverQuotaForm line={line} people={data.people} onDone={() => setChoosing(false)} />}
      <QuotaEntries data={data} />
      <People data={data} />
      <Reserved data={data} />
      <NotCounted data={data} />
    </>
  )
}

function QuotaEntries({ data }: { readonly data: Explanation }) {
  return (
    <>
      <h3>核定 {data.line.quota} 名，依据</h3>
      {data.quotas.length === 0 && <p className="quiet">没有核定记录。</p>}
      {data.quotas.length > 0 && (
        <table className="grid">
          <thead>
            <tr>
              <th>文号</th>
              <th className="align-right">核定</th>
              <th>起</th>
              <th>止</th>
            </tr>
          </thead>
          <tbody>
            {data.quotas.map((quota) => (
              <tr key={`${quota.documentNumber}${quota.validFrom}`} className={quota.current ? '' : 'quiet'}>
                <td title={quota.documentTitle ?? ''}>{quota.documentNumber}</td>
                <td className="align-right">{quota.amount}</td>
                <td>{quota.validFrom}</td>
                <td>{quota.validTo ?? '现行'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function People({ data }: { readonly data: Explanation }) {
  return (
    <>
      <h3>实有 {data.people.length} 人</h3>
      {data.people.length === 0 && <p className="quiet">没有人。</p>}
      {data.people.length > 0 && (
        <table className="grid">
          <tbody>
            {data.people.map((person, index) => (
              <tr key={person.personId}>
                <td className="align-right quiet number">{index + 1}</td>
                <td>
                  <Button look="link" onClick={() => openPerson(person.personId)}>
                    {person.name}
                  </Button>
                </td>
                <td className="clip">{person.post}</td>
                <td>{person.enteredOn === null ? '入编时间未登记' : `${person.enteredOn} 入编`}</td>
                <td>
                  <Tag look={ownStatusLook(person)}>{person.status}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Reserved({ data }: { readonly data: Explanation }) {
  if (data.approvals.length === 0) return null
  return (
    <>
      <h3>已核准未到位 {data.line.reserved} 名</h3>
      <ul>
        {data.approvals.map((approval) => (
          <li key={approval.number}>
            {approval.number}：{approval.amount} 名{approval.expiresOn !== null && `，${approval.expiresOn} 前有效`}
          </li>
        ))}
      </ul>
    </>
  )
}

function NotCounted({ data }: { readonly data: Explanation }) {
  if (data.notCounted.length === 0) return null
  return (
    <>
      <h3>在这里、不计入的 {data.notCounted.length} 人</h3>
      <ul className="not-counted">
        {data.notCounted.map((person) => (
          <li key={`${person.personId}${person.why}`}>
            <Button look="link" onClick={() => openPerson(person.personId)}>
              {person.name}
            </Button>
            <span className="quiet">{person.why}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
