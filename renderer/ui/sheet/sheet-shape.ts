import type { ReactNode } from 'react'

/* What a sheet is made of. Rows and columns go by their keys, cells on the screen by their place in what is shown. */

export interface SheetColumn<T> {
  readonly key: string
  readonly title: string
  /** Pixels. */
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  /** What the cell says: copied, found, sorted and filtered by. */
  readonly text: (row: T) => string
  /** Drawn instead of the text. */
  readonly look?: (row: T) => ReactNode
  /** Orders the rows instead of the text. */
  readonly rank?: (row: T) => string | number
  /** Another order one can choose beside that of the words: offices as they stand in the plan, ranks from the top. */
  readonly order?: { readonly title: string; readonly rank: (row: T) => number }
  /** Can be typed over; any other cell opens what changes it. */
  readonly typed?: boolean
  /** Of a column that is typed over: whether this row's cell is. */
  readonly typedIn?: (row: T) => boolean
  /** Stands in the head instead of the title that sorts. */
  readonly head?: ReactNode
  /** Classes of the cell's own. */
  readonly tone?: (row: T) => string | undefined
  /** Words to choose from while typing. */
  readonly choices?: readonly string[]
  /** Summed in the status line. */
  readonly number?: boolean
  /** Shows only a part: the editor opens empty. */
  readonly masked?: boolean
  /** Opens what changes this cell, where it is not typed over. */
  readonly open?: (row: T) => void
}

/**
 * A sheet shown as the paper it was, with remarks: its last column is the margin, which stays in sight at the right edge, takes the room that
 * is left, and makes its row as high as what it says.
 */
export interface PaperLook<T> {
  /** Height of the heads, pixels. */
  readonly head: number
  readonly rowClass: (row: T) => string
  /** Said over all columns but the margin, in the place of the cells: a title, a signature. */
  readonly wide: (row: T) => string | null
  /** What a cell is called when it is read aloud: 第 17 行 C 列. */
  readonly cellName: (row: T, column: SheetColumn<T>) => string
  /** Rows there are, shown or not. */
  readonly total: number
}

/** A cell by its place in what is shown: row and column from 0. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** Both corners belong to it. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface CellChange {
  readonly row: string
  readonly column: string
  readonly text: string
  /** What the cell said before, where a gesture asks for the change. */
  readonly was?: string
}

/** What one gesture asks for: one command, one entry, one undo. */
export interface Patch {
  /** What was done, for the status line: 粘贴, 向下填充. */
  readonly label: string
  readonly changes: readonly CellChange[]
  /** Pasted lines below the last row, cell by cell from the pasted column on; they are people not yet in the list. */
  readonly beyond: readonly (readonly string[])[]
  /** Cells the gesture hit that are not typed over here. */
  readonly closed: number
}

export interface RefusedCell {
  readonly row: string
  readonly column: string
  readonly problem: string
}

/** What became of a patch. `seq` null: nothing was written. */
export interface PatchOutcome {
  readonly seq: number | null
  readonly cells: number
  readonly refused: readonly RefusedCell[]
}

/** The sheet as gestures see it: what is shown, by place. */
export interface Shown {
  readonly rows: number
  readonly columns: number
  readonly rowKey: (row: number) => string
  readonly columnKey: (column: number) => string
  /** '' for the line above a group. */
  readonly text: (row: number, column: number) => string
  /** False for the line above a group, which no gesture changes or counts. */
  readonly isRow: (row: number) => boolean
  readonly typed: (column: number, row: number) => boolean
}
