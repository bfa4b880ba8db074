import { useMemo } from 'react'
import type { DueView } from '../../../electron/contract/due-operations.ts'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Clause, Names, PARTS, weightOf } from './due-table.tsx'

/** Of whom it cannot be told: what is missing, and of whom, a line for each lack. Nothing is guessed. */
export function UnknownDue({ due }: { readonly due: readonly DueView[] }) {
  const groups = useMemo(() => [...Map.groupBy(due, ({ kind, lacks }) => `${kind} ${lacks.join('、')}`)], [due])
  const { shown, more } = useMoreRows(groups, PARTS / 2, { unit: '行', weigh: ([, people]) => weightOf(people.length) })
  return (
    <div className="sheet due-sheet">
      <header className="sheet-head">
        <h2>不能判断</h2>
        <div className="sheet-note">缺的事实登记以后，自动算出；不猜</div>
      </header>
      <table className="grid" aria-label="不能判断的人员">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">缺什么</th>
            <th scope="col">人员</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([key, [first, ...others]]) =>
            first === undefined ? null : (
              <tr key={key} data-testid="due-unknown">
                <td>{first.kindTitle}</td>
                <td className="due-title amber">
                  {first.lacks.join('、')}
                  <Clause source={first.source} />
                </td>
                <td className="due-how">
                  <Names people={[first, ...others]} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {more}
    </div>
  )
}
