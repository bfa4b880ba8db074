import { useRef } from 'react'
import type { MouseEvent, PointerEvent, RefObject } from 'react'
import { within } from './cell-moves.ts'
import type { Gestures } from './gestures.ts'
import type { SheetModel } from './sheet-model.ts'
import type { Cell } from './sheet-shape.ts'

interface Ground<T> {
  readonly model: SheetModel<T>
  readonly gestures: Gestures<T>
  readonly box: RefObject<HTMLDivElement | null>
  readonly editor: RefObject<HTMLTextAreaElement | null>
  /** Left edges of the columns, and the right edge of the last. */
  readonly offsets: readonly number[]
  readonly frozenWidth: number
  readonly head: number
  /** The column that stays in sight at the right edge, and its width; -1: none does. */
  readonly margin: number
  readonly marginWidth: number
  /** The row so many pixels below the top of the heads. */
  readonly rowAt: (y: number) => number
}

const NO_DOUBLE_CLICK = '.cells-head, textarea, [data-handle], .cells-cell :is(input, select, button, ul)'

/** Press, drag, Shift+click, the fill handle and the double click; by coordinates, so that a captured pointer finds its cell too. */
export function usePointer<T>({
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
}: Ground<T>) {
  const drag = useRef<'select' | 'fill' | null>(null)
  const filledTo = useRef<Cell | null>(null)

  const cellAt = (event: MouseEvent): Cell | null => {
    const element = box.current
    if (element === null) return null
    const frame = element.getBoundingClientRect()
    // The pointer and the frame are told in pixels of the window, all else in those of the magnified sheet.
    const size = element.currentCSSZoom
    const x = (event.clientX - frame.left) / size - element.clientLeft
    const y = (event.clientY - frame.top) / size - element.clientTop
    if (y < head && drag.current === null) return null
    if (x > element.clientWidth || y > element.clientHeight) if (drag.current === null) return null
    const across = x < frozenWidth ? x : x + element.scrollLeft
    const row = rowAt(y + element.scrollTop)
    const inMargin = margin >= 0 && x >= element.clientWidth - marginWidth
    const column = inMargin ? margin : offsets.findLastIndex((left) => left <= across)
    if (drag.current === null && (row < 0 || row >= model.lines.length || column >= offsets.length - 1)) return null
    return within(model.shown, { row, column })
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    if (event.target.closest('.cells-head, textarea, .cells-choices, .cells-cell :is(input, select, ul)') !== null)
      return
    const onHandle = event.target.closest('[data-handle]') !== null
    const cell = cellAt(event)
    if (cell === null && !onHandle) return
    // A door in a cell is for a plain click; the cell is selected all the same.
    event.preventDefault()
    if (model.state().editing !== null) gestures.commit()
    editor.current?.focus({ preventScroll: true })
    drag.current = onHandle ? 'fill' : 'select'
    if (cell !== null && !onHandle) gestures.go(cell, event.shiftKey)
    if (event.target.closest('[data-door], .cells-cell button, .cells-cell a, .cells-cell label') === null)
      event.currentTarget.setPointerCapture(event.pointerId)
  }

  /** What is drawn in a cell to say that it can be put right begins the typing. */
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('[data-edit]') !== null) gestures.begin()
  }

  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest(NO_DOUBLE_CLICK) !== null) return
    if (cellAt(event) !== null) gestures.begin()
  }

  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null || event.buttons === 0) return
    const cell = cellAt(event)
    if (cell === null) return
    if (drag.current === 'fill') filledTo.current = cell
    else if (!same(cell, model.state().corner) && model.state().editing === null) gestures.go(cell, true)
  }

  const onPointerUp = () => {
    const to = filledTo.current
    if (drag.current === 'fill' && to !== null) gestures.fillTo(to)
    drag.current = null
    filledTo.current = null
  }

  return {
    handlers: { onPointerDown, onClick, onDoubleClick, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  }
}

function same(left: Cell, right: Cell): boolean {
  return left.row === right.row && left.column === right.column
}
