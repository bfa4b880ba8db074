import type { Output } from '../../../electron/contract/operations.ts'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { LineCells, LineHeads } from './line-cells.tsx'

type Line = Output<'forecast.read'>['lines'][number]

/** Cells drawn at a time. */
const CELLS = 500

/** Unit and category by year: how many go, and how the line stands at the year's end if nobody comes but those already approved. */
export function LineYears({ lines }: { readonly lines: readonly Line[] }) {
  const years = lines[0]?.years ?? []
  const { shown, more } = useMoreRows(lines, CELLS, { unit: '行', weigh: () => years.length })
  return (
    <div className="sheet forecast-sheet">
      <p className="sheet-line quiet">
        格子里：当年到龄人数，年末空编（空）或超编（超）。没有人来，只算已核准未到位的。
      </p>
      <table className="grid line-years" aria-label="各机构各年空出">
        <thead>
          <tr>
            <LineHeads />
            {years.map((year) => (
              <th key={year.year} scope="col" className="align-right number">
                {year.year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={`${line.unitId}${line.categoryCode}`}>
              <LineCells line={line} />
              {line.years.map((year) => (
                <td key={year.year} className="align-right number">
                  {year.retiring > 0 && <strong>−{year.retiring} </strong>}
                  <span className={year.over > 0 ? 'red' : 'quiet'}>
                    {year.over > 0 ? `超${year.over}` : year.vacancy > 0 ? `空${year.vacancy}` : '平'}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  )
}
