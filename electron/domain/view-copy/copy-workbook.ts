import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { titlesOf } from '../../vocabulary/code-list.ts'
import type { PersonField } from '../../vocabulary/person-fields.ts'
import type { BlankEntry, BlankWorkbook } from '../blank/blank-workbook.ts'

/*
 * A copy of a view, to be worked on in WPS and taken back: a plain list from the first row on, each row with its person's key in a hidden
 * column, and on a hidden sheet what every cell said when it went out. By the two, what she changed is told from what the book changed
 * meanwhile, whatever rows were sorted, deleted or put in.
 */

export interface CopyColumn {
  readonly field: PersonField
  readonly title: string
}

/** A row as it went out. */
export interface CopyRow {
  readonly personId: string
  /** A text a column. */
  readonly texts: readonly string[]
}

export interface ViewCopy {
  readonly title: string
  /** The day the book was looked at. */
  readonly asOf: string
  readonly columns: readonly CopyColumn[]
  readonly rows: readonly CopyRow[]
}

export const KEY_TITLE = '定编编号'
export const ORIGIN_SHEET = '定编原样'
export const ORIGIN_MARK = '定编视图副本'

/** The copy as a workbook. */
export function copyWorkbook({ title, asOf, columns, rows }: ViewCopy, catalogue: Catalogue): BlankWorkbook {
  const plain = (heads: readonly string[]) => heads.map((head) => blankColumn(head, { kind: 'text' }))
  return {
    name: title,
    guidance: [],
    sheets: [
      {
        name: title.slice(0, 28).replaceAll(/[\\/?*[\]:]/g, ' '),
        title: '',
        lines: [],
        bare: true,
        columns: [
          ...columns.map((column) => blankColumn(column.title, entryOf(column.field, catalogue))),
          { ...blankColumn(KEY_TITLE, { kind: 'text' }), hidden: true },
        ],
        rows: rows.map(({ personId, texts }) => [...texts, personId]),
      },
      {
        name: ORIGIN_SHEET,
        title: '',
        lines: [],
        bare: true,
        unseen: true,
        columns: plain([ORIGIN_MARK, asOf, ...columns.slice(1).map(() => '')]),
        rows: [
          ['', ...columns.map(({ field }) => field)],
          ['', ...columns.map((column) => column.title)],
          ...rows.map(({ personId, texts }) => [personId, ...texts]),
        ],
      },
    ],
  }
}

const blankColumn = (title: string, entry: BlankEntry) => ({ title, entry, hint: '', required: false })

/** What may be chosen from in a cell; anything else may be typed all the same, and is read when the copy comes back. */
function entryOf(field: PersonField, catalogue: Catalogue): BlankEntry {
  const { codes } = catalogue.entry(field)
  const words = codes === undefined ? [] : Object.values(titlesOf(codes))
  return words.length === 0 ? { kind: 'text' } : { kind: 'choice', words, open: true }
}
