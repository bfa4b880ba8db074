import { pattern } from '../../vocabulary/pattern.ts'
import type { RowRole } from './recognised-workbook.ts'
import { isIdText } from './column-profile.ts'
import { officeLabel } from './label-words.ts'
import { couldBeName } from './name-like.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'
import type { TypedColumn } from './table-types.ts'

const SUMMARY = pattern`
    ^(?:[一-龥]{0,12}(?:小计|合计|总计|共计|累计)(?:[:：]?\d*[人名]?)?|(?:小计|合计|总计|共计|累计|本页合计)[:：]?.{0,12}|承[前上]页?
    |过[次下]页?|[接转][上下]页|结转下页|(?:共|共计|总计)?\d+(?:人|名|位|条|行|项)(?:记录|数据|信息)?|(?:记录|总|总人|人)数[:：]\d+[人条]?)$
  `
const SIGNATURE = pattern`
    ^(?:(?:主要|分管|单位)?领导签[字名章]|[站所主校院队]长签[字名]|主任签[字名]|经手人|校对人?|制单|单位负责人|主要负责人|分管领导
    |负责人|填表人|填报人|制表人|制表|审核人|审核|复核人|经办人|联系人|联系电话|填报日期|填报时间|填表日期|日期|单位（盖章）|（盖章）|盖章)[（(]?[^：:]{0,8}(?:[：:]|$)
  `
/** 主要领导：…, 填表人：…, each with its label. */
const SIGNED = /^[\p{sc=Han} ]{2,8}(?:[（(][^）)]{1,8}[）)])?[:：]/u
const FOOTNOTE = /^(?:注|说明|备注|填表说明|填报说明)[：:\d、]|^第\d+页|^(?:续表|（续）|\(续\)|以下空白)/u
const LABEL = new RegExp(
  `^(?:${officeLabel()}|填报日期|填报时间|填表日期|制表日期|制表时间)(?:[（(][^）)]*[）)])?[:：]`,
  'u',
)
/** A row that shows how to fill in the others. */
const HINT =
  /^(?:填写说明|填写要求|填报要求|填报说明|填表要求|说明|要求|格式要求|格式|示例|样例|举例|范例|例如|例|[（(](?:例|示例|样例)[）)])$/u
/** 下拉选择, 8位数字, 文本，不超过36字: what a cell of a template takes. */
const CELL_HINT =
  /^(?:文本|数字|日期|整数|字符)(?:型|格式)?(?:[，,、（(].*)?$|下拉|选择|(?:必|选|不|如实|自动)填|^填.+|\d{1,2}位|不超过|格式|^[如例][:：]|[yY]{4}/u
const VACANT =
  /^[（(]?(?:空编|空缺|空岗|空位|空|缺编|缺员|缺|暂缺|暂空|暂无|预留|无人|未(?:配|定|到位|到岗|配备|安排)|(?:正在|计划|公开)?招[聘录考](?:中)?|[待拟](?:\p{sc=Han}{1,4}))(?:[\d一二三四五六七八九十]{1,2}[人名个])?[）)]?$/u

/** 在编人员, 临聘人员, 领导班子: alone in a row they head whoever follows. */
const NAMES_GROUP =
  /^\p{sc=Han}{1,10}(?:人员|干部|职工|班子|班子成员)$|^.{0,40}(?:名单|名册|一览表|登记表|情况表|统计表|明细表|信息表)$/u

/** Why a row is nobody's of its own. */
export const SECOND_ROW = '上一个人的第二行'

/** What a row is to a table. A section's `text` is its heading. */
export interface RowReading {
  readonly role: RowRole | 'section'
  readonly why: string | null
  readonly text: string
}

export interface RowMarks {
  readonly grid: SheetGrid
  readonly side: Side
  readonly columns: readonly TypedColumn[]
  /** The first column of each field. */
  readonly columnOf: ReadonlyMap<string, TypedColumn>
  readonly headerTexts: ReadonlySet<string>
  /** True for a text that a heading says and a name does not: a known office, a 编制. */
  readonly isHeading: (text: string) => boolean
  /** True for a side without headings of its own: what stands alone in a row at the left heads it as well. */
  readonly headedAtLeft?: boolean
}

/** 第 2 页 beside the title of a list that goes on. */
const PAGE = /^第\d{1,3}页(?:[，,]?共\d{1,3}页)?$/u
const DAY = /^(?:\d{4}[年.\-/]\d{1,2}[月.\-/]?(?:\d{1,2}[日号]?)?|年月日)$/u

/** 聘用单位：财政所 | 经费形式：全额拨款 | 编制数：6 in cells of their own, as one line of labels; a bare label takes the next cell. */
function labelLine(texts: readonly string[]): string {
  const parts: string[] = []
  for (const [at, text] of texts.entries()) {
    if (at === 0 || /[:：]/u.test(text)) parts.push(text)
    else if (/[:：]$/u.test(texts[at - 1] ?? '')) parts[parts.length - 1] = `${parts.at(-1) ?? ''}${text}`
  }
  return parts.join('　')
}

/** 站长签字： | | 经办人：谭怀远 | 2026年11月12日: labels with their people, and a day. Behind a bare label stands its own. */
function isFoot(texts: readonly string[]): boolean {
  if (!texts.some((text) => SIGNED.test(text))) return false
  return texts.every((text, place) => SIGNED.test(text) || DAY.test(text) || /[:：]$/u.test(texts[place - 1] ?? ''))
}

/** True for a row with the number of a page: the sheet's title again. */
export function isPageMark(texts: readonly string[]): boolean {
  return texts.some((text) => PAGE.test(text))
}

/** Fields that only somebody has. */
const PERSONAL = new Set([
  'sex',
  'birth',
  'ethnicity',
  'politicalStatus',
  'education',
  'workStarted',
  'enteredOn',
  'post',
  'postRank',
  'category',
])

/** True for a row of totals, signatures, notes or column numbers, by its texts alone: what stands in it says nothing of a column. */
export function isAside(texts: readonly string[]): boolean {
  const [first = ''] = texts
  if (texts.some(isIdText)) return false
  return (
    // 9名 among the counts of an office is its number.
    SUMMARY.test(first) ||
    texts.slice(0, 4).some((text) => SUMMARY.test(text) && !/^\d/u.test(text)) ||
    [HINT, LABEL, SIGNATURE, FOOTNOTE].some((words) => words.test(first)) ||
    isFoot(texts) ||
    isPageMark(texts) ||
    isColumnNumbers(texts)
  )
}

/** The first column of each field. */
export function columnsByField(columns: readonly TypedColumn[]): ReadonlyMap<string, TypedColumn> {
  const byField = new Map<string, TypedColumn>()
  for (const column of columns)
    if (column.field !== null && !byField.has(column.field)) byField.set(column.field, column)
  return byField
}

const DATA: RowReading = { role: 'data', why: null, text: '' }

/** Whoever has a number is somebody, named or not: so are nearly all rows, and nothing more is asked of them. An example's is nobody. */
function isNumbered(row: number, { grid, side, columnOf, headerTexts }: RowMarks): boolean {
  const column = columnOf.get('idNumber')
  if (column === undefined) return false
  const number = grid.text(row, column.index)
  if (!isIdText(number) || headerTexts.has(number)) return false
  const first = grid.filled(row).find((place) => place >= side.left) ?? column.index
  return !HINT.test(grid.text(row, first))
}

/** Says what a row below the header is; `row` is 0-based. */
export function readRow(row: number, marks: RowMarks): RowReading {
  const { grid, side } = marks
  if (isNumbered(row, marks)) return DATA
  const filled = grid.filled(row).filter((column) => column >= side.left && column <= side.right)
  if (filled.length === 0) return wholeWidth(row, marks)
  const texts = filled.map((column) => grid.text(row, column))
  const at = (field: string) => {
    const column = marks.columnOf.get(field)
    return column === undefined ? '' : grid.text(row, column.index)
  }
  const [name, number] = [at('name'), at('idNumber')]
  const first = texts[0] ?? ''
  const noNumber = !isIdText(number)
  const keys = [first, name, at('sequence'), at('unit')].filter((text) => text !== '')
  if (noNumber && keys.some((text) => SUMMARY.test(text)))
    return { role: 'subtotal', why: `合计行（${keys.find((text) => SUMMARY.test(text)) ?? ''}）`, text: first }
  if (noNumber && !couldBeName(name) && isPageMark(texts)) return { role: 'title', why: '每页的标题', text: first }
  if (filled.length >= 3 && texts.every((text) => marks.headerTexts.has(text)))
    return { role: 'header', why: '重复的表头', text: '' }
  if (noNumber && isHints(texts)) return { role: 'title', why: '填写示例', text: first }
  if (HINT.test(first)) return { role: 'title', why: '填写示例', text: first }
  if (noNumber && name === '' && LABEL.test(first)) return { role: 'section', why: '标题行', text: labelLine(texts) }
  if (noNumber && isForeign(texts)) return { role: 'header', why: '另一种文字的表头', text: '' }
  if (noNumber && isColumnNumbers(texts)) return { role: 'header', why: '栏次行', text: '' }
  if (noNumber && !couldBeName(name)) {
    if (texts.length > 1 && isFoot(texts)) return { role: 'signature', why: '落款行', text: first }
    if (SIGNATURE.test(first)) return { role: 'signature', why: '落款行', text: first }
    if (FOOTNOTE.test(first)) return { role: 'signature', why: '表下说明', text: first }
  }
  return readMiddle(row, filled, marks, { name, noNumber, first })
}

function readMiddle(
  row: number,
  filled: readonly number[],
  marks: RowMarks,
  { name, noNumber, first }: { readonly name: string; readonly noNumber: boolean; readonly first: string },
): RowReading {
  // Whoever has a number is somebody, named or not.
  if (!noNumber) return DATA
  const { grid } = marks
  const words = filled.map((column) => grid.text(row, column)).filter((text) => !isCounting(text))
  const heading = words[0] ?? ''
  const lone = words.length === 1
  if (words.length === 0) return { role: 'blank', why: '只有数字的空行', text: '' }
  // 人员统计: 行政编制 | 6 below the list. A name has letters in it.
  if (name !== '' && !/\p{L}/u.test(name)) return { role: 'title', why: '没有姓名的行', text: '' }
  if (VACANT.test(name)) return { role: 'title', why: '空缺的岗位，没有人', text: '' }
  if (name !== '') {
    const isTitle = lone && (marks.isHeading(name) || NAMES_GROUP.test(name) || spansWide(row, filled[0] ?? 0, marks))
    return isTitle ? { role: 'section', why: '小标题', text: heading } : { role: 'data', why: null, text: '' }
  }
  if (isContinued(row, marks)) return { role: 'title', why: SECOND_ROW, text: '' }
  const personal = marks.columns.filter(
    (column) =>
      column.field !== null &&
      PERSONAL.has(column.field) &&
      grid.text(row, column.index) !== '' &&
      grid.text(row, column.index) !== heading,
  )
  if (personal.length > 0 && !lone) return { role: 'data', why: null, text: '' }
  // 党政办公室 | 编制4名 | 实有3名 in cells of their own.
  if (lone || words.slice(1).every((text) => /\d/u.test(text) || /^(?:编制|实有|现有|空编|小计)/u.test(text)))
    return {
      role: 'section',
      why: '小标题',
      text: words.join('') === heading ? heading : `${heading}（${words.slice(1).join('，')}）`,
    }
  return { role: 'title', why: '没有姓名的行', text: first }
}

/** A heading that lies over the whole width belongs to the tables on the right as well. */
function wholeWidth(row: number, marks: RowMarks): RowReading {
  const merge = marks.side.left === 0 ? undefined : marks.grid.mergeAt(row, marks.side.left)
  const text = merge === undefined || merge.top !== row ? headingAtLeft(row, marks) : marks.grid.text(row, merge.left)
  return text === '' ? { role: 'blank', why: null, text: '' } : { role: 'section', why: '小标题', text }
}

function headingAtLeft(row: number, { grid, headedAtLeft, isHeading }: RowMarks): string {
  const [only, ...more] = headedAtLeft === true ? grid.filled(row) : []
  const text = only === undefined || more.length > 0 ? '' : grid.text(row, only)
  return isHeading(text) ? text : ''
}

function spansWide(row: number, column: number, marks: RowMarks): boolean {
  const merge = marks.grid.mergeAt(row, column)
  return merge !== undefined && merge.right - merge.left >= 2
}

/** The name's cell reaches down from the row above. */
function isContinued(row: number, marks: RowMarks): boolean {
  const column = marks.columnOf.get('name')
  const merge = column === undefined ? undefined : marks.grid.mergeAt(row, column.index)
  return (
    merge !== undefined &&
    column !== undefined &&
    merge.top < row &&
    merge.left === column.index &&
    couldBeName(marks.grid.text(merge.top, column.index))
  )
}

function isCounting(text: string): boolean {
  return /^[（(]?(?:\d{1,4}(?:\.\d)?|[一二三四五六七八九十]{1,3})[）)]?[、.．]?[人名个]?$/u.test(text)
}

/** The row below the heads of a template that tells what each cell takes. */
function isHints(texts: readonly string[]): boolean {
  return texts.length >= 3 && texts.filter((text) => CELL_HINT.test(text)).length * 3 >= texts.length * 2
}

/** Name | Sex | ID Number: the header again in letters that are not Chinese. */
function isForeign(texts: readonly string[]): boolean {
  return texts.length >= 3 && texts.every((text) => /^(?=.*\p{L})[^\p{sc=Han}\d]+$/u.test(text))
}

function isColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 2 || (texts.length === 2 && texts.join() !== '1,2')) return false
  if (!texts.every((text) => COLUMN_NUMBER.test(text) || COLUMN_LETTER.test(text))) return false
  const numbers = texts.flatMap((text) => (COLUMN_NUMBER.test(text) ? [Number(text.replaceAll(/\D/g, ''))] : []))
  return (
    numbers.length >= 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  )
}
const COLUMN_NUMBER = /^[（(]?\d{1,2}[）)]?$/u
const COLUMN_LETTER = /^[甲乙丙丁戊己庚辛]$/u
