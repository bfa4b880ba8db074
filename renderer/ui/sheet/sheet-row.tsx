import { memo } from 'react'
import type { ReactNode } from 'react'
import type { SheetColumn } from './sheet-shape.ts'

export interface PlacedColumn<T> {
  readonly column: SheetColumn<T>
  readonly place: number
  readonly left: number
}

export interface PlacedColumns<T> {
  readonly frozen: readonly PlacedColumn<T>[]
  readonly free: readonly PlacedColumn<T>[]
  /** The margin. */
  readonly pinned: PlacedColumn<T> | null
}

interface SheetRowProps<T> {
  readonly id: string
  readonly row: T
  readonly index: number
  readonly top: number
  readonly placed: PlacedColumns<T>
  readonly frozenWidth: number
  /** Selected columns; right < left: none. */
  readonly left: number
  readonly right: number
  /** The active column; -1: the active cell is in another row. */
  readonly active: number
  readonly opened: boolean
  /** Of a paper: the row's own classes, and what is said over all of its cells. */
  readonly rowClass: string
  readonly wide: string | null
  /** Learns how high the row is; none where all are alike. */
  readonly measure: ((row: HTMLDivElement | null) => void) | undefined
  readonly pending: ReadonlyMap<string, string> | undefined
  readonly refused: ReadonlyMap<string, string> | undefined
}

type DrawnRow<T> = Omit<SheetRowProps<T>, 'measure'>

/** One row; redrawn only when it or what is selected in it changes. */
export const SheetRow = memo(function Row<T>({ measure, ...props }: SheetRowProps<T>) {
  const { placed, frozenWidth, top, index, opened, wide } = props
  const { pinned } = placed
  const names = [
    'cells-row',
    ...(opened ? ['cells-row-opened'] : []),
    ...(pinned === null ? [] : ['cells-tall', props.rowClass]),
    ...(pinned !== null && props.active >= 0 ? ['cells-row-active'] : []),
  ]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={names.join(' ')}
      style={{ top }}
      data-index={index}
      ref={measure}
    >
      {placed.frozen.length > 0 && (
        <div className="cells-frozen" role="presentation" style={{ width: frozenWidth }}>
          {placed.frozen.map((one) => cellOf(one, props))}
        </div>
      )}
      {wide === null ? placed.free.map((one) => cellOf(one, props)) : wideCell(wide, props)}
      {pinned !== null && (
        <div className="cells-pinned" role="presentation" style={{ width: pinned.column.width }}>
          {cellOf(pinned, props)}
        </div>
      )}
    </div>
  )
}) as <T>(props: SheetRowProps<T>) => ReactNode

/** In the place of the cells between the frozen ones and the margin. */
function wideCell<T>(text: string, { placed, frozenWidth, id, index, left, right, active }: DrawnRow<T>): ReactNode {
  const first = placed.frozen.length
  const end = placed.pinned?.left ?? frozenWidth
  const selected = right >= first && left < (placed.pinned?.place ?? first)
  return (
    <div
      id={`${id}-${index}-${active >= first ? active : first}`}
      role="gridcell"
      aria-colindex={first + 1}
      aria-colspan={Math.max(1, (placed.pinned?.place ?? first) - first)}
      aria-selected={selected}
      className={selected ? 'cells-cell cells-wide cells-selected' : 'cells-cell cells-wide'}
      style={{ left: frozenWidth, width: end - frozenWidth }}
      title={text}
    >
      {text}
    </div>
  )
}

function cellOf<T>({ column, place, left }: PlacedColumn<T>, props: DrawnRow<T>): ReactNode {
  const { row, placed } = props
  const typed = props.pending?.get(column.key)
  const problem = props.refused?.get(column.key)
  const text = typed ?? column.text(row)
  const selected = place >= props.left && place <= props.right
  const names = [
    'cells-cell',
    `align-${column.align ?? 'left'}`,
    ...(column.tone === undefined ? [] : [column.tone(row) ?? '']),
    ...(selected ? ['cells-selected'] : []),
    ...(place === props.active ? ['cells-active'] : []),
    ...(typed === undefined ? [] : ['cells-pending']),
    ...(problem === undefined ? [] : ['cells-refused']),
  ]
  return (
    <div
      key={column.key}
      id={`${props.id}-${props.index}-${place}`}
      role="gridcell"
      aria-colindex={place + 1}
      aria-selected={selected}
      aria-readonly={column.typed !== true || column.typedIn?.(row) === false}
      className={names.join(' ')}
      style={{ left, width: column.width }}
      title={problem ?? (text.length > 6 && place !== placed.pinned?.place ? text : undefined)}
    >
      {typed === undefined && column.look !== undefined ? column.look(row) : text}
      {problem !== undefined && <span className="cells-problem">{problem}</span>}
    </div>
  )
}
