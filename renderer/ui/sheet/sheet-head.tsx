import { useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { ColumnMenu } from './column-menu.tsx'
import type { PlacedColumn, PlacedColumns } from './sheet-row.tsx'
import { toggledSort, type SheetLayout } from './sheet-view.ts'

interface SheetHeadProps<T> {
  /** Pixels. */
  readonly height: number
  readonly placed: PlacedColumns<T>
  readonly frozenWidth: number
  readonly frozen: number
  readonly layout: SheetLayout
  readonly rows: readonly T[]
  readonly onLayout: (next: SheetLayout) => void
  /** The head is done with: the sheet takes the focus back. */
  readonly onDone: () => void
}

const NARROWEST = 40

/** The heads: a click sorts (Shift: as a further key), the arrow opens filter and order of the column, the right edge is drawn to a width. */
export function SheetHead<T>(props: SheetHeadProps<T>) {
  const { placed, frozenWidth } = props
  const [opened, setOpened] = useState<string | null>(null)
  const cell = (one: PlacedColumn<T>) => (
    <HeadCell key={one.column.key} {...props} one={one} opened={opened === one.column.key} onOpened={setOpened} />
  )
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={placed.pinned === null ? 'cells-head' : 'cells-head cells-tall'}
      style={{ height: props.height }}
    >
      {placed.frozen.length > 0 && (
        <div className="cells-frozen" role="presentation" style={{ width: frozenWidth }}>
          {placed.frozen.map(cell)}
        </div>
      )}
      {placed.free.map(cell)}
      {placed.pinned !== null && (
        <div className="cells-pinned" role="presentation" style={{ width: placed.pinned.column.width }}>
          {cell({ ...placed.pinned, left: 0 })}
        </div>
      )}
    </div>
  )
}

function HeadCell<T>({
  one: { column, place, left },
  opened,
  onOpened,
  layout,
  rows,
  onLayout,
  onDone,
}: SheetHeadProps<T> & {
  readonly one: PlacedColumn<T>
  readonly opened: boolean
  readonly onOpened: (key: string | null) => void
}) {
  const order = layout.sort.findIndex((key) => key.column === column.key)
  const mine = layout.sort[order]
  const filtered = layout.filters[column.key] !== undefined
  const [drawn, setDrawn] = useState<{ readonly from: number; readonly width: number } | null>(null)
  const setWidth = (width: number) =>
    onLayout({ ...layout, widths: { ...layout.widths, [column.key]: Math.max(NARROWEST, Math.round(width)) } })
  const onDraw = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrawn({ from: event.clientX, width: column.width })
  }
  const onMenuKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onOpened(null)
    onDone()
  }
  const edge = (
    <span
      className="cells-edge"
      aria-hidden="true"
      onPointerDown={onDraw}
      onPointerMove={(event) => {
        if (drawn !== null) setWidth(drawn.width + (event.clientX - drawn.from) / event.currentTarget.currentCSSZoom)
      }}
      onPointerUp={() => {
        setDrawn(null)
        onDone()
      }}
    />
  )
  if (column.head !== undefined)
    return (
      <div
        role="columnheader"
        aria-colindex={place + 1}
        className="cells-head-cell cells-head-own"
        style={{ left, width: column.width }}
      >
        {column.head}
        {edge}
      </div>
    )
  return (
    <div
      role="columnheader"
      aria-colindex={place + 1}
      aria-sort={mine === undefined ? undefined : mine.down ? 'descending' : 'ascending'}
      className={`cells-head-cell align-${column.align ?? 'left'}`}
      style={{ left, width: column.width }}
      onKeyDown={onMenuKey}
    >
      <button
        type="button"
        className="cells-sort"
        tabIndex={-1}
        title={`${column.title}：点一下排序，按住 Shift 再点作为次要排序`}
        onClick={(event) => {
          onLayout({ ...layout, sort: toggledSort(layout.sort, column.key, event.shiftKey) })
          onDone()
        }}
      >
        <span className="cells-title">{column.title}</span>
        {mine !== undefined && (
          <span className="cells-order" aria-hidden="true">
            {mine.down ? '↓' : '↑'}
            {layout.sort.length > 1 ? order + 1 : ''}
          </span>
        )}
      </button>
      <button
        type="button"
        className={filtered ? 'cells-more cells-filtered' : 'cells-more'}
        aria-label={`${column.title}：筛选与列${filtered ? '（已筛选）' : ''}`}
        data-menu={place}
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => onOpened(opened ? null : column.key)}
      >
        <span aria-hidden="true" />
      </button>
      {opened && (
        <ColumnMenu
          column={column}
          place={place}
          rows={rows}
          layout={layout}
          onLayout={onLayout}
          onClose={() => {
            onOpened(null)
            onDone()
          }}
        />
      )}
      {edge}
    </div>
  )
}
