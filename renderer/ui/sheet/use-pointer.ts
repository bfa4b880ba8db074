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
  readonly rowHeight: number
  readonly head: number
}

/** Press, drag, Shift+click, the fill handle and the double click; by coordinates, so that a captured pointer finds its cell too. */
export function usePointer<T>({ model, gestures, box, editor, offsets, frozenWidth, rowHeight, head }: Ground<T>) {
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
    const down = y + element.scrollTop - head
    const column = offsets.findLastIndex((left) => left <= across)
    if (drag.current === null && (down < 0 || down >= model.lines.length * rowHeight || column >= offsets.length - 1))
      return null
    return within(model.shown, { row: Math.floor(down / rowHeight), column })
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    if (event.target.closest('.cells-head, textarea, .cells-choices') !== null) return
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

  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('.cells-head, textarea, [data-handle]') !== null) return
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

  return { handlers: { onPointerDown, onDoubleClick, onPointerMove, onPointerUp, onPointerCancel: onPointerUp } }
}

function same(left: Cell, right: Cell): boolean {
  return left.row === right.row && left.column === right.column
}
