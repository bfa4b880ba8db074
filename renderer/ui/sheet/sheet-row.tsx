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
  readonly pending: ReadonlyMap<string, string> | undefined
  readonly refused: ReadonlyMap<string, string> | undefined
}

/** One row; redrawn only when it or what is selected in it changes. */
export const SheetRow = memo(function Row<T>(props: SheetRowProps<T>) {
  const { placed, frozenWidth, top, index, opened } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={opened ? 'cells-row cells-row-opened' : 'cells-row'}
      style={{ top }}
    >
      {placed.frozen.length > 0 && (
        <div className="cells-frozen" role="presentation" style={{ width: frozenWidth }}>
          {placed.frozen.map((one) => cellOf(one, props))}
        </div>
      )}
      {placed.free.map((one) => cellOf(one, props))}
    </div>
  )
}) as <T>(props: SheetRowProps<T>) => ReactNode

function cellOf<T>({ column, place, left }: PlacedColumn<T>, props: SheetRowProps<T>): ReactNode {
  const { row } = props
  const typed = props.pending?.get(column.key)
  const problem = props.refused?.get(column.key)
  const text = typed ?? column.text(row)
  const selected = place >= props.left && place <= props.right
  const names = [
    'cells-cell',
    `align-${column.align ?? 'left'}`,
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
      aria-readonly={column.typed !== true}
      className={names.join(' ')}
      style={{ left, width: column.width }}
      title={problem ?? (text.length > 6 ? text : undefined)}
    >
      {typed === undefined && column.look !== undefined ? column.look(row) : text}
      {problem !== undefined && <span className="cells-problem">{problem}</span>}
    </div>
  )
}
