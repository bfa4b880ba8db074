import type { Output } from '../../../electron/contract/operations.ts'
import { Button } from '../../ui/button.tsx'

type Years = Output<'forecast.read'>['years']

/** The chart's numbers; a year opens its people. */
export function YearTable({
  years,
  chosen,
  onChoose,
}: {
  readonly years: Years
  readonly chosen: string | undefined
  readonly onChoose: (year: number) => void
}) {
  return (
    <div className="year-table">
      <table className="grid" aria-label="各年到龄人数">
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col" className="align-right">
              到龄
            </th>
            <th scope="col" className="align-right">
              行政类
            </th>
            <th scope="col" className="align-right">
              事业
            </th>
            <th scope="col" className="align-right">
              其他
            </th>
            <th scope="col" className="align-right">
              领导职数
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.year} aria-selected={String(year.year) === chosen}>
              <th scope="row" className="number">
                {year.year}
              </th>
              <td className="align-right number">
                {year.retiring === 0 ? (
                  <span className="quiet">0</span>
                ) : (
                  <Button
                    look="link"
                    aria-pressed={String(year.year) === chosen}
                    aria-label={`${year.year} 年到龄 ${year.retiring} 人，看名单`}
                    onClick={() => onChoose(year.year)}
                  >
                    {year.retiring}
                  </Button>
                )}
                {year.overdue > 0 && <span className="red"> 含已到龄 {year.overdue}</span>}
              </td>
              <td className="align-right number">{year.organ}</td>
              <td className="align-right number">{year.institution}</td>
              <td className="align-right number">{year.other}</td>
              <td className="align-right number">{year.leaders}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
