import type { Output } from '../../../electron/contract/operations.ts'
import { SeenRows, type SeenHead } from '../../parts/seen-rows.tsx'
import { openPerson, openPersonForm } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { EmptyState } from '../../ui/states.tsx'

type Unknown = Output<'forecast.read'>['unknown'][number]

/** Rows drawn at a time. */
const ROWS = 80

const HEADS: readonly SeenHead[] = [
  ['姓名', 80],
  ['机构', 150],
  ['岗位', 150],
  ['要核什么', 420],
]

/** Of whom no month can be told: what must be asked, and where it is written down. */
export function UnknownPeople({ unknown }: { readonly unknown: readonly Unknown[] }) {
  const { shown, more } = useMoreRows(unknown, ROWS, { unit: '人' })
  if (unknown.length === 0) return <EmptyState text="每个人的退休时间都算得出。" />
  return (
    <div className="sheet forecast-sheet">
      <table className="grid" aria-label="待核人员">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">机构</th>
            <th scope="col">岗位</th>
            <th scope="col">要核什么</th>
            <th scope="col">登记</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.personId}>
              <th scope="row">
                <Button look="link" onClick={() => openPerson(one.personId)}>
                  {one.name}
                </Button>
              </th>
              <td>{one.unit}</td>
              <td>{one.post}</td>
              <td className="forecast-basis">{one.text}</td>
              <td>
                <Button
                  small
                  onClick={() =>
                    openPersonForm(one.personId, 'correct', one.why === 'asked' ? 'retirementCategory' : 'birth')
                  }
                >
                  {one.why === 'asked' ? '登记原法定退休年龄' : '登记出生年月'}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      <SeenRows
        title="退休时间待核人员"
        note="没有算在预测的数字里"
        heads={HEADS}
        rows={() => unknown.map(({ name, unit, post, text }) => [name, unit, post, text])}
      />
    </div>
  )
}
