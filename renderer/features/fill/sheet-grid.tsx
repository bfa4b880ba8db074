import { useState, type ReactNode } from 'react'
import type { TemplateSheetView } from '../../../electron/contract/template-operations.ts'

interface CountedCell {
  readonly cell: string
  readonly value: number
  readonly people: readonly { readonly personId: string; readonly name: string }[]
}

interface SheetGridProps {
  readonly view: TemplateSheetView
  readonly label: string
  /** First and last row of the header, 1-based. */
  readonly header: readonly [number, number]
  /** First and last rows just filled, 1-based. */
  readonly filled?: readonly (readonly [number, number])[]
  /** Cells that were counted, with who is behind the number. */
  readonly counts?: readonly CountedCell[]
  /** Rows above the sheet, under its letters. */
  readonly children?: ReactNode
}

function lettersOf(column: number): string {
  return column < 26
    ? String.fromCodePoint(65 + column)
    : `${lettersOf(Math.floor(column / 26) - 1)}${lettersOf(column % 26)}`
}

/** A sheet as she knows it: letters, row numbers, merged areas. */
export function SheetGrid({ view, label, header, filled = [], counts = [], children }: SheetGridProps) {
  const width = view.rows[0]?.length ?? 0
  const [open, setOpen] = useState<string | null>(null)
  const byCell = new Map(counts.map((one) => [one.cell, one]))
  const opened = open === null ? undefined : byCell.get(open)
  const tone = (row: number) =>
    row >= header[0] && row <= header[1]
      ? 'fill-header'
      : filled.some(([first, last]) => row >= first && row <= last)
        ? 'fill-filled'
        : undefined
  return (
    <div className="fill-sheet" tabIndex={0} role="region" aria-label={label}>
      {opened !== undefined && (
        <p className="fill-names" data-testid="fill-names">
          {opened.cell}，{opened.value}：{opened.people.map(({ name }) => name).join('、')}
        </p>
      )}
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
                <Cell
                  key={column}
                  view={view}
                  row={row}
                  column={column}
                  text={text}
                  onOpen={
                    (byCell.get(`${lettersOf(column)}${row + 1}`)?.people.length ?? 0) > 0
                      ? () => setOpen(`${lettersOf(column)}${row + 1}`)
                      : null
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {view.more > 0 && <p className="quiet">以下还有 {view.more} 行。</p>}
    </div>
  )
}

function Cell({
  view,
  row,
  column,
  text,
  onOpen,
}: {
  readonly view: TemplateSheetView
  readonly row: number
  readonly column: number
  readonly text: string
  /** Shows who is behind a number. */
  readonly onOpen: (() => void) | null
}) {
  const merge = view.merges.find(
    (area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right,
  )
  const content =
    onOpen === null ? (
      text
    ) : (
      <button type="button" className="fill-number" onClick={onOpen}>
        {text}
      </button>
    )
  if (merge === undefined) return <td title={text}>{content}</td>
  if (merge.top !== row || merge.left !== column) return null
  return (
    <td rowSpan={merge.bottom - merge.top + 1} colSpan={merge.right - merge.left + 1} className="fill-merged">
      {content}
    </td>
  )
}
