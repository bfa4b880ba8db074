import { bookForm, recordsByPerson } from '../../lrmx/book-form.ts'
import { desiredForm, type FormBasis } from '../../lrmx/compare-form.ts'
import { FORM_FIELDS, type FormFamilyMember, type FormField, type FormValues } from '../../lrmx/elements.ts'
import type { MonthOrDate } from '../../model/plain-date.ts'
import type { SheetCell, SheetPicture, SheetRow } from '../../report/sheet-model.ts'
import { cell, rowOf, sum, wideRow } from '../../report/sheet-rows.ts'
import { roundHeight } from '../../report/text-metrics.ts'
import type { Form, FormContent, FormFacts } from '../form.ts'
import { printableWidth } from '../form-page.ts'
import { monthText } from '../form-words.ts'

const PAGE = { paper: 'A4', orientation: 'portrait' } as const
const MILLIMETRE = 72 / 25.4
/** Both pages on one grid, millimetres: every edge of the official form that is more than a line's width from another. */
const GRID = [13.8, 4.2, 14.4, 8.6, 13.9, 4.9, 5.2, 17.8, 15.5, 7.7, 23.5, 36.3]
const WIDTHS = GRID.map((width) => (width / sum(GRID)) * printableWidth(PAGE))
const ALL = WIDTHS.length
/** People of the family the form has room for; more make it longer. */
const FAMILY_ROWS = 7

/** 干部任免审批表, two pages: from the same record as the file for the editor. With nobody chosen, a blank one. */
export const appointmentForm: Form = {
  id: 'appointment-form',
  title: '干部任免审批表',
  about: '一人两页，按个人资料、简历、家庭成员填好',
  due: '任免、调动、晋升职级时',
  span: 'day',
  subject: 'person',
  idNumbers: false,
  measure: '',
  page: PAGE,
  bare: true,
  content,
}

function content(facts: FormFacts): FormContent {
  const values = valuesOf(facts)
  return {
    columnWidths: WIDTHS,
    header: [],
    body: [...firstPage(values, facts.photo), ...secondPage(values)],
    notes: [],
  }
}

const BLANK: FormValues = {
  fields: Object.fromEntries(FORM_FIELDS.map((field) => [field, null])) as Record<FormField, null>,
  family: [],
}

function valuesOf(facts: FormFacts): FormValues {
  const person = facts.personId === null ? undefined : facts.ledger.person(facts.personId)
  if (person === undefined) return BLANK
  const stored = facts.book.person_document.findLast(
    (row) => row.person_id === person.id && row.purpose === 'appointmentForm',
  )
  // Our own JSON, written when the form came in.
  const basis = stored === undefined || stored.basis === null ? null : (JSON.parse(stored.basis) as FormBasis)
  return desiredForm(bookForm(facts.ledger, recordsByPerson(facts.ledger), person, facts.asOf), basis, facts.asOf)
}

const label = (column: number, span: number, text: string, rows = 1): SheetCell => ({
  ...cell(column, span, text, 'tableHeader'),
  rowSpan: rows,
})
const short = (column: number, span: number, text: string | null): SheetCell =>
  cell(column, span, text ?? '', 'tableCentered')
const long = (column: number, span: number, text: string | null): SheetCell =>
  cell(column, span, text ?? '', 'tableText')

/** A row of the form's own height, higher where a text of one row needs it. */
function row(height: number, cells: readonly SheetCell[], keepWithNext = true): SheetRow {
  const needed = rowOf(
    cells.filter((own) => own.rowSpan === 1),
    WIDTHS,
  ).height
  return { height: Math.max(roundHeight(height * MILLIMETRE), needed), cells, keepWithNext }
}

function firstPage({ fields }: FormValues, photo: SheetPicture | null): readonly SheetRow[] {
  const age = ageText(fields.birth, fields.ageAsOf)
  return [
    row(12.5, [
      label(0, 2, '姓　名'),
      short(2, 2, fields.name),
      label(4, 2, '性　别'),
      short(6, 2, fields.sex),
      label(8, 2, '出生年月\n（　岁）'),
      short(10, 1, [monthText(fields.birth), ...(age === '' ? [] : [`（${age}岁）`])].join('\n')),
      photo === null
        ? { ...cell(11, 1, '（照片）', 'tableCentered'), rowSpan: 4 }
        : { ...cell(11, 1, '', 'tableCentered'), rowSpan: 4, picture: photo },
    ]),
    row(12.2, [
      label(0, 2, '民　族'),
      short(2, 2, fields.ethnicity),
      label(4, 2, '籍　贯'),
      short(6, 2, fields.nativePlace),
      label(8, 2, '出生地'),
      short(10, 1, fields.birthplace),
    ]),
    row(12, [
      label(0, 2, '入党时间'),
      short(2, 2, [monthText(fields.joinedPartyOn), fields.otherParty ?? ''].filter((text) => text !== '').join('；')),
      label(4, 2, '参加工作时间'),
      short(6, 2, monthText(fields.startedWorkOn)),
      label(8, 2, '健康状况'),
      short(10, 1, fields.health),
    ]),
    row(12.5, [
      label(0, 2, '专业技术职务'),
      short(2, 4, fields.professionalTitle),
      label(6, 2, '熟悉专业有何专长'),
      short(8, 3, fields.specialty),
    ]),
    row(6.1, [
      label(0, 2, '学历\n学位', 4),
      label(2, 2, '全日制教育', 2),
      short(4, 4, fields.fullTimeEducation),
      label(8, 2, '毕业院校系及专业', 2),
      long(10, 2, fields.fullTimeSchool),
    ]),
    row(6.1, [
      short(4, 4, fields.fullTimeDegree),
      long(10, 2, other(fields.fullTimeDegreeSchool, fields.fullTimeSchool)),
    ]),
    row(6.1, [
      label(2, 2, '在职\n教育', 2),
      short(4, 4, fields.inServiceEducation),
      label(8, 2, '毕业院校系及专业', 2),
      long(10, 2, fields.inServiceSchool),
    ]),
    row(6.1, [
      short(4, 4, fields.inServiceDegree),
      long(10, 2, other(fields.inServiceDegreeSchool, fields.inServiceSchool)),
    ]),
    row(12.5, [label(0, 4, '现任职务'), long(4, 8, fields.post)]),
    row(12.5, [label(0, 4, '拟任职务'), long(4, 8, fields.proposedPost)]),
    row(12.5, [label(0, 4, '拟免职务'), long(4, 8, fields.removedPost)]),
    row(118, [label(0, 1, '简\n\n历'), cell(1, ALL - 1, fields.resume ?? '', 'tableLines')], false),
  ]
}

/** A second line only where it says something else than the first. */
function other(text: string | null, first: string | null): string | null {
  return text === first ? null : text
}

function secondPage({ fields, family }: FormValues): readonly SheetRow[] {
  const people = Array.from({ length: Math.max(FAMILY_ROWS, family.length) }, (_, place) => family[place] ?? null)
  const seal = '（盖章）　　　　\n　　年　　月　　日　'
  return [
    { ...row(25, [label(0, 1, '奖惩\n情况'), long(1, ALL - 1, fields.honours)]), startsPage: true },
    row(18, [label(0, 1, '年度\n考核\n结果'), long(1, ALL - 1, fields.assessments)]),
    row(24, [label(0, 1, '任免\n理由'), long(1, ALL - 1, fields.reason)]),
    row(11.4, [
      label(0, 1, '家庭\n主要\n成员\n及重\n要社\n会关\n系', people.length + 1),
      label(1, 2, '称谓'),
      label(3, 2, '姓名'),
      label(5, 2, '年龄'),
      label(7, 1, '政治面貌'),
      label(8, 4, '工作单位及职务'),
    ]),
    ...people.map((member) =>
      row(12.3, [
        short(1, 2, member?.relation ?? null),
        short(3, 2, member?.name ?? null),
        short(5, 2, member === null ? null : memberAge(member, fields.ageAsOf)),
        short(7, 1, member?.politicalStatus ?? null),
        long(8, 4, member?.work ?? null),
      ]),
    ),
    row(34, [
      label(0, 1, '呈报\n单位'),
      cell(1, ALL - 1, `${fields.reportingUnit ?? ''}\n${dayText(fields.filledOn)}`, 'tableSeal'),
    ]),
    row(35.6, [
      label(0, 1, '审批\n机关\n意见'),
      cell(1, 7, seal, 'tableSeal'),
      label(8, 1, '行政\n机关\n任免\n意见'),
      cell(9, 3, seal, 'tableSeal'),
    ]),
    wideRow(`填表人：${fields.filledBy ?? ''}`, 'note', WIDTHS),
  ]
}

/** Full years from month to month, as the form counts them; '' where either is not known. */
function ageText(birth: MonthOrDate | null, on: MonthOrDate | null): string {
  if (birth === null || on === null) return ''
  const months = (value: MonthOrDate) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
  const age = Math.floor((months(on) - months(birth)) / 12)
  return age < 0 ? '' : String(age)
}

/** Of the dead no age is printed. */
function memberAge({ birth, work }: FormFamilyMember, on: MonthOrDate | null): string {
  return /去世|病故|已故|逝世/u.test(work ?? '') ? '' : ageText(birth, on)
}

function dayText(day: MonthOrDate | null): string {
  if (day === null) return '　　年　　月　　日　'
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${date === undefined ? '　　' : Number(date)}日　`
}
