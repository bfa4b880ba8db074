import { told } from '../import-plan/plan-records.ts'
import { valueWords } from '../people/person-values.ts'
import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import { COMPARED_FIELDS, propertyOf } from '../../vocabulary/person-fields.ts'
import { readResidentId } from '../identity/resident-id.ts'
import { rosterTitles } from '../table/fields.ts'
import { EMPTY_BOOK } from '../table/known-book.ts'
import { shownText, type RawWorkbook } from '../table/raw-workbook.ts'
import type { RecognisedSheet } from '../table/recognised-workbook.ts'
import { understandWorkbook } from '../table/understand-workbook.ts'
import { rowReaders } from '../import-plan/row-reader.ts'
import { readRosterRow } from '../import-plan/read-roster-row.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { TheirRow } from './compare-lists.ts'

/* A list that is not ours: a payroll has no 机构 column and a bureau list perhaps no 身份证号. A name or a number is enough. */

export interface TheirList {
  readonly sheet: string
  readonly rows: readonly TheirRow[]
  readonly refused: readonly { readonly row: number; readonly message: string }[]
}

/** The sheet with the most people on it, read; null: no sheet has a 姓名 or 身份证号 column. */
export function readTheirList(
  workbook: RawWorkbook,
  today: PlainDate,
  catalogue: Catalogue = SHIPPED,
): TheirList | null {
  const lists = understandWorkbook(workbook, { book: { ...EMPTY_BOOK, catalogue } })
    .sheets.filter((sheet) => sheet.purpose === 'roster')
    .map((sheet) => readSheet(sheet, today, catalogue))
  return lists.toSorted((left, right) => right.rows.length - left.rows.length)[0] ?? null
}

function readSheet(recognised: RecognisedSheet, today: PlainDate, catalogue: Catalogue): TheirList {
  const readers = rowReaders(recognised, recognised.people, rosterTitles(catalogue))
  const rows: TheirRow[] = []
  const refused: { row: number; message: string }[] = []
  for (const record of recognised.people) {
    const { row } = record
    const reader = readers(record)
    const number = reader.cell('idNumber')
    if (typeof number === 'object' && number !== null) {
      refused.push({ row, message: `第 ${row} 行 身份证号：存成了数字，后几位已丢失，不能据此核对。请改成文本重填` })
      continue
    }
    const read = readRosterRow(reader, catalogue)
    const given = typeof number === 'string' && shownText(number).trim() !== '' ? readResidentId(number, today) : null
    const idNumber = given === null ? null : given.normalized
    if (read.kind === 'concurrent' || (read.name === '' && idNumber === null)) continue
    rows.push({
      row,
      name: read.name,
      idNumber,
      fields: {
        ...Object.fromEntries(
          COMPARED_FIELDS.map((field) => [field, valueWords(field, told(read, propertyOf(field)))] as const),
        ),
        category: read.category === null ? null : QUOTA_CATEGORY_NAMES[read.category],
      },
    })
  }
  return { sheet: recognised.name, rows, refused }
}
