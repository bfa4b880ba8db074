import type { Output } from '../../../electron/contract/operations.ts'
import { STRUCTURE_DIMENSIONS } from '../../../electron/vocabulary/structure.ts'
import type { Chosen } from './structure-grid.tsx'

type Structure = Output<'structure.read'>

/** Shades a bar is parted in: enough for the usual columns, then round again. */
const SHADES = 7

/** One bar a row, parted by the columns: the very numbers of the table above it, which is what a screen reader reads. */
export function StructureBars({
  data,
  onChoose,
}: {
  readonly data: Structure
  readonly onChoose: (chosen: Chosen) => void
}) {
  const longest = Math.max(1, ...data.rows.map(({ total }) => total))
  return (
    <figure className="structure-bars" aria-label={`${STRUCTURE_DIMENSIONS[data.rowsBy]}人数图`}>
      {data.rows.map((row, place) => (
        <div key={row.key} className="structure-bar-row" aria-hidden="true">
          <span className="structure-bar-title">{row.title}</span>
          <span className="structure-bar">
            {data.columns.map((column, index) => {
              const count = data.cells[place]?.[index] ?? 0
              return count === 0 ? null : (
                <span
                  key={column.key}
                  className={`structure-part structure-shade-${index % SHADES}`}
                  style={{ width: `${(count / longest) * 100}%` }}
                  title={`${row.title}，${column.title}：${count} 人`}
                  onClick={() => onChoose({ row: place, column: index })}
                />
              )
            })}
            <span className="structure-bar-count number">{row.total}</span>
          </span>
        </div>
      ))}
      {data.columnsBy !== null && (
        <figcaption>
          {data.columns.map((column, index) => (
            <span key={column.key}>
              <i className={`structure-part structure-shade-${index % SHADES}`} /> {column.title}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}
