import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { pageMap } from './page-memory.ts'

export interface Column<T> {
  readonly key: string
  readonly title: string
  /** Pixels; a column without one shares what is left. */
  readonly width?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly render: (row: T, index: number) => ReactNode
  /** What the cell says on paper; a column without it is not printed. */
  readonly text?: (row: T) => string
  /** Makes the header a sort button. */
  readonly sortBy?: (row: T) => string | number
}

interface DataTableProps<T> {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly onOpen?: (row: T) => void
  readonly openedKey?: string | null
  readonly empty?: ReactNode
  /** Remembers the scroll under this name, so that Back finds it. */
  readonly memory?: string
  readonly rowTone?: (row: T) => 'red' | 'amber' | undefined
  /** Stands below the table; `seen` says what is shown at the moment it is asked. */
  readonly renderTools?: (seen: () => SeenTable) => ReactNode
}

/** What is seen: heads and lines, in their order, as texts. */
export interface SeenTable {
  readonly columns: readonly { readonly title: string; readonly width: number; readonly number: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** Pixels on paper of a column that shares what is left. */
const SHARED = 260

const ROW = 32
const MARGIN_ROWS = 12
const scrollTops = pageMap<string, number>()
/** The order chosen for each list, by its label: a filter changes the rows, not the order. */
const orders = pageMap<string, Sort | null>()
const collator = new Intl.Collator('zh-CN', { numeric: true })

interface Sort {
  readonly key: string
  readonly down: boolean
}

/** A sheet: the header stays, rows are 32 px and drawn only where seen, ↑ ↓ moves, Enter opens. Fills its parent's height. */
export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  onOpen,
  openedKey = null,
  empty,
  memory,
  rowTone,
  renderTools,
}: DataTableProps<T>) {
  const [sort, setSort] = useState<Sort | null>(() => orders.get(label) ?? null)
  const order = (next: Sort | null) => {
    orders.set(label, next)
    setSort(next)
  }
  const [active, setActive] = useState(0)
  const id = useId()
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort])
  const { box, first, last, onScroll } = useWindow(sorted.length, memory)
  const opened = openedKey === null ? -1 : sorted.findIndex((row) => rowKey(row) === openedKey)
  const here = Math.min(opened >= 0 ? opened : active, sorted.length - 1)
  const go = (index: number) => {
    const next = Math.max(0, Math.min(sorted.length - 1, index))
    setActive(next)
    showRow(box.current, next)
    const row = sorted[next]
    // With a page open beside the list, moving turns the page.
    if (opened >= 0 && row !== undefined) onOpen?.(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = moveOf(event.key, here, sorted.length)
    if (target !== null) {
      event.preventDefault()
      go(target)
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      const row = sorted[here]
      if (row !== undefined) onOpen?.(row)
    }
  }
  if (rows.length === 0 && empty !== undefined) {
    return (
      <div className="data-table" ref={box}>
        {empty}
      </div>
    )
  }
  const table = (
    <div
      className="data-table"
      ref={box}
      onScroll={onScroll}
      tabIndex={0}
      onKeyDown={onKeyDown}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-activedescendant={`${id}-${here}`}
    >
      <table role="presentation" style={{ minWidth: leastWidth(columns) }}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: first * ROW }} aria-hidden="true" />}
          {sorted.slice(first, last).map((row, offset) => {
            const index = first + offset
            const tone = rowTone?.(row)
            return (
              <tr
                key={rowKey(row)}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === opened}
                className={`${tone === undefined ? '' : `row-${tone}`}${index === here ? ' row-here' : ''}${onOpen === undefined ? '' : ' row-door'}`}
                onClick={() => {
                  setActive(index)
                  onOpen?.(row)
                }}
              >
                {columns.map((column) => (
                  <td key={column.key} role="gridcell" className={`align-${column.align ?? 'left'}`}>
                    {column.render(row, index)}
                  </td>
                ))}
              </tr>
            )
          })}
          {last < sorted.length && <tr style={{ height: (sorted.length - last) * ROW }} aria-hidden="true" />}
        </tbody>
      </table>
    </div>
  )
  if (renderTools === undefined) return table
  return (
    <>
      {table}
      <div className="table-tools">{renderTools(() => seenOf(columns, sorted))}</div>
    </>
  )
}

function seenOf<T>(columns: readonly Column<T>[], rows: readonly T[]): SeenTable {
  const said = columns.flatMap(({ title, width = SHARED, align, text }) =>
    text === undefined ? [] : [{ title, width, number: align === 'right', text }],
  )
  return {
    columns: said.map(({ title, width, number }) => ({ title, width, number })),
    rows: rows.map((row) => said.map(({ text }) => text(row))),
  }
}

function HeadCell<T>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<T>
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
}) {
  const mine = sort?.key === column.key ? sort : null
  const next = mine === null ? { key: column.key, down: false } : mine.down ? null : { key: column.key, down: true }
  return (
    <th
      scope="col"
      role="columnheader"
      className={`align-${column.align ?? 'left'}`}
      aria-sort={mine === null ? undefined : mine.down ? 'descending' : 'ascending'}
    >
      {column.sortBy === undefined ? (
        column.title
      ) : (
        <button type="button" className="sort" onClick={() => onSort(next)}>
          {column.title}
          <span aria-hidden="true">{mine === null ? '' : mine.down ? '↓' : '↑'}</span>
        </button>
      )}
    </th>
  )
}

function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sort: Sort | null): readonly T[] {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy
  if (sort === null || by === undefined) return rows
  const sign = sort.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const left = by(a)
    const right = by(b)
    return (
      sign *
      (typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right)))
    )
  })
}

function moveOf(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return here + 1
    case 'ArrowUp':
      return here - 1
    case 'PageDown':
      return here + 15
    case 'PageUp':
      return here - 15
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function showRow(box: HTMLElement | null, index: number): void {
  if (box === null) return
  const top = index * ROW
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + 2 * ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW - box.clientHeight
}

/** Which rows are in sight, with a margin; and the memory of where one was. */
function useWindow(count: number, memory: string | undefined) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    if (memory !== undefined) element.scrollTop = scrollTops.get(memory) ?? 0
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [memory])
  const onScroll = () => {
    const element = box.current
    if (element === null) return
    if (memory !== undefined) scrollTops.set(memory, element.scrollTop)
    setView({ top: element.scrollTop, height: element.clientHeight })
  }
  const first = Math.max(0, Math.min(count, Math.floor(view.top / ROW) - MARGIN_ROWS))
  const last = Math.min(count, Math.ceil((view.top + view.height) / ROW) + MARGIN_ROWS)
  return { box, first, last, onScroll }
}

/** A column without a width of its own takes what is left, and at least this. */
const FREE_WIDTH = 140

/** Below this the list scrolls sideways instead of losing a column. */
function leastWidth(columns: readonly { readonly width?: number }[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? FREE_WIDTH), 0)
}
