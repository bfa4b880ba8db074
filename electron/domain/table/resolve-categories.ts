import { codeFinder } from '../../vocabulary/code-list.ts'
import { pattern } from '../../vocabulary/pattern.ts'
import { PERSON_CLASS_LIST } from '../../vocabulary/people.ts'
import { OFF_QUOTA_KIND_NAMES } from '../model/person.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { natureOfUnit } from '../model/unit.ts'
import { readRemark } from '../says/read-remark.ts'
import { askOrder, IN_ORDER, OPEN_ORDER, orderId } from './ask-order.ts'
import { countedCategory, countedParts, readStandingWord, type StandingWord } from './category-words.ts'
import { isOnlyOverleaf, readBlanks } from './fill-down.ts'
import type { KnownBook } from './known-book.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { isInBook } from './resolve-units.ts'
import { saysNo } from './says-no.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT, type Question } from './table-types.ts'
import { unitKindOf } from './unit-kind.ts'
import { guestKind, offQuotaKind, quotaCategory } from './vocabularies.ts'

const OFF_CHOICES = [...Object.values(OFF_QUOTA_KIND_NAMES), '借入', '挂职'].map((name) => ({
  value: name,
  text: name,
}))

export interface CategoryContext {
  readonly sheet: string
  readonly key: string
  readonly book: KnownBook
  readonly desk: QuestionDesk
  /** Titles over the list and the name of its sheet. */
  readonly titles: readonly string[]
}

/** What a category may be answered with. */
const CHOICES = [
  ...QUOTA_CATEGORIES.map((category) => QUOTA_CATEGORY_NAMES[category]),
  ...Object.values(OFF_QUOTA_KIND_NAMES),
  '借入',
  '挂职',
].map((name) => ({ value: name, text: name }))

/** Gives every record its 编制 in the book's words. Returns those that stay. */
export function resolveCategories(records: readonly DraftRecord[], context: CategoryContext): readonly DraftRecord[] {
  const left = new Set<DraftRecord>()
  // Whose 编制 another question settles.
  const waiting = new Set<DraftRecord>()
  for (const table of Map.groupBy(records, (record) => record.table).values()) {
    for (const record of table) fillOwn(record)
    fillInOrder(table, waiting, context)
    for (const record of table) if (isOpenOrder(record, context)) waiting.add(record)
    const down =
      readBlanks(table, 'category') === 'down' &&
      (table.some((record) => record.values.get('unit')?.from === '单位承上一行') || isOnlyOverleaf(table, 'category'))
    const blanks = table.filter((record) => !record.values.has('category')).length
    const mixed = new Set(table.map(natureOf)).size > 1
    let last: RawCell = null
    // How a blank is asked about is settled before anybody is: an answer to one row is no 编制 the table wrote.
    const open = table.map((record): OpenBlank => {
      fill(record, down ? last : null)
      last = record.values.get('category')?.cell ?? last
      // One forgotten cell in a column that is filled is that row's own fault.
      const nowhere = last === null && !table.some((one) => one.values.has('category') && one !== record)
      return nowhere ? (mixed ? 'mixed' : 'nowhere') : blanks > 1 ? 'several' : 'one'
    })
    for (const [place, record] of table.entries())
      if (!waiting.has(record) && settle(record, context, open[place] ?? 'one') === LEAVE_OUT) left.add(record)
  }
  return records.filter((record) => !left.has(record))
}

/** One of several people beside 行政编制6名、机关工勤编制2名, before she has said how they stand. */
function isOpenOrder({ values }: DraftRecord, { key, desk }: CategoryContext): boolean {
  const category = values.get('category')
  if (category?.from !== OPEN_ORDER) return false
  return desk.answerTo(orderId(key)) === undefined
}

/** Under a heading that counts people of two 编制, and has just as many below it: in that order, where she says so. */
function fillInOrder(
  table: readonly DraftRecord[],
  waiting: Set<DraftRecord>,
  { sheet, key, desk, book }: CategoryContext,
): void {
  // Over several sides a heading is read once for each.
  for (const people of Map.groupBy(table, ({ group }) => group.unit?.place).values()) {
    const heading = people[0]?.group.unit ?? null
    const parts = heading === null ? [] : countedParts(heading.title.written)
    const open = people
      .filter((record) => !record.values.has('category') && !isConcurrent(record))
      .toSorted((a, b) => a.row - b.row || a.part - b.part)
    const words = parts.flatMap(({ word, actual }) => Array<string>(actual).fill(word))
    const [first] = open
    if (heading === null || first === undefined || words.length !== open.length) continue
    if (open.every((record) => isInBook(record, book))) continue
    const answer = askOrder(desk, { sheet, key, column: null, row: first.row })
    if (answer === undefined) for (const record of open) waiting.add(record)
    if (answer !== IN_ORDER) continue
    for (const [at, record] of open.entries())
      record.values.set('category', {
        cell: words[at] ?? null,
        letters: '',
        header: '',
        from: `编制照${heading.place}里的先后`,
      })
  }
}

type SeatNature = 'organ' | 'institution' | 'other'

/** Whose seats the office of a row has, by its name. */
function natureOf({ values }: DraftRecord): SeatNature {
  const kind = unitKindOf('', compact(shownText(values.get('unit')?.cell)))
  return kind === 'other' ? 'other' : natureOfUnit(kind)
}

const NATURES: Readonly<Record<SeatNature, { readonly words: string; readonly suggested: string | null }>> = {
  organ: { words: '机关各机构', suggested: QUOTA_CATEGORY_NAMES.administrative },
  institution: { words: '事业单位', suggested: QUOTA_CATEGORY_NAMES.institution },
  other: { words: '其他机构', suggested: null },
}

/** Nobody is 编制-less by heading alone: 编外人员, 聘用人员 without a word for how they are employed. */
const OFF_HEADING = /编外|非在编|不在编|未入编|临聘|聘用制|合同制|编制外/u

/** 编外用工花名册 over the whole list; not 在编和编外人员名册. */
function offTitle(titles: readonly string[]): { readonly id: string; readonly text: string } | null {
  const title = titles.find((text) => OFF_HEADING.test(text))
  if (title === undefined || titles.some((text) => IN_POST_TOO.test(text))) return null
  return { id: '*', text: `“${title}”里的人` }
}
const IN_POST_TOO = pattern`
  (?:在编|行政|事业|机关)\p{sc=Han}{0,4}[和及与、（(]\p{sc=Han}{0,6}编外
  |编外\p{sc=Han}{0,4}[和及与、]\p{sc=Han}{0,4}在编|[含及和]编外
`

/** What the row itself says in another column than that of 编制: a mark under 行政编制, 人员类别 公务员. */
function fillOwn(record: DraftRecord): void {
  const { values } = record
  if (values.has('category')) return
  const mark = [...values].find(([field]) => field.startsWith('mark:'))
  if (mark !== undefined) {
    const [field, { letters }] = mark
    const from = `编制取自 ${letters} 列的标记`
    values.set('category', { cell: field.slice('mark:'.length), letters, header: '', from })
    return
  }
  const kind = values.get('personClass')
  if (kind === undefined || standingOfClass(record) === null) return
  const from = kind.from ?? `编制取自 ${kind.letters} 列“${kind.header}”`
  values.set('category', { cell: kind.cell, letters: '', header: '', from })
  if (!isClassWord(shownText(kind.cell))) values.delete('personClass')
}

function fill(record: DraftRecord, above: RawCell): void {
  const { values, group } = record
  if (values.has('category')) return
  const put = (cell: RawCell, from: string) => void values.set('category', { cell, letters: '', header: '', from })
  if (group.category !== null && !isConcurrent(record) && !isLentOut(record, group.category.title.category))
    put(group.category.title.category, `编制取自${group.category.place}`)
  else if (above !== null && !isConcurrent(record)) put(above, '编制承上一行')
  else if (offQuotaInRemark(record) !== null)
    put(offQuotaInRemark(record), `编制取自 ${values.get('remark')?.letters ?? ''} 列“备注”`)
  else if (isInstitutionForm(record)) put(QUOTA_CATEGORY_NAMES.institution, '表头是“事业单位名称”')
}

/** 备注 临聘, 公益性岗位 and nothing else: how somebody without 编制 is employed. */
function offQuotaInRemark({ values }: DraftRecord): string | null {
  const word = readStandingWord(shownText(values.get('remark')?.cell))
  return word?.kind === 'offQuota' ? OFF_QUOTA_KIND_NAMES[word.offQuota] : null
}

/** The bureau's form for 事业单位 has no column of 编制类型: who is on it has 事业编制, but for whom the row calls 编外. */
function isInstitutionForm({ values }: DraftRecord): boolean {
  if (values.has('inQuota')) return false
  return ['unit', 'outerUnit'].some((field) => /^事业单位(?:全称|名称)$/u.test(values.get(field)?.header ?? ''))
}

/** 借调人员 over somebody whose row says that they are lent out: a title for both ways says nothing of their 编制. */
function isLentOut({ values }: DraftRecord, heading: string | null): boolean {
  if (readStandingWord(heading ?? '')?.kind !== 'guest') return false
  return readRemark(shownText(values.get('remark')?.cell), { asOf: null, township: null })?.kind === 'lentOut'
}

/** 人员类别 公务员, 事业人员: the column of classes says what the 编制 is. */
function standingOfClass({ values }: DraftRecord): StandingWord | null {
  const kind = values.get('personClass')
  return kind === undefined ? null : readStandingWord(compact(shownText(kind.cell)))
}

const isClassWord = (text: string): boolean => codeFinder(PERSON_CLASS_LIST)(text) !== null

function settle(record: DraftRecord, context: CategoryContext, open: OpenBlank): string | undefined {
  // 二、退休人员: whatever their column still says.
  const heading = record.group.category?.title.category ?? ''
  if (readStandingWord(heading)?.kind === 'left') {
    const answer = askWord(record, heading, context)
    if (answer === undefined || answer === LEAVE_OUT) return answer
  }
  const value = record.values.get('category')
  const written = value === undefined ? '' : shownText(value.cell).trim()
  if (value === undefined || /^(?:[/\\—-]+|无)?$/u.test(written))
    return isConcurrent(record) || isInBook(record, context.book) ? undefined : askGroup(record, context, open)
  const plain = compact(written)
  if (quotaCategory(plain) !== null || offQuotaKind(plain) !== null || guestKind(plain) !== null) return undefined
  const employed = /^(?:编外|编外人员|非在编|非在编人员|聘用|聘用人员)$/u.test(plain) ? offQuotaInRemark(record) : null
  const name = employed ?? nameOf(readStandingWord(plain) ?? readStandingWord(countedCategory(plain) ?? ''))
  const answer = name ?? askWord(record, plain, context)
  if (answer === undefined || answer === LEAVE_OUT) return answer
  record.values.set('category', { ...value, cell: answer, from: value.from ?? `“${plain}”记为${answer}` })
  return undefined
}

function nameOf(word: StandingWord | null): string | null {
  if (word?.kind === 'quota') return QUOTA_CATEGORY_NAMES[word.category]
  if (word?.kind === 'offQuota') return OFF_QUOTA_KIND_NAMES[word.offQuota]
  return word?.kind === 'guest' ? (word.guest === 'attached' ? '挂职' : '借入') : null
}

function askWord(record: DraftRecord, word: string, { sheet, desk, titles }: CategoryContext): string | undefined {
  const leaving = readStandingWord(word)?.kind === 'left'
  const isOff = offTitle(titles) !== null
  return desk.ask(
    {
      id: `value:category:${word}`,
      kind: 'value',
      sheet,
      column: record.values.get('category')?.letters ?? null,
      text: leaving ? `“${word}”的人已不在岗。不导入这些行吗？` : `编制写作“${word}”，是哪一种编制？`,
      choices: [...(isOff ? OFF_CHOICES : CHOICES), LEAVE_ROWS_OUT],
      // 合同聘用 on a list of 编外: with the township itself, where nobody else is named.
      suggested: leaving ? LEAVE_OUT : isOff && /聘|合同/u.test(word) ? OFF_QUOTA_KIND_NAMES.selfHired : null,
      free: false,
    },
    record.row + 1,
  )
}

/** Where the 编制 is missing: on the whole table (of offices of one nature, or of several), in several rows of it, in one. */
type OpenBlank = 'nowhere' | 'mixed' | 'several' | 'one'

function askGroup(
  record: DraftRecord,
  { sheet, key, desk, book, titles }: CategoryContext,
  open: OpenBlank,
): string | undefined {
  const off = offHeading(record) ?? offTitle(titles)
  if (off === null && open === 'one') return undefined
  const only = off === null ? onlyQuota(record, book) : null
  const nature = natureOf(record)
  const asked: Pick<Question, 'id' | 'text' | 'choices'> =
    off !== null
      ? { id: `offGroup:${key}:${off.id}`, text: `${off.text}没有写用工形式。他们是哪一种？`, choices: OFF_CHOICES }
      : only !== null
        ? {
            id: `groupCategory:${key}:${only}`,
            text: `“${sheet}”里没有写这些人的编制类型，他们的机构只核定了${only}。都按${only}导入吗？`,
            choices: CHOICES,
          }
        : open === 'mixed'
          ? {
              id: `groupCategory:${key}:${nature}`,
              text: `“${sheet}”里没有写这些人的编制类型。${NATURES[nature].words}的人是哪一种编制？`,
              choices: CHOICES,
            }
          : open === 'nowhere'
            ? {
                id: `groupCategory:${key}`,
                text: `“${sheet}”里没有写这些人的编制类型。他们是哪一种编制？`,
                choices: CHOICES,
              }
            : {
                id: `blankCategory:${key}`,
                text: `“${sheet}”里这几行没有写编制类型。他们是哪一种编制？`,
                choices: CHOICES,
              }
  const answer = desk.ask(
    {
      id: asked.id,
      kind: open === 'several' && off === null ? 'blankCategory' : 'groupCategory',
      sheet,
      column: null,
      text: asked.text,
      choices: [...asked.choices, LEAVE_ROWS_OUT],
      suggested: only ?? (off === null && open === 'mixed' ? NATURES[nature].suggested : null),
      free: false,
    },
    record.row + 1,
  )
  if (answer === undefined || answer === LEAVE_OUT) return answer
  record.values.set('category', {
    cell: answer,
    letters: '',
    header: '',
    from: '编制按您的回答',
  })
  return undefined
}

/** The one 编制类型 the book has approved for the office of the row; null: none, or several. */
function onlyQuota({ values }: DraftRecord, book: KnownBook): string | null {
  const quotas = book.quotasOf(compact(shownText(values.get('unit')?.cell)))
  const [only] = [...quotas].flatMap(([category, amount]) => (amount > 0 ? [category] : []))
  return quotas.size === 1 && only !== undefined ? QUOTA_CATEGORY_NAMES[only] : null
}

/** The heading or the cell that says that they have no 编制, without how they are employed; null: none. */
function offHeading({ group, values }: DraftRecord): { readonly id: string; readonly text: string } | null {
  const mark = values.get('inQuota')
  const said = compact(shownText(mark?.cell))
  if (mark !== undefined && (saysNo(said) || /^(?:不在编|非在编|编外.*)$/u.test(said)))
    return { id: mark.header, text: `“${mark.header}”写“${shownText(mark.cell).trim()}”的人` }
  const heading = [group.category, ...group.stack.toReversed()].find(
    (one) => one !== null && OFF_HEADING.test(one.title.bare),
  )
  return heading === undefined || heading === null ? null : { id: heading.title.bare, text: `${heading.place}下面的人` }
}

/** A second post of somebody counts nowhere and has no 编制. */
function isConcurrent(record: DraftRecord): boolean {
  const name = shownText(record.values.get('name')?.cell)
  const remark = shownText(record.values.get('remark')?.cell)
  return /[（(]兼[任职]?[）)]/u.test(name) || (!record.values.has('idNumber') && /兼任|兼职/u.test(remark))
}
