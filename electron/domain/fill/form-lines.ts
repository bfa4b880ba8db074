import { shownText, type RawMerge, type RawSheet } from '../table/raw-workbook.ts'
import type { FillCell, FillLines, FillValue } from './fill-request.ts'
import {
  bareUnitEdit,
  beginsWithLabel,
  editOfPlace,
  lineEdits,
  valueOf,
  withEdits,
  type LineEdit,
} from './line-text.ts'
import { personFieldFor } from './person-fields.ts'

/** A cell beside the table that is completed, 0-based. */
export interface FormLine extends FillCell {
  /** Where the cell's own text goes on around the values; null: the cell was empty. */
  readonly edits: readonly Pick<LineEdit, 'from' | 'to' | 'text'>[] | null
  /** 填报单位：山溪乡, one a label. */
  readonly says: readonly string[]
}

/** What the workbook knows of a cell beyond its text, by row and column, 0-based. */
export interface SheetLook {
  readonly hasFormula: (row: number, column: number) => boolean
  /** Lines are drawn around or under it: a place to write in. */
  readonly ruled: (row: number, column: number) => boolean
}

/**
 * Finds the lines above and below a form's table that ask for the township or a day and are still blank. The value goes behind the label, or into
 * the next cell where that one is the place for it. What has a value, computes one or is taken by `others` is left as it is.
 */
export function formLines(
  sheet: RawSheet,
  asked: FillLines,
  others: readonly FillCell[],
  look: SheetLook,
): readonly FormLine[] {
  const [first, last] = asked.headerRows
  const taken = new Set(others.map(({ row, column }) => `${row},${column}`))
  const free = (row: number, column: number) => !taken.has(`${row},${column}`) && !look.hasFormula(row, column)
  const lines: FormLine[] = []
  for (const [row, cells] of sheet.rows.entries()) {
    if (row + 1 >= first && row + 1 <= last) continue
    for (const [column, text] of cells.entries()) {
      if (typeof text !== 'string' || !free(row, column)) continue
      const bare = row + 1 < first && asksForUnit(sheet, row, column, asked) ? bareUnitEdit(text, asked) : null
      const edits = bare === null ? lineEdits(text, asked).filter((edit) => last > 0 || !isOfPerson(edit)) : [bare]
      const open = edits.at(-1)
      const beside = open?.open === true ? besideLabel({ sheet, row, column }, open, asked, { ...look, free }) : 'own'
      const own = beside === 'own' ? edits : edits.slice(0, -1)
      if (own.length > 0)
        lines.push({
          row,
          column,
          value: { kind: 'text', text: withEdits(text, own) },
          edits: own,
          says: own.map(({ label, said }) => label + said),
        })
      if (typeof beside === 'object' && beside !== null) lines.push(beside)
    }
  }
  return lines
}

/** A bare 单位 that begins its row in the left half over the table, and no other label there asks for the reporting unit. */
function asksForUnit(sheet: RawSheet, row: number, column: number, asked: FillLines): boolean {
  const [first] = asked.headerRows
  const width = Math.max(...sheet.rows.slice(first - 1, asked.headerRows[1]).map((cells) => cells.length))
  const begins = (sheet.rows[row] ?? []).slice(0, column).every((cell) => shownText(cell).trim() === '')
  const named = sheet.rows
    .slice(0, first - 1)
    .some((cells) => cells.some((cell) => lineEdits(shownText(cell), asked).some(({ ask }) => ask === 'township')))
  return begins && column * 2 < width && !named
}

/** On a person's card 单位名称 is where that person works. */
function isOfPerson({ label }: LineEdit): boolean {
  return personFieldFor([label]) !== null
}

interface Label {
  readonly sheet: RawSheet
  readonly row: number
  readonly column: number
}

/** What goes into the cell right of a label with nothing behind it; `own`: the value belongs behind the label; null: the next cell has it already. */
function besideLabel(
  { sheet, row, column }: Label,
  edit: LineEdit,
  asked: FillLines,
  look: SheetLook & { readonly free: (row: number, column: number) => boolean },
): FormLine | 'own' | null {
  const next = (mergeAt(sheet.merges, row, column)?.right ?? column) + 1
  const merge = mergeAt(sheet.merges, row, next)
  // The inside of an area that begins elsewhere belongs to something else.
  if (merge !== undefined && merge.top !== row) return 'own'
  if (!look.free(row, next)) return null
  const text = shownText(sheet.rows[row]?.[next] ?? null)
  if (text.trim() === '') {
    // A label runs over into an empty cell that nothing marks as a place: a value there would cut it off.
    if (merge === undefined && !look.ruled(row, next)) return 'own'
    return {
      row,
      column: next,
      value: valueFor(edit, asked),
      edits: null,
      says: [edit.label + valueOf(edit.ask, asked)],
    }
  }
  if (beginsWithLabel(text)) return 'own'
  const place = editOfPlace(edit.ask, text, asked)
  return place === null
    ? null
    : {
        row,
        column: next,
        value: { kind: 'text', text: withEdits(text, [place]) },
        edits: [place],
        says: [edit.label + place.said],
      }
}

function valueFor({ ask }: LineEdit, asked: FillLines): FillValue {
  const text = valueOf(ask, asked)
  return ask === 'township' || ask === 'unit' ? { kind: 'text', text } : { kind: 'date', date: asked[ask], text }
}

function mergeAt(merges: readonly RawMerge[], row: number, column: number): RawMerge | undefined {
  return merges.find(
    (merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right,
  )
}
