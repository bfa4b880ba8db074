import type { Output } from '../../../electron/contract/operations.ts'
import { SeenRows } from '../../parts/seen-rows.tsx'
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
                  <span className={year.over > 0 ? 'red' : 'quiet'}>{standText(year)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      <SeenRows
        title="各机构各年空出"
        note="格内：当年到龄人数，年末空编（空）或超编（超）"
        heads={[
          ['机构', 160],
          ['编制', 80],
          ['核定', 50],
          ['实有', 50],
          ...years.map(({ year }) => [String(year), 56] as const),
        ]}
        rows={() =>
          lines.map((line) => [
            line.unit,
            line.category,
            String(line.quota),
            String(line.actual),
            ...line.years.map((year) => `${year.retiring > 0 ? `−${year.retiring} ` : ''}${standText(year)}`),
          ])
        }
      />
    </div>
  )
}

/** 空2, 超1, 平: how a line stands at the end of a year. */
function standText({ over, vacancy }: Line['years'][number]): string {
  return over > 0 ? `超${over}` : vacancy > 0 ? `空${vacancy}` : '平'
}
