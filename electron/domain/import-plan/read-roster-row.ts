import { codeFinder, type CodeList } from '../../vocabulary/code-list.ts'
import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import { fieldsKept, propertyOf, type FactsOf, type PersonField } from '../../vocabulary/person-fields.ts'
import { sexNamed } from '../../vocabulary/people.ts'
import type { HoldingKind, OffQuotaKind } from '../model/person.ts'
import type { MonthOrDate, PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { RosterField } from '../table/fields.ts'
import { shownText } from '../table/raw-workbook.ts'
import { readMonthOrDate } from '../table/read-date.ts'
import { holdsNames } from '../table/name-like.ts'
import { readHomeUnit, readSecondedOut, type SecondedOut } from './seconded-out.ts'
import { isMasked, readIdNumberCell } from './read-id-number-cell.ts'
import type { RowReader } from './row-reader.ts'
import { nameConflict, readNameCell, type NameReading } from '../says/read-name-cell.ts'
import { readRemark, type RemarkKind } from '../says/read-remark.ts'
import { fundedCategory, guestKind, offQuotaKind, quotaCategory } from '../table/vocabularies.ts'

export type RosterRowKind = 'person' | 'concurrent' | 'offQuota' | 'seconded'

/** One roster row in the book's words. Null: the sheet does not say. */
export interface RosterRow extends Omit<RowFacts, 'name' | 'category'> {
  readonly sheet: string
  readonly row: number
  readonly kind: RosterRowKind
  readonly holdingKind: Exclude<HoldingKind, 'secondedOut'>
  /** '' where the sheet does not say; only somebody the book knows can go without. */
  readonly unit: string
  /** The sheet says what the person's 编制 is. */
  readonly standingTold: boolean
  readonly name: string
  readonly post: string
  readonly category: QuotaCategory | null
  readonly fundedCategory: QuotaCategory | null
  readonly offQuotaKind: OffQuotaKind | null
  readonly counterpart: string | null
  readonly secondedOut: SecondedOut | null
  readonly reader: RowReader<RosterField>
}

type Reader = RowReader<RosterField>

const CONCURRENT_NAME = /^(.+?)[（(](?:兼任|兼职|兼)[）)]$/u
const GUEST_NAME = /^(.+?)[（(](借入|借用|挂职)[）)]$/u

/**
 * Reads a data row on the day `asOf`: what a remark says of a later one has not happened. What cannot be taken is in the reader's `refusals`;
 * the row is then only for showing.
 */
export function readRosterRow(
  reader: Reader,
  catalogue: Catalogue = SHIPPED,
  asOf: PlainDate | null = null,
): RosterRow {
  const unit = reader.name('unit')
  const written = reader.name('name')
  const remark = reader.text('remark')
  const { number: idNumber, birth: birthInNumber } = readIdNumberCell(reader)
  const said = readNameCell(written)
  const name = /[（(]/u.test(said.name)
    ? (CONCURRENT_NAME.exec(said.name)?.[1] ?? GUEST_NAME.exec(said.name)?.[1] ?? said.name)
    : said.name
  if (name === '' && idNumber === null)
    reader.refuse('name', 'name_missing', '没有姓名，不知道是谁。请补上，或删去这一行。')
  if (holdsNames(written))
    reader.refuse('name', 'name_several', `“${written}”是几个人，却只有一行。请一人一行，各写各的身份证号。`)
  const standing = readStanding(reader, said.name, remark, idNumber)
  const facts = readFacts(reader, catalogue, birthInNumber)
  const { sex, ethnicity } = facts
  noteName(reader, written, said, { sex, ethnicity })
  if (standing.kind === 'person') noteRemark(reader, remark, asOf)
  noteDates(reader, facts, birthInNumber)
  // The many facts first: they are copied in one go, and what follows is put behind them.
  return {
    ...facts,
    sheet: reader.sheet,
    row: reader.row,
    kind: standing.kind,
    holdingKind: standing.holdingKind,
    category: standing.category,
    offQuotaKind: standing.offQuotaKind,
    standingTold: standing.kind !== 'person' || standing.category !== null,
    unit,
    name,
    post: reader.text('post'),
    sex: sex ?? said.sex,
    idNumber,
    ethnicity: ethnicity ?? said.ethnicity,
    fundedCategory: fundedCategory(reader.name('funding')),
    counterpart: standing.kind === 'seconded' ? readHomeUnit(remark) : null,
    secondedOut: standing.kind === 'person' ? readSecondedOut(remark) : null,
    remark: orNull(remark),
    reader,
  }
}

/** Everything the catalogue keeps of a person; 姓名, 身份证号 and 编制类型 decide more than a fact and are read apart. */
type RowFacts = FactsOf<'person' | 'version' | 'holding' | 'file' | 'grade'>
const READ_APART: readonly PersonField[] = ['name', 'idNumber', 'category']
const READ_AS_FACT = fieldsKept('person', 'version', 'holding', 'file', 'grade').filter(
  (field) => !READ_APART.includes(field),
)
const READ_PLACES = READ_AS_FACT.map((field) => ({ field, property: propertyOf(field) }))
/** With room for what stands beside the facts: a row that grows is copied again and again. */
const BESIDE =
  'sheet row kind holdingKind category offQuotaKind standingTold unit name post idNumber fundedCategory counterpart secondedOut remark reader'
const NOTHING_READ: Readonly<Record<string, null>> = Object.fromEntries(
  [...READ_PLACES.map(({ property }) => property), ...BESIDE.split(' ')].map((property) => [property, null]),
)

/** By the fields of a sheet: most sheets have few of the columns there are. */
const PLACES_IN = new WeakMap<ReadonlySet<string>, typeof READ_PLACES>()

function placesIn(told: ReadonlySet<string>): typeof READ_PLACES {
  const places = PLACES_IN.get(told) ?? READ_PLACES.filter(({ field }) => told.has(field))
  PLACES_IN.set(told, places)
  return places
}

function readFacts(
  reader: Reader,
  catalogue: Catalogue,
  birthInNumber: PlainDate | null,
): Omit<RowFacts, 'name' | 'idNumber' | 'category'> {
  const facts: Record<string, string | null> = { ...NOTHING_READ }
  for (const { field, property } of placesIn(reader.told)) {
    const cell = reader.cell(field)
    // An absent cell says nothing, whatever its kind.
    if (cell !== undefined && cell !== null) facts[property] = readFact(reader, field, catalogue, birthInNumber)
  }
  // One value a field, under its property.
  return facts as unknown as Omit<RowFacts, 'name' | 'idNumber' | 'category'>
}

/** A field's cell in the book's words, by what the catalogue says it is. */
function readFact(
  reader: Reader,
  field: RosterField,
  catalogue: Catalogue,
  birthInNumber: PlainDate | null,
): string | null {
  const { kind, codes, open, title } = catalogue.entry(field)
  switch (kind) {
    case 'month':
      return readDate(reader, field, true, field === 'birth' ? birthInNumber : null)
    case 'date':
      return readDate(reader, field, false, null)
    case 'document':
      return orNull(reader.documentNumber(field))
    case 'lines':
      return orNull(reader.lines(field))
    case 'name':
      return orNull(reader.name(field))
    case 'phone':
      return readPhone(reader, field)
    case 'code':
      if (field === 'sex') return readSex(reader)
      return codes === undefined ? orNull(reader.text(field)) : readWord(reader, field, codes, open === true, title)
    case 'text':
    case 'idNumber':
    case 'number':
      return orNull(reader.text(field))
  }
}

/** A number Excel shows as 1.38E+10 is not taken: which digits it had cannot be seen. */
function readPhone(reader: Reader, field: RosterField): string | null {
  const text = reader.name(field)
  if (!/^\d(?:\.\d+)?E\+?\d+$/iu.test(text)) return orNull(text)
  reader.note('warning', field, `“${text}”显示成了科学计数，没有收进。请把这一列设为文本再导入。`)
  return null
}

/** What was taken out of the name, and where the row's own column says otherwise. */
function noteName(reader: Reader, written: string, said: NameReading, own: Pick<RosterRow, 'sex' | 'ethnicity'>): void {
  if (said.name === written) return
  const taken = [
    said.sex === null ? null : `性别 ${said.sex}`,
    said.ethnicity === null ? null : `民族 ${said.ethnicity}`,
  ]
  const words = taken.filter((part) => part !== null).join('、')
  reader.repair('name', written, said.name, words === '' ? '姓名上的标记已去掉。' : `姓名后的标注已移入${words}。`)
  const conflict = nameConflict(said, own)
  if (conflict === null) return
  const title = conflict.field === 'sex' ? '性别' : '民族'
  reader.note(
    'warning',
    conflict.field,
    `第 ${reader.row} 行 ${title}：姓名后标注“${conflict.inName}”，${title}列写“${conflict.own}”，哪个对？先按${title}列收进，请核对。`,
  )
}

/** Nobody starts to work as a child; two columns that tell different births cannot both be right. */
const YOUNGEST = 14

/** Dates of one person that contradict each other are said; which of them is wrong only the clerk can know. */
function noteDates(reader: Reader, facts: Pick<RowFacts, 'birth' | 'workStarted'>, inNumber: PlainDate | null): void {
  const told = facts.birth
  if (told !== null && inNumber !== null && told.slice(0, 7) !== inNumber.slice(0, 7))
    reader.note(
      'warning',
      'birth',
      `第 ${reader.row} 行 出生年月：写的是 ${told.slice(0, 7)}，身份证号里是 ${inNumber.slice(0, 7)}，请核对原件。`,
    )
  const birth = told ?? inNumber
  const work = facts.workStarted
  if (birth !== null && work !== null && Number(work.slice(0, 4)) - Number(birth.slice(0, 4)) < YOUNGEST)
    reader.note(
      'warning',
      'workStarted',
      `第 ${reader.row} 行 参加工作时间：${work.slice(0, 7)} 参加工作时不满 ${YOUNGEST} 岁（${birth.slice(0, 7)} 出生），请核对。`,
    )
}

const REMARK_QUESTIONS: Readonly<Record<RemarkKind, string>> = {
  dead: '像是已经去世。收进后不列入在编名单；属实的，请办理出编（死亡）。',
  left: '像是已经调出或离职。收进后不列入在编名单；属实的，请办理出编。',
  retired: '像是已经退休。收进后不列入在编名单；属实的，请办理退休出编。',
  lentOut: '像是借出在外。是借出吗？属实的，请登记借出的去向、起止和批文。',
  onLoanHere: '像是外单位借来、派来的，这一行却写着本乡镇的编制。编制在原单位的，请把编制类型改为“借入”或“挂职”。',
  away: '像是长期不在岗。属实的，请在导入后登记离岗。',
  toCome: '像是还没有到岗。到岗、办好入编手续以后再登记入编；已经到岗的，请把备注改过来。',
}

/** A question about the row: what its remark says and its other cells do not. 借出 that names a place is taken over and noted there. */
function noteRemark(reader: Reader, remark: string, asOf: PlainDate | null): void {
  const reading = readRemark(remark, { asOf })
  if (reading === null || (reading.kind === 'lentOut' && readSecondedOut(remark) !== null)) return
  reader.note('warning', 'remark', `第 ${reader.row} 行 备注“${reading.words}”：${REMARK_QUESTIONS[reading.kind]}`)
}

type Standing = Pick<RosterRow, 'kind' | 'holdingKind' | 'category' | 'offQuotaKind'>

/** What somebody the book does not know cannot go without. */
export function refuseUnplaced(row: RosterRow): void {
  const { reader } = row
  if (row.name === '')
    reader.refuse('name', 'name_missing', '没有姓名，编制本里也没有这个身份证号，不知道是谁。请补上，或删去这一行。')
  if (row.unit === '') reader.refuse('unit', 'unit_missing', '没有写机构，不知道编制算在哪里。请补上。')
  if (
    row.kind === 'person' &&
    row.category === null &&
    reader.refusals.every((refusal) => refusal.code !== 'category_unknown')
  )
    reader.refuse(
      'category',
      'category_missing',
      '没有写编制类型。请填行政编制、事业编制等；编外人员请写明自聘人员、劳务派遣、政府购买服务、公益性岗位或临时聘用。',
    )
}

/** Whether the row is somebody in post, a second post of somebody, 编外, or a guest. */
function readStanding(reader: Reader, written: string, remark: string, idNumber: string | null): Standing {
  const text = reader.name('category')
  const noNumber =
    idNumber === null &&
    !isMasked(shownText(reader.cell('idNumber'))) &&
    reader.refusals.every((refusal) => refusal.code !== 'id_number_numeric')
  const none = { category: null, offQuotaKind: null }
  if (CONCURRENT_NAME.test(written) || (noNumber && text === '' && /兼任|兼职/u.test(remark)))
    return { kind: 'concurrent', holdingKind: 'concurrent', ...none }
  const offQuota = offQuotaKind(text)
  if (offQuota !== null) return { kind: 'offQuota', holdingKind: 'offQuota', category: null, offQuotaKind: offQuota }
  const named = GUEST_NAME.exec(written)?.[2]
  const guest = guestKind(text) ?? (named === undefined ? null : guestKind(named))
  if (guest !== null) return { kind: 'seconded', holdingKind: guest, ...none }
  const category = quotaCategory(text)
  if (category !== null && QUOTA_CATEGORY_NAMES[category] !== text)
    reader.repair('category', text, QUOTA_CATEGORY_NAMES[category], '编制类型写法已统一。')
  if (category === null && text !== '')
    reader.refuse(
      'category',
      'category_unknown',
      `“${text}”不是编制类型。请改写为行政编制、事业编制等；编外人员请写明自聘人员、劳务派遣、政府购买服务、公益性岗位或临时聘用。`,
    )
  return { kind: 'person', holdingKind: 'substantive', category, offQuotaKind: null }
}

function readSex(reader: Reader): '男' | '女' | null {
  const text = reader.name('sex')
  if (text === '') return null
  const sex = sexNamed(text) ?? (text.startsWith('男') ? '男' : text.startsWith('女') ? '女' : null)
  if (sex === null) reader.refuse('sex', 'sex_unknown', `“${text}”应为男或女。`)
  else if (sex !== text) reader.repair('sex', text, sex, '性别写法已统一。')
  return sex
}

/** A word of a list. One the list does not know: kept as written where the list is open, else left out; either way with a note. */
function readWord(reader: Reader, field: RosterField, list: CodeList, open: boolean, title: string): string | null {
  const text = reader.name(field)
  if (text === '') return null
  const code = codeFinder(list)(text)
  if (code === null) {
    reader.note(
      'warning',
      field,
      open ? `“${text}”不在常用的写法里，照原样收进。` : `“${text}”不是${title}的写法，没有收进；请在此人的页面上选。`,
    )
    return open ? text : null
  }
  const word = list[code]?.title ?? code
  if (word !== text) reader.repair(field, text, word, `${title}写法已统一。`)
  return open ? word : code
}

/**
 * `monthOnly`: birth and start of work are kept by the month in 档案, whatever day Excel made of it. `told`: the same fact from elsewhere in the
 * row, which says what an ambiguous text means.
 */
function readDate(reader: Reader, field: RosterField, monthOnly: boolean, told: PlainDate | null): MonthOrDate | null {
  const cell = reader.cell(field)
  const reading = readMonthOrDate(cell, monthOnly || reader.header(field).includes('年月'))
  if (reading.kind === 'empty') return null
  if (reading.kind === 'refused') {
    const meant = told === null ? undefined : reading.either?.find((month) => told.startsWith(month))
    if (meant !== undefined) {
      reader.repair(field, shownText(cell), meant, '写法分不清是 1 月还是 10 月，按身份证号取。')
      return meant
    }
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
