import type { Area, Cell, CellChange, Patch, Shown } from './sheet-shape.ts'

/* What each gesture asks for, as one patch. */

/** Every cell of an area gets what `textAt` says; cells that are not typed over are counted, not changed. */
function patchOver(shown: Shown, area: Area, label: string, textAt: (row: number, column: number) => string): Patch {
  const changes: CellChange[] = []
  let closed = 0
  for (let row = area.top; row <= area.bottom; row += 1) {
    if (!shown.isRow(row)) continue
    for (let column = area.left; column <= area.right; column += 1) {
      const text = textAt(row, column)
      const was = shown.text(row, column)
      if (text === was) continue
      if (!shown.typed(column, row)) closed += 1
      else changes.push({ row: shown.rowKey(row), column: shown.columnKey(column), text, was })
    }
  }
  return { label, changes, beyond: [], closed }
}

/** What was typed, into one cell or into all that are selected. */
export function typeInto(shown: Shown, area: Area, text: string): Patch {
  return patchOver(shown, area, '修改', () => text)
}

/** Empties. */
export function clearArea(shown: Shown, area: Area): Patch {
  return patchOver(shown, area, '清除', () => '')
}

/** Ctrl+D: the first row of the selection into those below; one cell takes what stands above it. */
export function fillDown(shown: Shown, area: Area): Patch {
  const wanted = area.top === area.bottom ? area.top - 1 : area.top
  const source = wanted >= 0 && shown.isRow(wanted) ? wanted : Math.min(wanted + 1, area.bottom)
  return patchOver(shown, area, '向下填充', (_, column) => shown.text(source, column))
}

/** Ctrl+R: the first column of the selection into those to its right; one cell takes what stands left of it. */
export function fillRight(shown: Shown, area: Area): Patch {
  const source = area.left === area.right ? Math.max(0, area.left - 1) : area.left
  return patchOver(shown, area, '向右填充', (row) => shown.text(row, source))
}

/** The handle drawn from a block to a cell: the block repeats downwards or upwards, or sideways, whichever went further. */
export function dragFill(shown: Shown, block: Area, to: Cell): Patch & { readonly area: Area } {
  const down = Math.max(to.row - block.bottom, block.top - to.row, 0)
  const across = Math.max(to.column - block.right, block.left - to.column, 0)
  const area =
    down >= across
      ? { ...block, top: Math.min(block.top, to.row), bottom: Math.max(block.bottom, to.row) }
      : { ...block, left: Math.min(block.left, to.column), right: Math.max(block.right, to.column) }
  const height = block.bottom - block.top + 1
  const width = block.right - block.left + 1
  const patch = patchOver(shown, area, '拖动填充', (row, column) => {
    const source = block.top + wrapped(row - block.top, height)
    return shown.text(shown.isRow(source) ? source : row, block.left + wrapped(column - block.left, width))
  })
  return { ...patch, area }
}

function wrapped(place: number, size: number): number {
  return ((place % size) + size) % size
}

/**
 * A block from the clipboard at the selection. One value goes into every selected cell; a block repeats where the selection is a multiple of
 * it; else it starts at the selection's corner. Lines below the last row come back as people to be taken in.
 */
export function pasteBlock(
  shown: Shown,
  selected: Area,
  block: readonly (readonly string[])[],
): Patch & { readonly area: Area } {
  const height = block.length
  const width = Math.max(1, ...block.map((line) => line.length))
  const fits = (size: number, step: number) => size > step && size % step === 0
  const rows = Math.max(1, countRows(shown, selected))
  const columns = selected.right - selected.left + 1
  const wantedRows = fits(rows, height) ? rows : height
  // Lines above groups take nothing: what is pasted goes past them, so that no line of it is lost.
  const targets: number[] = []
  for (let row = selected.top; row < shown.rows && targets.length < wantedRows; row += 1)
    if (shown.isRow(row)) targets.push(row)
  const lineOf = new Map(targets.map((row, line) => [row, line]))
  const wantedColumns = fits(columns, width) ? columns : width
  const area: Area = {
    top: selected.top,
    left: selected.left,
    bottom: targets.at(-1) ?? selected.top,
    right: Math.min(shown.columns - 1, selected.left + wantedColumns - 1),
  }
  const patch = patchOver(
    shown,
    area,
    '粘贴',
    (row, column) =>
      block[(lineOf.get(row) ?? 0) % height]?.[(column - area.left) % width]?.trim() ?? shown.text(row, column),
  )
  return { ...patch, area, beyond: targets.length < height ? block.slice(targets.length) : [] }
}

function countRows(shown: Shown, { top, bottom }: Area): number {
  let count = 0
  for (let row = top; row <= bottom; row += 1) if (shown.isRow(row)) count += 1
  return count
}

export interface Hit {
  readonly row: number
  readonly column: number
  readonly was: string
  readonly now: string
}

/** Where the words stand, reading on from the top; capital or small alike. `whole`: the whole cell. */
export function findAll(
  shown: Shown,
  { words, whole, area }: { readonly words: string; readonly whole: boolean; readonly area: Area | null },
  replacement = '',
): readonly Hit[] {
  const wanted = words.toLowerCase()
  if (wanted === '') return []
  const { top, left, bottom, right } = area ?? { top: 0, left: 0, bottom: shown.rows - 1, right: shown.columns - 1 }
  const hits: Hit[] = []
  for (let row = top; row <= bottom; row += 1) {
    if (!shown.isRow(row)) continue
    for (let column = left; column <= right; column += 1) {
      const was = shown.text(row, column)
      const found = whole ? was.toLowerCase() === wanted : was.toLowerCase().includes(wanted)
      if (found) hits.push({ row, column, was, now: whole ? replacement : replaced(was, wanted, replacement) })
    }
  }
  return hits
}

function replaced(text: string, wanted: string, replacement: string): string {
  const lower = text.toLowerCase()
  let [out, at] = ['', 0]
  for (let found = lower.indexOf(wanted); found >= 0; found = lower.indexOf(wanted, at)) {
    out += text.slice(at, found) + replacement
    at = found + wanted.length
  }
  return out + text.slice(at)
}

/** All hits as one patch. */
export function replaceAll(shown: Shown, hits: readonly Hit[]): Patch {
  const open = hits.filter(({ row, column }) => shown.typed(column, row))
  return {
    label: '替换',
    changes: open.map(({ row, column, was, now }) => ({
      row: shown.rowKey(row),
      column: shown.columnKey(column),
      text: now,
      was,
    })),
    beyond: [],
    closed: hits.length - open.length,
  }
}
