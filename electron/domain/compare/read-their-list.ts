import { readResidentId } from '../identity/resident-id.ts'
import { classifyRows } from '../import-plan/classify-rows.ts'
import { ROSTER_FIELDS, fieldForHeader } from '../import-plan/fields.ts'
import { readBlock, type HeaderBlock } from '../import-plan/find-header.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../import-plan/raw-workbook.ts'
import type { RecognisedSheet, SheetColumn } from '../import-plan/recognised-workbook.ts'
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

const SEARCHED_ROWS = 30
const HIGHEST = 3

/** The sheet with the most people on it, read; null: no sheet has a 姓名 or 身份证号 column. */
export function readTheirList(workbook: RawWorkbook, today: PlainDate): TheirList | null {
  const lists = workbook.sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => {
    const header = theirHeader(sheet)
    return header === null ? [] : [readSheet(sheet, header, today)]
  })
  return lists.toSorted((left, right) => right.rows.length - left.rows.length)[0] ?? null
}

function theirHeader(sheet: RawSheet): HeaderBlock | null {
  let best: { readonly block: HeaderBlock; readonly score: number } | null = null
  for (let first = 0; first < Math.min(sheet.rows.length, SEARCHED_ROWS); first += 1) {
    for (let last = first; last < Math.min(sheet.rows.length, first + HIGHEST); last += 1) {
      const block = readBlock(sheet, first, last)
      const fields = new Set(block.paths.flatMap((path) => fieldForHeader('roster', path) ?? []))
      if ((fields.has('name') || fields.has('idNumber')) && (best === null || fields.size > best.score)) best = { block, score: fields.size }
    }
  }
  return best?.block ?? null
}

function readSheet(sheet: RawSheet, header: HeaderBlock, today: PlainDate): TheirList {
  const taken = new Set<string>()
  const columns = header.paths.map((path, index): SheetColumn => {
    const field = fieldForHeader('roster', path)
    const known = field !== null && !taken.has(field)
    if (known) taken.add(field)
    return { index, letters: columnLetters(index), header: path.join('/'), field: known ? field : null, sample: [] }
  })
  const recognised: RecognisedSheet = { name: sheet.name, purpose: 'roster', headerRows: [header.last + 1], columns, rows: classifyRows(sheet.rows, header, columns), source: sheet }
  const readers = rowReaders(recognised, ROSTER_FIELDS)
  const rows: TheirRow[] = []
  const refused: { row: number; message: string }[] = []
  for (const { row } of recognised.rows.filter((one) => one.role === 'data')) {
    const reader = readers(row)
    const number = reader.cell('idNumber')
    if (typeof number === 'object' && number !== null) {
      refused.push({ row, message: `第 ${row} 行 身份证号：存成了数字，后几位已丢失，不能据此核对。请改成文本重填` })
      continue
    }
    const read = readRosterRow(reader)
    const given = typeof number === 'string' && shownText(number).trim() !== '' ? readResidentId(number, today) : null
    const idNumber = given === null ? null : given.normalized
    if (read.kind === 'concurrent' || (read.name === '' && idNumber === null)) continue
    rows.push({
      row, name: read.name, idNumber,
      fields: {
        sex: read.sex, birth: read.birth, unit: read.unit, post: read.post, category: read.category === null ? null : QUOTA_CATEGORY_NAMES[read.category], ethnicity: read.ethnicity, politicalStatus: read.politicalStatus,
        education: read.education, professionalTitle: read.professionalTitle, workStarted: read.workStarted, enteredOn: read.enteredOn, quotaCard: read.quotaCardNumber,
      },
    })
  }
  return { sheet: sheet.name, rows, refused }
}
