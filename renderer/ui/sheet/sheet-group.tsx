import type { PlacedColumns } from './sheet-row.tsx'
import type { GroupLine } from './sheet-view.ts'

interface SheetGroupProps<T> {
  readonly line: GroupLine
  readonly title: string
  readonly index: number
  readonly top: number
  readonly placed: PlacedColumns<T>
  readonly frozenWidth: number
  /** Of the whole sheet, pixels. */
  readonly total: number
  readonly onFold: () => void
}

/** The line above a group: what its rows share, how many they are, sums under the numbers. A click folds the rows away. */
export function SheetGroup<T>({ line, title, index, top, placed, frozenWidth, total, onFold }: SheetGroupProps<T>) {
  const sums = placed.free.flatMap(({ column, place, left }) => {
    const sum = line.sums.get(column.key)
    return sum === undefined ? [] : [{ key: column.key, place, left, width: column.width, text: String(sum) }]
  })
  return (
    <div role="row" aria-rowindex={index + 2} className="cells-row cells-group" style={{ top, width: total }}>
      <div role="gridcell" aria-colindex={1} className="cells-group-title" style={{ minWidth: frozenWidth }}>
        <button
          type="button"
          className="cells-fold"
          tabIndex={-1}
          aria-expanded={!line.folded}
          data-door=""
          onClick={onFold}
        >
          <span aria-hidden="true">{line.folded ? '▸' : '▾'}</span>
          {title}
        </button>
      </div>
      {sums.map(({ key, place, left, width, text }) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={place + 1}
          className="cells-group-sum number"
          style={{ left, width }}
        >
          {text}
        </div>
      ))}
    </div>
  )
}
