import type { Output } from '../../../electron/contract/operations.ts'
import { SeenTable } from '../../parts/seen-table.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LineCells, LineHeads } from './line-cells.tsx'

type RunOff = Output<'forecast.read'>['runOffs'][number]

/** Drawn at a time. */
const ROWS = 80

/** When each over-quota line is over no more, with and without those still to come. */
export function RunOffTable({ runOffs }: { readonly runOffs: readonly RunOff[] }) {
  const { shown, more } = useMoreRows(runOffs, ROWS, { unit: '行' })
  if (runOffs.length === 0) return <EmptyState text="没有超编的机构。" />
  return (
    <div className="sheet forecast-sheet">
      <SeenTable title="超编消化" note="只算到龄退休">
        <table className="grid" aria-label="超编消化">
          <thead>
            <tr>
              <LineHeads />
              <th scope="col" className="align-right">
                超编
              </th>
              <th scope="col">不再进人，消化到</th>
              <th scope="col">已核准的都到位，消化到</th>
              <th scope="col">登记的计划消化</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={`${line.unitId}${line.categoryCode}`}>
                <LineCells line={line} />
                <td className="align-right number red">{line.over}</td>
                <td>{endText(line.withoutEntries, line.unknown)}</td>
                <td>
                  {line.reserved === 0 ? (
                    <span className="quiet">没有已核准未到位的</span>
                  ) : (
                    endText(line.withEntries, line.unknown)
                  )}
                </td>
                <td className="number">{line.plannedBy ?? <span className="quiet">没有登记</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </SeenTable>
      {more}
    </div>
  )
}

function endText(month: string | null, unknown: number) {
  const open = unknown > 0 ? `，${unknown} 人待核` : ''
  return month === null ? (
    <span className="amber">已知的退休不够消化{open}</span>
  ) : (
    <span className="number">{`${month}${open}`}</span>
  )
}
