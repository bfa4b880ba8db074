import { holds, moved, within } from './cell-moves.ts'
import { parseTsv, writeHtml, writeTsv } from './cell-text.ts'
import type { SheetModel } from './sheet-model.ts'
import { clearArea, dragFill, fillDown, fillRight, pasteBlock, typeInto } from './sheet-patch.ts'
import type { Area, Cell, CellChange, Patch, PatchOutcome, SheetColumn } from './sheet-shape.ts'

/** What the sheet around the gestures can do. */
export interface Surroundings<T> {
  readonly columns: readonly SheetColumn<T>[]
  /** Brings a cell into sight. */
  readonly show: (row: number, column: number) => void
  /** Rows of a page. */
  readonly page: () => number
  readonly onFind: (what: 'find' | 'replace') => void
  readonly onOpen?: ((row: T) => void) | undefined
  readonly onPatch?: ((patch: Patch) => Promise<PatchOutcome | null>) | undefined
  readonly onBeyond?: ((lines: readonly (readonly string[])[], columns: readonly SheetColumn<T>[]) => void) | undefined
  readonly onUndo?: SheetUndo | undefined
  readonly onRedo?: (() => unknown) | undefined
  /** True where the next 撤销 is sure to take back that entry: its cells then say at once what they said before. */
  readonly isNext?: ((seq: number) => boolean) | undefined
}

/** Takes back what was written last. Where it answers, then when that is done; false: it was not taken back. */
export type SheetUndo = () => void | Promise<boolean>

/** A key as the browser tells it. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

interface Awaited {
  readonly changes: readonly CellChange[]
  readonly outcome: PatchOutcome
  readonly label: string
}

/** An entry of this sheet, with what its cells said before. */
interface Written {
  readonly seq: number
  readonly before: readonly CellChange[]
}

/** So many gestures are taken back at once; what is older is taken back when the book has answered. */
const KEPT_GESTURES = 100

/** What she does on the sheet, from key or pointer to patch. */
export class Gestures<T> {
  readonly #model: SheetModel<T>
  #around: Surroundings<T> | null = null
  #seen: readonly T[] | null = null
  /** What is being written: 撤销 waits for it, or it would take back the entry before. */
  #writing: Promise<unknown> = Promise.resolve()
  /** Answered, and not yet seen in the rows. */
  #answered: readonly Awaited[] = []
  #written: readonly Written[] = []

  constructor(model: SheetModel<T>) {
    this.#model = model
  }

  bind(around: Surroundings<T>): void {
    this.#around = around
  }

  /** True when the key was one of the sheet's; false leaves it to the text area. */
  key(press: KeyPress): boolean {
    return this.#model.state().editing === null ? this.#keyOnCell(press) : this.#keyInEditor(press)
  }

  #keyOnCell(press: KeyPress): boolean {
    const { key, shiftKey } = press
    const ctrl = press.ctrlKey || press.metaKey
    const { active, corner } = this.#model.state()
    if (press.altKey) return false
    const to = moved(this.#model.shown, shiftKey ? corner : active, { key, far: ctrl, page: this.#around?.page() ?? 1 })
    if (to !== null) {
      this.go(to, shiftKey)
      return true
    }
    if (ctrl) return this.#shortcut(key.toLowerCase(), shiftKey)
    switch (key) {
      case 'Tab':
        return this.#tab(shiftKey)
      case 'Enter':
        if (this.#mayType(active)) this.go({ row: active.row + (shiftKey ? -1 : 1), column: active.column })
        else this.open(active)
        return true
      case 'F2':
        this.begin()
        return true
      case 'Delete':
      case 'Backspace':
        void this.apply(clearArea(this.#model.shown, this.#model.selected))
        return true
      case 'Escape':
        this.#model.select(active)
        return true
      default:
        return false
    }
  }

  #shortcut(key: string, shift: boolean): boolean {
    const { shown, selected } = this.#model
    switch (key) {
      case 'a':
        this.#model.selectArea({ top: 0, left: 0, bottom: shown.rows - 1, right: shown.columns - 1 })
        return true
      case 'd':
        void this.apply(fillDown(shown, selected))
        return true
      case 'r':
        void this.apply(fillRight(shown, selected))
        return true
      case 'f':
      case 'h':
        this.#around?.onFind(key === 'f' ? 'find' : 'replace')
        return true
      case 'z':
      case 'y':
        this.#afterWriting(key === 'y' || shift ? () => this.#around?.onRedo?.() : () => this.#undo())
        return true
      default:
        return false
    }
  }

  /** One after another: Ctrl+Z pressed twice takes two gestures back. */
  #afterWriting(act: () => unknown): void {
    this.#writing = this.#writing.then(act)
  }

  /** What she sees goes back at once, as what she pastes stands at once; the book's answer settles it. */
  async #undo(): Promise<void> {
    const last = this.#written.at(-1)
    const { onUndo, isNext } = this.#around ?? {}
    if (onUndo === undefined) return
    this.#written = this.#written.slice(0, -1)
    if (last === undefined || isNext?.(last.seq) !== true) {
      await onUndo()
      return
    }
    const { seq, before } = last
    // The rows of that gesture may still be on their way, and would show it again for a moment.
    this.#answered = this.#answered.filter(({ outcome }) => outcome.seq !== seq)
    this.#model.expect(before)
    this.#model.change({ note: `撤销：正在写回 ${before.length} 格…` })
    const done = await onUndo()
    if (done === false) {
      this.#model.settle(before, [], '没有撤销')
      return
    }
    this.#model.change({ note: `撤销：写回 ${before.length} 格` })
    this.#answered = [
      ...this.#answered,
      { changes: before, outcome: { seq: null, cells: before.length, refused: [] }, label: '撤销' },
    ]
  }

  /** To the next cell of the row; at the row's end the key leaves the sheet, which would otherwise hold her for hundreds of cells. */
  #tab(back: boolean): boolean {
    const { active } = this.#model.state()
    const column = active.column + (back ? -1 : 1)
    if (column < 0 || column >= this.#model.shown.columns) return false
    this.go({ row: active.row, column })
    return true
  }

  #keyInEditor(press: KeyPress): boolean {
    const { key, shiftKey } = press
    const ctrl = press.ctrlKey || press.metaKey
    const { active, editing } = this.#model.state()
    if (key === 'Escape') {
      this.cancel()
      return true
    }
    if (key === 'Enter' && press.altKey) return false
    if (key === 'Enter' && ctrl) {
      void this.apply(typeInto(this.#model.shown, this.#model.selected, editing?.text ?? ''))
      this.cancel()
      this.#around?.show(active.row, active.column)
      return true
    }
    if (key === 'Enter') {
      this.commit()
      this.go({ row: active.row + (shiftKey ? -1 : 1), column: active.column })
      return true
    }
    if (key === 'Tab') {
      this.commit()
      return this.#tab(shiftKey)
    }
    const arrow = key.startsWith('Arrow') || key === 'PageUp' || key === 'PageDown'
    if (!arrow || editing?.mode !== 'typed' || ctrl || shiftKey) return false
    this.commit()
    const to = moved(this.#model.shown, active, { key, far: false, page: this.#around?.page() ?? 1 })
    if (to !== null) this.go(to)
    return true
  }

  #mayType({ row, column }: Cell): boolean {
    return this.#around?.onPatch !== undefined && this.#model.mayType(row, column)
  }

  /** Selects a cell and brings it into sight. */
  go(cell: Cell, extend = false): void {
    this.#model.select(cell, extend)
    const { corner } = this.#model.state()
    this.#around?.show(corner.row, corner.column)
  }

  /** F2, a double click: the text as it is, the caret at its end. A cell that is not typed over opens what changes it. */
  begin(): void {
    const { active } = this.#model.state()
    if (!this.#mayType(active)) return this.open(active)
    const masked = this.#model.column(active.column)?.masked === true
    this.#model.change({ editing: { text: masked ? '' : this.#model.text(active.row, active.column), mode: 'edit' } })
  }

  /** What stands in the text area now; the first of it begins the editing. */
  input(text: string): void {
    const { editing } = this.#model.state()
    this.#model.change({ editing: { text, mode: editing?.mode ?? 'typed' } })
  }

  cancel(): void {
    this.#model.change({ editing: null })
  }

  /** Writes what was typed into the active cell. */
  commit(): void {
    const { editing, active } = this.#model.state()
    if (editing === null) return
    const { row, column } = within(this.#model.shown, active)
    const one: Area = { top: row, bottom: row, left: column, right: column }
    const patch = typeInto(this.#model.shown, one, editing.text.trim())
    // Nothing typed into a masked cell leaves the number there is.
    const untouched = this.#model.column(column)?.masked === true && editing.text === ''
    this.cancel()
    if (!untouched) void this.apply(patch)
  }

  open(cell: Cell): void {
    const row = this.#model.row(cell.row)
    if (row === undefined) return
    const column = this.#model.column(cell.column)
    if (column?.open !== undefined) column.open(row)
    else this.#around?.onOpen?.(row)
  }

  /** The selection as text and as a table. */
  copied(): { readonly text: string; readonly html: string } {
    const block = this.#model.block(this.#model.selected)
    return { text: writeTsv(block), html: writeHtml(block) }
  }

  cut(): void {
    void this.apply(clearArea(this.#model.shown, this.#model.selected))
  }

  paste(text: string): void {
    const block = parseTsv(text)
    const { area, ...patch } = pasteBlock(this.#model.shown, this.#model.selected, block)
    this.#model.selectArea(area)
    void this.apply(patch)
    const columns = this.#around?.columns.slice(area.left) ?? []
    if (patch.beyond.length > 0) this.#around?.onBeyond?.(patch.beyond, columns)
  }

  /** The handle was drawn to a cell. */
  fillTo(cell: Cell): void {
    const block = this.#model.selected
    if (holds(block, cell.row, cell.column)) return
    const { area, ...patch } = dragFill(this.#model.shown, block, cell)
    this.#model.selectArea(area)
    void this.apply(patch)
  }

  /** One patch, one command: shown at once, told when it is written. */
  apply(patch: Patch): Promise<void> {
    const written = this.#write(patch)
    this.#writing = Promise.all([this.#writing, written])
    return written
  }

  async #write(patch: Patch): Promise<void> {
    const { changes, label, closed } = patch
    const onPatch = this.#around?.onPatch
    if (changes.length === 0 || onPatch === undefined) {
      this.#model.change({ note: `${label}：${closed > 0 ? '这些格不能直接改，请双击打开' : '没有变化'}` })
      return
    }
    this.#model.expect(changes)
    this.#model.change({ note: `${label}：正在写入 ${changes.length} 格…` })
    const outcome = await onPatch(patch)
    if (outcome === null) {
      this.#model.settle(changes, [], `${label}：没有写入`)
      return
    }
    const note = noteOf(label, outcome, closed)
    const { refused } = outcome
    if (outcome.seq === null) this.#model.settle(changes, refused, note)
    else {
      // The typed text stands until the rows say it, or it would flash back for a moment.
      this.#model.settle(refusedOnly(changes, outcome), refused, note)
      this.#answered = [...this.#answered, { changes, outcome, label }]
      this.#written = [...this.#written, { seq: outcome.seq, before: beforeOf(changes, outcome) }].slice(-KEPT_GESTURES)
    }
  }

  /** These rows are here: what was answered before they were asked for is in them. Until then the typed text stands. */
  seen(rows: readonly T[]): void {
    if (rows === this.#seen) return
    this.#seen = rows
    for (const { changes, outcome } of this.#answered)
      this.#model.settle(changes, outcome.refused, this.#model.state().note)
    this.#answered = []
  }
}

function refusedOnly(changes: readonly CellChange[], { refused }: PatchOutcome): readonly CellChange[] {
  const keys = new Set(refused.map(({ row, column }) => `${row}\n${column}`))
  return changes.filter(({ row, column }) => keys.has(`${row}\n${column}`))
}

/** What the cells that were written said before. */
function beforeOf(changes: readonly CellChange[], outcome: PatchOutcome): readonly CellChange[] {
  const refused = new Set(refusedOnly(changes, outcome))
  return changes.flatMap((change) =>
    change.was === undefined || refused.has(change) ? [] : [{ ...change, text: change.was }],
  )
}

/** "粘贴：写入 12 格，3 格没有写入（见红框），2 格不能直接改". */
function noteOf(label: string, { cells, refused }: PatchOutcome, closed: number): string {
  return `${label}：${[
    cells === 0 ? '没有变化' : `写入 ${cells} 格`,
    ...(refused.length === 0 ? [] : [`${refused.length} 格没有写入（见红框）`]),
    ...(closed === 0 ? [] : [`${closed} 格不能直接改`]),
  ].join('，')}`
}
