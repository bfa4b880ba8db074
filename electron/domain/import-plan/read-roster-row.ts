import { readResidentId } from '../identity/resident-id.ts'
import type { HoldingKind, OffQuotaKind } from '../model/person.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { RosterField } from './fields.ts'
import { shownText } from './raw-workbook.ts'
import { readMonthOrDate } from './read-date.ts'
import { readHomeUnit, readSecondedOut, type SecondedOut } from './seconded-out.ts'
import type { RowReader } from './row-reader.ts'
import { educationLevel, ethnicGroup, fundedCategory, guestKind, offQuotaKind, politicalStatus, quotaCategory } from './vocabularies.ts'

export type RosterRowKind = 'person' | 'concurrent' | 'offQuota' | 'seconded'

/** One roster row in the book's words. Null: the sheet does not say. */
export interface RosterRow {
  readonly sheet: string
  readonly row: number
  readonly kind: RosterRowKind
  readonly holdingKind: Exclude<HoldingKind, 'secondedOut'>
  readonly unit: string
  readonly name: string
  readonly post: string
  readonly sex: '男' | '女' | null
  readonly idNumber: string | null
  readonly birth: MonthOrDate | null
  readonly ethnicity: string | null
  readonly politicalStatus: string | null
  readonly education: string | null
  readonly professionalTitle: string | null
  readonly rank: string | null
  readonly workStarted: MonthOrDate | null
  readonly quotaCardNumber: string | null
  readonly category: QuotaCategory | null
  readonly fundedCategory: QuotaCategory | null
  readonly offQuotaKind: OffQuotaKind | null
  readonly enteredOn: MonthOrDate | null
  readonly entryRoute: string | null
  readonly entryDocumentNumber: string | null
  readonly counterpart: string | null
  readonly secondedOut: SecondedOut | null
  readonly remark: string | null
  readonly reader: RowReader<RosterField>
}

type Reader = RowReader<RosterField>

const CONCURRENT_NAME = /^(.+?)[（(](?:兼任|兼职|兼)[）)]$/u
const GUEST_NAME = /^(.+?)[（(](借入|借用|挂职)[）)]$/u

/** Reads a data row. What cannot be taken is in the reader's `refusals`; the row is then only for showing. */
export function readRosterRow(reader: Reader): RosterRow {
  const unit = reader.name('unit')
  const written = reader.name('name')
  const remark = reader.text('remark')
  const idNumber = readIdNumber(reader)
  const name = CONCURRENT_NAME.exec(written)?.[1] ?? GUEST_NAME.exec(written)?.[1] ?? written
  if (name === '') reader.refuse('name', 'name_missing', '没有姓名，不知道是谁。请补上，或删去这一行。')
  if (unit === '') reader.refuse('unit', 'unit_missing', '没有写机构，不知道编制算在哪里。请补上。')
  const standing = readStanding(reader, written, remark, idNumber)
  return {
    sheet: reader.sheet,
    row: reader.row,
    ...standing,
    unit,
    name,
    post: reader.text('post'),
    sex: readSex(reader),
    idNumber,
    birth: readDate(reader, 'birth', true),
    ethnicity: readWord(reader, 'ethnicity', ethnicGroup, '民族写法已统一。'),
    politicalStatus: readWord(reader, 'politicalStatus', politicalStatus, '政治面貌写法已统一。'),
    education: readWord(reader, 'education', educationLevel, '学历写法已统一。'),
    professionalTitle: orNull(reader.text('professionalTitle')),
    rank: orNull(reader.text('rank')),
    workStarted: readDate(reader, 'workStarted', true),
    quotaCardNumber: orNull(reader.name('quotaCard')),
    fundedCategory: fundedCategory(reader.name('funding')),
    enteredOn: readDate(reader, 'enteredOn', false),
    entryRoute: orNull(reader.name('entryRoute')),
    entryDocumentNumber: orNull(reader.documentNumber('entryDocument')),
    counterpart: standing.kind === 'seconded' ? readHomeUnit(remark) : null,
    secondedOut: standing.kind === 'person' ? readSecondedOut(remark) : null,
    remark: orNull(remark),
    reader,
  }
}

type Standing = Pick<RosterRow, 'kind' | 'holdingKind' | 'category' | 'offQuotaKind'>

/** Whether the row is somebody in post, a second post of somebody, 编外, or a guest. */
function readStanding(reader: Reader, written: string, remark: string, idNumber: string | null): Standing {
  const text = reader.name('category')
  const noNumber = idNumber === null && reader.refusals.every((refusal) => refusal.code !== 'id_number_numeric')
  const none = { category: null, offQuotaKind: null }
  if (CONCURRENT_NAME.test(written) || (noNumber && text === '' && /兼任|兼职/u.test(remark))) return { kind: 'concurrent', holdingKind: 'concurrent', ...none }
  const offQuota = offQuotaKind(text)
  if (offQuota !== null) return { kind: 'offQuota', holdingKind: 'offQuota', category: null, offQuotaKind: offQuota }
  const named = GUEST_NAME.exec(written)?.[2]
  const guest = guestKind(text) ?? (named === undefined ? null : guestKind(named))
  if (guest !== null) return { kind: 'seconded', holdingKind: guest, ...none }
  const category = quotaCategory(text)
  if (category !== null && QUOTA_CATEGORY_NAMES[category] !== text) reader.repair('category', text, QUOTA_CATEGORY_NAMES[category], '编制类型写法已统一。')
  if (category === null && text === '') reader.refuse('category', 'category_missing', '没有写编制类型。请填行政编制、事业编制等；编外人员请写明自聘人员、劳务派遣、政府购买服务、公益性岗位或临时聘用。')
  if (category === null && text !== '') reader.refuse('category', 'category_unknown', `“${text}”不是编制类型。请改写为行政编制、事业编制等；编外人员请写明自聘人员、劳务派遣、政府购买服务、公益性岗位或临时聘用。`)
  return { kind: 'person', holdingKind: 'substantive', category, offQuotaKind: null }
}

/** The number as text. A numeric cell is refused, never repaired: Excel kept only its first 15 digits. */
function readIdNumber(reader: Reader): string | null {
  const cell = reader.cell('idNumber')
  if (cell === null || cell === undefined) return null
  const shown = shownText(cell)
  if (typeof cell === 'object' && cell.kind === 'error') {
    reader.refuse('idNumber', 'cell_error', `单元格是错误值 ${shown}，请改正后再导入。`)
    return null
  }
  if (typeof cell === 'object' || /^\d(?:\.\d+)?E\+?\d+$/i.test(shown.trim())) {
    reader.refuse('idNumber', 'id_number_numeric', '单元格是数字，Excel 只保留前 15 位，后几位已经丢失，补不回来。请把这一列设为文本，照原件重新录入。')
    return null
  }
  const reading = readResidentId(shown)
  const { normalized } = reading
  if (/^(?:[/\\\-—]*|无|暂无)$/u.test(normalized)) return null
  if (normalized !== shown.trim()) reader.repair('idNumber', shown, normalized, `${reading.repairs.join('，')}。`)
  if (normalized.length < 15 || normalized.length > 18) {
    reader.refuse('idNumber', 'id_number_length', `${reading.problem ?? '位数不对'}。请核对原件。`)
    return null
  }
  if (reading.problem !== null) reader.note('warning', 'idNumber', `第 ${reader.row} 行 身份证号：${reading.problem.replace(/。?(?:请核对原件)?。?$/u, '')}。请核对原件。照原样收进，核查时标为待更正。`)
  for (const warning of reading.warnings) reader.note('info', 'idNumber', warning)
  return normalized
}

function readSex(reader: Reader): '男' | '女' | null {
  const text = reader.name('sex')
  if (text === '') return null
  const sex = text.startsWith('男') ? '男' : text.startsWith('女') ? '女' : null
  if (sex === null) reader.refuse('sex', 'sex_unknown', `“${text}”应为男或女。`)
  else if (sex !== text) reader.repair('sex', text, sex, '性别写法已统一。')
  return sex
}

/** A word of a list; one the list does not know is kept as written, with a note. */
function readWord(reader: Reader, field: RosterField, known: (text: string) => string | null, why: string): string | null {
  const text = reader.name(field)
  if (text === '') return null
  const word = known(text)
  if (word === null) {
    reader.note('warning', field, `“${text}”不在常用的写法里，照原样收进。`)
    return text
  }
  if (word !== text) reader.repair(field, text, word, why)
  return word
}

/** `monthOnly`: birth and start of work are kept by the month in 档案, whatever day Excel made of it. */
function readDate(reader: Reader, field: RosterField, monthOnly: boolean): MonthOrDate | null {
  const cell = reader.cell(field)
  const reading = readMonthOrDate(cell, monthOnly || reader.header(field).includes('年月'))
  if (reading.kind === 'empty') return null
  if (reading.kind === 'refused') {
    reader.refuse(field, reading.code, `${reading.message}。`)
    return null
  }
  const shown = shownText(cell)
  if (reading.value !== shown.trim()) reader.repair(field, shown, reading.value, '日期写法已统一。')
  return reading.value
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
