import type { Output } from '../../../electron/contract/operations.ts'
import { SeenRows, type SeenHead } from '../../parts/seen-rows.tsx'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { setParams } from '../../ui/route.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Person = Output<'forecast.read'>['people'][number]

/** Rows drawn at a time. */
const ROWS = 80

/** Who, when, and on what the month rests. */
export function RetiringPeople({
  people,
  year,
}: {
  readonly people: readonly Person[]
  readonly year: string | undefined
}) {
  const wanted = year === undefined ? people : people.filter((person) => String(person.year) === year)
  const { shown, more } = useMoreRows(wanted, ROWS, { unit: '人' })
  if (wanted.length === 0) return <EmptyState text="这些年没有人到龄。" />
  return (
    <div className="sheet forecast-sheet">
      {year !== undefined && (
        <p className="sheet-line">
          {year} 年到龄 {wanted.length} 人{' '}
          <Button small onClick={() => setParams({ year: null })}>
            看全部年份
          </Button>
        </p>
      )}
      <table className="grid" aria-label="到龄人员">
        <thead>
          <tr>
            <th scope="col">退休年月</th>
            <th scope="col">姓名</th>
            <th scope="col">机构</th>
            <th scope="col">岗位</th>
            <th scope="col">编制</th>
            <th scope="col">出生年月</th>
            <th scope="col">原法定退休年龄</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <tr key={person.personId}>
              <td className="number">
                {person.retires} {person.overdue && <Tag look="outline-red">已到龄</Tag>}
              </td>
              <th scope="row">
                <Button look="link" onClick={() => openPerson(person.personId)}>
                  {person.name}
                </Button>
              </th>
              <td>{person.unit}</td>
              <td>
                {person.post}
                {person.leader && <span className="quiet">，占职数</span>}
              </td>
              <td>{person.category}</td>
              <td className="number">{person.birth.slice(0, 7)}</td>
              <td>{person.trackTitle}</td>
              <td className="forecast-basis">
                <span className={person.arranged === null && !person.recorded ? 'quiet' : undefined}>
                  {basisText(person)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      <SeenRows
        title={year === undefined ? '到龄人员' : `${year} 年到龄人员`}
        note="只算到龄退休；退休以组织（人社）部门核定为准"
        heads={HEADS}
        rows={() =>
          wanted.map((person) => [
            person.overdue ? `${person.retires}（已到龄）` : person.retires,
            person.name,
            person.unit,
            person.post,
            person.category,
            person.birth.slice(0, 7),
            person.trackTitle,
            basisText(person),
          ])
        }
      />
    </div>
  )
}

const HEADS: readonly SeenHead[] = [
  ['退休年月', 110],
  ['姓名', 70],
  ['机构', 130],
  ['岗位', 130],
  ['编制', 80],
  ['出生年月', 80],
  ['原法定退休年龄', 110],
  ['依据', 240],
]

function basisText({ arranged, statutory, recorded, basis }: Person): string {
  if (arranged !== null) return `${arranged}（法定 ${statutory}）`
  return recorded ? '已登记' : `推定：${basis}`
}
