import type { Area, Cell, Shown } from './sheet-shape.ts'

/* Where a key leads. */

/** The area between two corners. */
export function areaOf(anchor: Cell, focus: Cell): Area {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  }
}

export function cellsIn({ top, bottom, left, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1)
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}

/** The cell, brought into the sheet. */
export function within(shown: Pick<Shown, 'rows' | 'columns'>, { row, column }: Cell): Cell {
  return {
    row: Math.max(0, Math.min(shown.rows - 1, row)),
    column: Math.max(0, Math.min(shown.columns - 1, column)),
  }
}

export interface Move {
  readonly key: string
  /** Ctrl: to the edge of what is filled. */
  readonly far: boolean
  /** Rows of a page. */
  readonly page: number
}

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function moved(shown: Shown, from: Cell, { key, far, page }: Move): Cell | null {
  const { row, column } = from
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = STEPS[key]
      return far ? edgeOf(shown, from, step) : within(shown, { row: row + step.row, column: column + step.column })
    }
    case 'PageUp':
      return within(shown, { row: row - page, column })
    case 'PageDown':
      return within(shown, { row: row + page, column })
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return within(shown, { row: far ? shown.rows : row, column: shown.columns })
    default:
      return null
  }
}

const STEPS = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
} as const satisfies Readonly<Record<string, Cell>>

/** Inside a filled run: its end. At its end or in the blank: the next filled cell, else the edge of the sheet. */
function edgeOf(shown: Shown, from: Cell, step: Cell): Cell {
  const inside = ({ row, column }: Cell) => row >= 0 && row < shown.rows && column >= 0 && column < shown.columns
  const next = ({ row, column }: Cell): Cell => ({ row: row + step.row, column: column + step.column })
  const filled = ({ row, column }: Cell) => shown.text(row, column) !== ''
  let at = from
  if (!inside(next(at))) return at
  const running = filled(at) && filled(next(at))
  at = next(at)
  while (inside(next(at)) && (running ? filled(next(at)) : !filled(at))) at = next(at)
  return at
}
