import type { ReactNode } from 'react'
import type { TemplateSheetView } from '../../../electron/contract/template-operations.ts'

interface SheetGridProps {
  readonly view: TemplateSheetView
  readonly label: string
  /** First and last row of the header, 1-based. */
  readonly header: readonly [number, number]
  /** First and last row just filled, 1-based. */
  readonly filled?: readonly [number, number]
  /** Rows above the sheet, under its letters. */
  readonly children?: ReactNode
}

function lettersOf(column: number): string {
  return column < 26 ? String.fromCodePoint(65 + column) : `${lettersOf(Math.floor(column / 26) - 1)}${lettersOf(column % 26)}`
}

/** A sheet as she knows it: letters, row numbers, merged areas. */
export function SheetGrid({ view, label, header, filled = [0, 0], children }: SheetGridProps) {
  const width = view.rows[0]?.length ?? 0
  const tone = (row: number) => (row >= header[0] && row <= header[1] ? 'fill-header' : row >= filled[0] && row <= filled[1] ? 'fill-filled' : undefined)
  return (
    <div className="fill-sheet" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">行</th>
            {Array.from({ length: width }, (_, column) => (
              <th key={column} scope="col">
                {lettersOf(column)}
              </th>
            ))}
          </tr>
          {children}
        </thead>
        <tbody>
          {view.rows.map((cells, row) => (
            <tr key={row} className={tone(row + 1)}>
              <th scope="row">{row + 1}</th>
              {cells.map((text, column) => (
                <Cell key={column} view={view} row={row} column={column} text={text} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {view.more > 0 && <p className="quiet">以下还有 {view.more} 行。</p>}
    </div>
  )
}

function Cell({ view, row, column, text }: { readonly view: TemplateSheetView; readonly row: number; readonly column: number; readonly text: string }) {
  const merge = view.merges.find((area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right)
  if (merge === undefined) return <td title={text}>{text}</td>
  if (merge.top !== row || merge.left !== column) return null
  return (
    <td rowSpan={merge.bottom - merge.top + 1} colSpan={merge.right - merge.left + 1} className="fill-merged">
      {text}
    </td>
  )
}
