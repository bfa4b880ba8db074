import { firstDayOf, isPlainDate, type PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { UnitKind } from '../model/unit.ts'
import type { QuotaField } from '../table/fields.ts'
import { shownText } from '../table/raw-workbook.ts'
import { readCountText, readLeaderText, type LeaderCount } from '../table/count-text.ts'
import { readMonthOrDate } from '../table/read-date.ts'
import type { RowReader } from './row-reader.ts'
import { tidyName, tidyNumber } from '../table/text-repair.ts'
import { unitKindOf } from '../table/unit-kind.ts'
import { fundedCategory, quotaCategory } from '../table/vocabularies.ts'

/** One row of a quota sheet in the book's words. Null: the sheet does not say. */
export interface QuotaRow {
  readonly sheet: string
  readonly row: number
  readonly unit: string
  readonly unitKind: UnitKind
  readonly nameplates: readonly string[]
  readonly managingBody: string | null
  readonly category: QuotaCategory | null
  readonly amount: number | null
  readonly leadership: { readonly amount: number; readonly chief: number | null; readonly deputy: number | null } | null
  readonly documentNumber: string | null
  /** From the sheet's own date, else the first day of the year in the document number; null: neither. */
  readonly effectiveOn: PlainDate | null
  /** The year was all there was. */
  readonly dateFromNumber: boolean
  readonly reader: RowReader<QuotaField>
}

type Reader = RowReader<QuotaField>

/** Reads a data row. What cannot be taken is in the reader's `refusals`. */
export function readQuotaRow(reader: Reader): QuotaRow {
  const unit = reader.name('unit')
  if (unit === '') reader.refuse('unit', 'unit_missing', '没有写机构，不知道编制核给谁。请补上。')
  const documentNumber = reader.documentNumber('document')
  const written = readDate(reader)
  const inferred = yearOfNumber(documentNumber)
  const amount = readCount(reader, 'amount')
  const leadership = readLeadership(reader)
  // 领导职数配备情况表: seats of leaders, and nothing else is approved there.
  const leadersOnly = leadership !== null && !reader.has('amount')
  if (
    amount === null &&
    !leadersOnly &&
    reader.refusals.every((refusal) => refusal.column !== reader.letters('amount'))
  )
    reader.refuse('amount', 'amount_missing', '核定编制数空着。没有编制请写 0。')
  return {
    sheet: reader.sheet,
    row: reader.row,
    unit,
    unitKind: unitKindOf(reader.name('unitKind'), unit),
    nameplates: splitNames(reader.name('nameplates')),
    managingBody: orNull(reader.name('managingBody')),
    category: leadersOnly ? null : readCategory(reader),
    amount,
    leadership,
    documentNumber: orNull(documentNumber),
    effectiveOn: written ?? inferred,
    dateFromNumber: written === null && inferred !== null,
    reader,
  }
}

/** 事业编制 splits by 经费形式 only where the approving sheet gives one. */
function readCategory(reader: Reader): QuotaCategory | null {
  const text = reader.name('category')
  const category = quotaCategory(text)
  if (text === '') reader.refuse('category', 'category_missing', '没有写编制类型。请填行政编制、事业编制等。')
  else if (category === null)
    reader.refuse('category', 'category_unknown', `“${text}”不是编制类型。请改写为行政编制、事业编制等。`)
  else if (QUOTA_CATEGORY_NAMES[category] !== text)
    reader.repair('category', text, QUOTA_CATEGORY_NAMES[category], '编制类型写法已统一。')
  return category === 'institution' ? (fundedCategory(reader.name('funding')) ?? category) : category
}

function readLeadership(reader: Reader): QuotaRow['leadership'] {
  const told = readLeaders(reader)
  const amount = told === null ? readCount(reader, 'leadership') : told.amount
  const chief = readCount(reader, 'leadershipChief') ?? told?.chief ?? null
  const deputy = readCount(reader, 'leadershipDeputy') ?? told?.deputy ?? null
  if (amount === null && chief === null && deputy === null) return null
  const total = amount ?? (chief ?? 0) + (deputy ?? 0)
  if (chief !== null && deputy !== null && chief + deputy !== total) {
    reader.refuse(
      'leadership',
      'leadership_sum',
      `正职 ${chief} 加副职 ${deputy} 等于 ${chief + deputy}，不是 ${total}。请核对文件。`,
    )
  }
  // 0 for a unit without leaders is how a full column is written, not an approved number.
  return total === 0 ? null : { amount: total, chief, deputy }
}

/** 1正2副 in one cell. */
function readLeaders(reader: Reader): LeaderCount | null {
  const written = shownText(reader.cell('leadership')).trim()
  const told = readLeaderText(written)
  if (told !== null) reader.repair('leadership', written, String(told.amount), '领导职数取自这一格里的正职和副职。')
  return told
}

/** A whole number of seats: 5, “5名”. Null when empty. */
function readCount(reader: Reader, field: QuotaField): number | null {
  const cell = reader.cell(field)
  if (cell === null || cell === undefined) return null
  const text = tidyNumber(shownText(cell))
  // 8（其中领导3）: what is among them is counted in them.
  const plain = text.replace(/[（(](?:其中|含|内含|包括|包含)[^（）()]*[）)]$/u, '').replace(/[名人个]$/u, '')
  if (plain === '') return null
  if (/^(?:[/\\\-—－–]+|无)$/u.test(plain)) return field === 'amount' ? 0 : null
  const number = typeof cell === 'object' && cell.kind === 'number' ? cell.value : (readCountText(text) ?? Number.NaN)
  if (plain === '' || !Number.isInteger(number) || number < 0 || number > 9999) {
    reader.refuse(field, 'amount_unreadable', `“${text}”不是人数，请填整数。`)
    return null
  }
  if (typeof cell === 'string' && String(number) !== cell.trim())
    reader.repair(field, cell, String(number), '人数写法已统一。')
  return number
}

function readDate(reader: Reader): PlainDate | null {
  const cell = reader.cell('effectiveOn')
  const reading = readMonthOrDate(cell, false)
  if (reading.kind === 'empty') return null
  if (reading.kind === 'refused') {
    reader.refuse('effectiveOn', reading.code, `${reading.message}。`)
    return null
  }
  const shown = shownText(cell)
  if (reading.value !== shown.trim()) reader.repair('effectiveOn', shown, reading.value, '日期写法已统一。')
  return firstDayOf(reading.value)
}

function yearOfNumber(number: string): PlainDate | null {
  const year = /〔(\d{4})〕/u.exec(number)?.[1]
  const day = `${year ?? ''}-01-01`
  return isPlainDate(day) && day >= '1949' && day < '2100' ? day : null
}

function splitNames(text: string): readonly string[] {
  return text
    .split(/[、，,;；/／\n]/u)
    .map(tidyName)
    .filter((name) => name !== '')
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
