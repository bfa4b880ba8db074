import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ReactNode } from 'react'
import { FindBar } from './find-bar.tsx'
import { SheetEditor } from './sheet-editor.tsx'
import { SheetHead } from './sheet-head.tsx'
import { seenOf, type SeenSheet } from './seen-sheet.ts'
import { columnsOf, frozenOf, handleAt, toRoom, useWidth } from './sheet-places.ts'
import { SheetModel } from './sheet-model.ts'
import { SheetGroup } from './sheet-group.tsx'
import { SheetRow, type PlacedColumn } from './sheet-row.tsx'
import type { PaperLook, Patch, PatchOutcome, SheetColumn } from './sheet-shape.ts'
import { GroupLine, type SheetLayout } from './sheet-view.ts'
import { statusOf } from './selection-status.ts'
import { Gestures, type SheetUndo } from './gestures.ts'
import { usePointer } from './use-pointer.ts'
import { useWindows } from './use-windows.ts'
import './sheet.css'

const ROW = 32
const HEAD = 34

export interface SheetProps<T> {
  readonly label: string
  /** What one row is called: 人. */
  readonly unit: string
  readonly columns: readonly SheetColumn<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  /** What the row is called when it is read aloud. */
  readonly rowName: (row: T) => string
  readonly layout: SheetLayout
  readonly onLayout: (next: SheetLayout) => void
  /** Opens the row's page. */
  readonly onOpen?: ((row: T) => void) | undefined
  readonly openedKey?: string | null
  /** Writes a patch; null where it was refused as a whole (the caller has said why). Without it nothing can be typed. */
  readonly onPatch?: ((patch: Patch) => Promise<PatchOutcome | null>) | undefined
  /** Pasted lines below the last row, with the columns they were pasted into. */
  readonly onBeyond?: (lines: readonly (readonly string[])[], columns: readonly SheetColumn<T>[]) => void
  readonly onUndo?: SheetUndo
  readonly onRedo?: () => unknown
  /** True where the next 撤销 is sure to take back that entry of this sheet. */
  readonly isNext?: (seq: number) => boolean
  /** Shown as a paper with remarks in its margin. */
  readonly paper?: PaperLook<T>
  /** The row in which one is; for the top of a component or memoized. */
  readonly onActive?: (row: T | undefined) => void
  readonly empty?: ReactNode
  /** Stands in the line below the sheet; `seen` says what is shown at the moment it is asked. */
  readonly renderTools?: ((seen: () => SeenSheet) => ReactNode) | undefined
}

/**
 * Cells with selection, editor, clipboard, fill and find, drawn only where seen. One text area that always has the focus lies over the active
 * cell: it gives the input method, the clipboard and the screen reader what they expect. A gesture is one patch.
 */
export function Sheet<T>(props: SheetProps<T>) {
  const { label, unit, columns: all, rows: given, rowKey, layout, onOpen, openedKey = null, paper } = props
  const [model] = useState(() => new SheetModel<T>(unit))
  const [gestures] = useState(() => new Gestures(model))
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const editor = useRef<HTMLTextAreaElement>(null)
  const [finding, setFinding] = useState<'find' | 'replace' | null>(null)
  const boxWidth = useWidth(box)
  // Only a margin takes the room that is left.
  const room = paper === undefined ? 0 : boxWidth
  const columns = useMemo(
    () => toRoom(columnsOf(all, layout.columns, layout.widths), room),
    [all, layout.columns, layout.widths, room],
  )
  const { sort, filters, group } = layout
  const state = useSyncExternalStore(model.subscribe, model.state)
  const { folded } = state
  const rows = useMemo(
    () => model.arrange(given, columns, rowKey, { sort, filters, group }, folded),
    [model, given, columns, rowKey, sort, filters, group, folded],
  )
  const { left: selectedLeft, right: selectedRight, top: selectedTop, bottom: selectedBottom } = model.selected

  const offsets = useMemo(() => {
    const sums = [0]
    for (const column of columns) sums.push((sums.at(-1) ?? 0) + column.width)
    return sums
  }, [columns])
  const total = offsets.at(-1) ?? 0
  const frozen = frozenOf(offsets, layout.frozen, boxWidth)
  const frozenWidth = offsets[frozen] ?? 0
  const head = paper?.head ?? HEAD
  const margin = paper === undefined ? -1 : columns.length - 1
  const marginWidth = columns[margin]?.width ?? 0
  const tall = paper !== undefined
  const keyOf = useMemo(
    () =>
      tall
        ? (place: number) => {
            const row = rows[place]
            return row === undefined || row instanceof GroupLine ? `group ${place}` : rowKey(row)
          }
        : null,
    [tall, rows, rowKey],
  )

  const activeRow = Math.min(state.active.row, rows.length - 1)
  const activeColumn = Math.min(state.active.column, columns.length - 1)
  const { rowWindow, columnWindow, spotOf, rowAt } = useWindows({
    box,
    rows: rows.length,
    widths: columns,
    head,
    marginWidth,
    keyOf,
    rowHeight: ROW,
    frozenWidth,
    activeRow,
    activeColumn,
  })

  const places = columnWindow.getVirtualItems().map(({ index }) => index)
  const drawn = places.filter((place) => place >= frozen && place !== margin).join(',')
  const placed = useMemo(() => {
    const at = (place: number): PlacedColumn<T>[] => {
      const column = columns[place]
      return column === undefined ? [] : [{ column, place, left: offsets[place] ?? 0 }]
    }
    return {
      frozen: Array.from({ length: frozen }, (_, place) => place).flatMap(at),
      free: drawn === '' ? [] : drawn.split(',').flatMap((place) => at(Number(place))),
      pinned: at(margin)[0] ?? null,
    }
  }, [columns, offsets, frozen, drawn, margin])

  const show = (row: number, column: number) => {
    rowWindow.scrollToIndex(row)
    if (column >= frozen && column !== margin) columnWindow.scrollToIndex(column)
  }
  const around = {
    columns,
    show,
    page: () => pageOf(box.current, head),
    onFind: setFinding,
    onOpen,
    onPatch: props.onPatch,
    onBeyond: props.onBeyond,
    onUndo: props.onUndo,
    onRedo: props.onRedo,
    isNext: props.isNext,
  }
  useLayoutEffect(() => gestures.bind(around))
  const pointer = usePointer({
    model,
    gestures,
    box,
    editor,
    offsets,
    frozenWidth,
    head,
    margin,
    marginWidth,
    rowAt,
  })

  useEffect(() => gestures.seen(given), [given, gestures])

  // What a link or the search asked for may lie anywhere in the list.
  const opened =
    openedKey === null ? -1 : rows.findIndex((row) => !(row instanceof GroupLine) && rowKey(row) === openedKey)
  const bring = useEffectEvent((place: number) => {
    if (place >= 0) rowWindow.scrollToIndex(place)
  })
  useEffect(() => bring(opened), [opened])

  const { onActive } = props
  const active = model.row(activeRow)
  useEffect(() => onActive?.(active), [onActive, active])

  if (given.length === 0 && props.empty !== undefined) return <div className="cells">{props.empty}</div>
  const items = rowWindow.getVirtualItems()
  const activeSpot = spotOf(activeRow)
  const height = tall ? rowWindow.getTotalSize() : head + rows.length * ROW
  const of = paper?.total ?? given.length
  return (
    <div className="cells">
      {finding !== null && (
        <FindBar
          model={model}
          replacing={finding === 'replace'}
          mayReplace={props.onPatch !== undefined}
          onShow={(row, column) => {
            model.select({ row, column })
            show(row, column)
          }}
          onReplace={(patch) => void gestures.apply(patch)}
          onClose={() => {
            setFinding(null)
            editor.current?.focus({ preventScroll: true })
          }}
        />
      )}
      <div
        className="cells-scroll"
        ref={box}
        tabIndex={-1}
        style={{ scrollPadding: `${head}px ${marginWidth}px 0 ${frozenWidth}px` }}
        onScroll={({ currentTarget: one }) => one.toggleAttribute('data-aside', one.scrollLeft > 0)}
        onFocus={(event) => {
          if (event.target === event.currentTarget) editor.current?.focus({ preventScroll: true })
        }}
        {...pointer.handlers}
      >
        <div className="cells-canvas" style={{ width: total, height }}>
          <div
            role="grid"
            id={id}
            aria-label={label}
            aria-rowcount={rows.length + 1}
            aria-colcount={columns.length}
            aria-multiselectable="true"
            className="cells-grid"
          >
            <SheetHead
              height={head}
              placed={placed}
              frozenWidth={frozenWidth}
              frozen={frozen}
              layout={layout}
              rows={given}
              onLayout={props.onLayout}
              onDone={() => editor.current?.focus({ preventScroll: true })}
            />
            {items.map(({ index }) => {
              const row = rows[index]
              if (row === undefined) return null
              if (row instanceof GroupLine)
                return (
                  <SheetGroup
                    key={`group ${row.value}`}
                    line={row}
                    title={model.groupTitle(row)}
                    index={index}
                    top={spotOf(index).top}
                    placed={placed}
                    frozenWidth={frozenWidth}
                    total={total}
                    onFold={() => {
                      model.fold(row.value)
                      editor.current?.focus({ preventScroll: true })
                    }}
                  />
                )
              const key = rowKey(row)
              const selected = index >= selectedTop && index <= selectedBottom
              return (
                <SheetRow
                  key={key}
                  id={id}
                  row={row}
                  index={index}
                  top={spotOf(index).top}
                  placed={placed}
                  frozenWidth={frozenWidth}
                  left={selected ? selectedLeft : -1}
                  right={selected ? selectedRight : -2}
                  active={index === activeRow ? activeColumn : -1}
                  opened={key === openedKey}
                  rowClass={paper?.rowClass(row) ?? ''}
                  wide={paper?.wide(row) ?? null}
                  measure={tall ? rowWindow.measureElement : undefined}
                  pending={state.pending.get(key)}
                  refused={state.refused.get(key)}
                />
              )
            })}
          </div>
          {rows.length > 0 && (
            <div className="cells-over">
              <SheetEditor
                ref={editor}
                model={model}
                gestures={gestures}
                column={columns[activeColumn]}
                value={state.editing?.text ?? model.seen(activeRow, activeColumn)}
                editing={state.editing}
                label={labelOf(props, columns[activeColumn], activeRow, active)}
                gridId={id}
                cellId={`${id}-${activeRow}-${activeColumn}`}
                place={{
                  ...activeSpot,
                  left: offsets[activeColumn] ?? 0,
                  width: columns[activeColumn]?.width ?? 0,
                  held: activeColumn < frozen ? 'left' : activeColumn === margin ? 'right' : null,
                }}
                mayType={props.onPatch !== undefined && model.mayType(activeRow, activeColumn)}
              />
            </div>
          )}
          {props.onPatch !== undefined &&
            active !== undefined &&
            state.editing === null &&
            selectedRight !== margin && (
              <div className="cells-over">
                <div
                  className="cells-handle"
                  data-handle=""
                  aria-hidden="true"
                  style={handleAt(offsets, spotOf(selectedBottom), selectedRight, frozen)}
                />
              </div>
            )}
        </div>
      </div>
      <div className="cells-status" role="status">
        <span>{model.count === of ? `共 ${of} ${unit}` : `显示 ${model.count}，共 ${of} ${unit}`}</span>
        <span>{model.counted(() => statusOf(model, columns))}</span>
        <span className="cells-note">{state.note}</span>
        {props.renderTools?.(() => seenOf(model, columns))}
        {active !== undefined && onOpen !== undefined && (
          <button type="button" className="cells-open" onClick={() => onOpen(active)}>
            打开{props.rowName(active)}
          </button>
        )}
      </div>
    </div>
  )
}

/** "民族，第 4 行，试甲": what the text area is called when it is read aloud. */
function labelOf<T>(
  { paper, rowName }: SheetProps<T>,
  column: SheetColumn<T> | undefined,
  place: number,
  row: T | undefined,
): string {
  if (paper !== undefined && row !== undefined && column !== undefined) return paper.cellName(row, column)
  return `${column?.title ?? ''}，第 ${place + 1} 行${row === undefined ? '' : `，${rowName(row)}`}`
}

function pageOf(box: HTMLElement | null, head: number): number {
  return Math.max(1, Math.floor(((box?.clientHeight ?? 600) - head) / ROW) - 1)
}
