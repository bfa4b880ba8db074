import type { Output } from '../../../electron/contract/operations.ts'
import { STRUCTURE_DIMENSIONS } from '../../../electron/vocabulary/structure.ts'

type Structure = Output<'structure.read'>

/** A number that was pressed; null: the whole row, column or table. */
export interface Chosen {
  readonly row: number | null
  readonly column: number | null
}

/** The table: every number a button to its people, in brackets what came or went since the other day. */
export function StructureGrid({
  data,
  chosen,
  onChoose,
}: {
  readonly data: Structure
  readonly chosen: Chosen | null
  readonly onChoose: (chosen: Chosen) => void
}) {
  const { compared } = data
  const wide = data.columnsBy !== null
  const number = (count: number, before: number | undefined, row: number | null, column: number | null) => (
    <td
      key={`${row ?? 'all'}-${column ?? 'all'}`}
      className={chosen !== null && chosen.row === row && chosen.column === column ? 'structure-chosen' : undefined}
    >
      {count === 0 && (before ?? 0) === 0 ? (
        <span className="structure-none">—</span>
      ) : (
        <button
          type="button"
          className="structure-number"
          disabled={count === 0}
          onClick={() => onChoose({ row, column })}
        >
          {count}
        </button>
      )}
      {before !== undefined && count !== before && (
        <span className="structure-step">
          （{count > before ? '+' : '−'}
          {Math.abs(count - before)}）
        </span>
      )}
    </td>
  )
  return (
    <div className="structure-scroll">
      <table className="grid structure-grid">
        <thead>
          <tr>
            <th scope="col">{STRUCTURE_DIMENSIONS[data.rowsBy]}</th>
            {data.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
            {wide && <th scope="col">合计</th>}
            <th scope="col">占比</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, place) => (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              {data.columns.map((_, column) =>
                number(data.cells[place]?.[column] ?? 0, compared?.cells[place]?.[column], place, column),
              )}
              {wide && number(row.total, compared?.rows[place]?.total, place, null)}
              <td className="structure-share">{share(row.total, data.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {data.columns.map((column, place) => number(column.total, compared?.columns[place]?.total, null, place))}
            {wide && number(data.total, compared?.total, null, null)}
            <td className="structure-share">{share(data.total, data.total)}</td>
          </tr>
          {wide && (
            <tr>
              <th scope="row">占比</th>
              {data.columns.map((column) => (
                <td key={column.key} className="structure-share">
                  {share(column.total, data.total)}
                </td>
              ))}
              <td className="structure-share">{share(data.total, data.total)}</td>
              <td />
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  )
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)}%`
}
