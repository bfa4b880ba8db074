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
import type { CSSProperties, ReactNode, RefObject } from 'react'
import { FindBar } from './find-bar.tsx'
import { SheetEditor } from './sheet-editor.tsx'
import { SheetHead } from './sheet-head.tsx'
import { seenOf, type SeenSheet } from './seen-sheet.ts'
import { SheetModel } from './sheet-model.ts'
import { SheetGroup } from './sheet-group.tsx'
import { SheetRow, type PlacedColumn } from './sheet-row.tsx'
import type { Patch, PatchOutcome, SheetColumn } from './sheet-shape.ts'
import { GroupLine, type SheetLayout } from './sheet-view.ts'
import { statusOf } from './selection-status.ts'
import { Gestures, type SheetUndo } from './gestures.ts'
import { usePointer } from './use-pointer.ts'
import { useWindows } from './use-windows.ts'
import './sheet.css'

export const ROW = 32
export const HEAD = 34

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
  readonly empty?: ReactNode
  /** Stands in the line below the sheet; `seen` says what is shown at the moment it is asked. */
  readonly renderTools?: ((seen: () => SeenSheet) => ReactNode) | undefined
}

/**
 * Cells with selection, editor, clipboard, fill and find, drawn only where seen. One text area that always has the focus lies over the active
 * cell: it gives the input method, the clipboard and the screen reader what they expect. A gesture is one patch.
 */
export function Sheet<T>(props: SheetProps<T>) {
  const { label, unit, columns: all, rows: given, rowKey, layout, onOpen, openedKey = null } = props
  const [model] = useState(() => new SheetModel<T>(unit))
  const [gestures] = useState(() => new Gestures(model))
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const editor = useRef<HTMLTextAreaElement>(null)
  const [finding, setFinding] = useState<'find' | 'replace' | null>(null)
  const columns = useMemo(
    () =>
      layout.columns.flatMap((key) => {
        const column = all.find((one) => one.key === key)
        const width = layout.widths[key]
        return column === undefined ? [] : [width === undefined ? column : { ...column, width }]
      }),
    [all, layout.columns, layout.widths],
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
  const frozen = useFrozen(box, offsets, layout.frozen)
  const frozenWidth = offsets[frozen] ?? 0

  const activeRow = Math.min(state.active.row, rows.length - 1)
  const activeColumn = Math.min(state.active.column, columns.length - 1)
  const { rowWindow, columnWindow } = useWindows({
    box,
    rows: rows.length,
    widths: columns,
    head: HEAD,
    rowHeight: ROW,
    frozenWidth,
    activeRow,
    activeColumn,
  })

  const places = columnWindow.getVirtualItems().map(({ index }) => index)
  const drawn = places.filter((place) => place >= frozen).join(',')
  const placed = useMemo(() => {
    const at = (place: number): PlacedColumn<T>[] => {
      const column = columns[place]
      return column === undefined ? [] : [{ column, place, left: offsets[place] ?? 0 }]
    }
    return {
      frozen: Array.from({ length: frozen }, (_, place) => place).flatMap(at),
      free: drawn === '' ? [] : drawn.split(',').flatMap((place) => at(Number(place))),
    }
  }, [columns, offsets, frozen, drawn])

  const show = (row: number, column: number) => {
    rowWindow.scrollToIndex(row)
    if (column >= frozen) columnWindow.scrollToIndex(column)
  }
  const around = {
    columns,
    show,
    page: () => pageOf(box.current),
    onFind: setFinding,
    onOpen,
    onPatch: props.onPatch,
    onBeyond: props.onBeyond,
    onUndo: props.onUndo,
    onRedo: props.onRedo,
    isNext: props.isNext,
  }
  useLayoutEffect(() => gestures.bind(around))
  const pointer = usePointer({ model, gestures, box, editor, offsets, frozenWidth, rowHeight: ROW, head: HEAD })

  useEffect(() => gestures.seen(given), [given, gestures])

  // What a link or the search asked for may lie anywhere in the list.
  const opened =
    openedKey === null ? -1 : rows.findIndex((row) => !(row instanceof GroupLine) && rowKey(row) === openedKey)
  const bring = useEffectEvent((place: number) => {
    if (place >= 0) rowWindow.scrollToIndex(place)
  })
  useEffect(() => bring(opened), [opened])

  if (given.length === 0 && props.empty !== undefined) return <div className="cells">{props.empty}</div>
  const active = model.row(activeRow)
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
        onFocus={(event) => {
          if (event.target === event.currentTarget) editor.current?.focus({ preventScroll: true })
        }}
        {...pointer.handlers}
      >
        <div className="cells-canvas" style={{ width: total, height: HEAD + rows.length * ROW }}>
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
              placed={placed}
              frozenWidth={frozenWidth}
              frozen={frozen}
              layout={layout}
              rows={given}
              onLayout={props.onLayout}
              onDone={() => editor.current?.focus({ preventScroll: true })}
            />
            {rowWindow.getVirtualItems().map(({ index }) => {
              const row = rows[index]
              if (row === undefined) return null
              if (row instanceof GroupLine)
                return (
                  <SheetGroup
                    key={`group ${row.value}`}
                    line={row}
                    title={model.groupTitle(row)}
                    index={index}
                    top={HEAD + index * ROW}
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
                  top={HEAD + index * ROW}
                  placed={placed}
                  frozenWidth={frozenWidth}
                  left={selected ? selectedLeft : -1}
                  right={selected ? selectedRight : -2}
                  active={index === activeRow ? activeColumn : -1}
                  opened={key === openedKey}
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
                label={labelOf(columns[activeColumn], activeRow, active, props.rowName)}
                gridId={id}
                cellId={`${id}-${activeRow}-${activeColumn}`}
                place={{
                  top: HEAD + activeRow * ROW,
                  left: offsets[activeColumn] ?? 0,
                  width: columns[activeColumn]?.width ?? 0,
                  height: ROW,
                  frozen: activeColumn < frozen,
                }}
                mayType={props.onPatch !== undefined && columns[activeColumn]?.typed === true && active !== undefined}
              />
            </div>
          )}
          {props.onPatch !== undefined && active !== undefined && state.editing === null && (
            <div className="cells-over">
              <div
                className="cells-handle"
                data-handle=""
                aria-hidden="true"
                style={handleAt(offsets, selectedBottom, selectedRight, frozen)}
              />
            </div>
          )}
        </div>
      </div>
      <div className="cells-status" role="status">
        <span>
          {model.count === given.length
            ? `共 ${given.length} ${unit}`
            : `显示 ${model.count}，共 ${given.length} ${unit}`}
        </span>
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
  column: SheetColumn<T> | undefined,
  place: number,
  row: T | undefined,
  nameOf: (row: T) => string,
): string {
  return `${column?.title ?? ''}，第 ${place + 1} 行${row === undefined ? '' : `，${nameOf(row)}`}`
}

function pageOf(box: HTMLElement | null): number {
  return Math.max(1, Math.floor(((box?.clientHeight ?? 600) - HEAD) / ROW) - 1)
}

function handleAt(offsets: readonly number[], row: number, column: number, frozen: number): CSSProperties {
  const top = HEAD + (row + 1) * ROW - 4
  const left = (offsets[column + 1] ?? 0) - 4
  return column < frozen
    ? { position: 'sticky', left, marginTop: top, marginLeft: 0 }
    : { position: 'absolute', left, top }
}

/** A frozen block wider than 60 % of the window would hide the rest for good: fewer columns are frozen then. */
function useFrozen(box: RefObject<HTMLDivElement | null>, offsets: readonly number[], wanted: number): number {
  const [width, setWidth] = useState(1200)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => setWidth(element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [box])
  let frozen = Math.min(wanted, offsets.length - 1)
  while (frozen > 0 && (offsets[frozen] ?? 0) > width * 0.6) frozen -= 1
  return frozen
}
