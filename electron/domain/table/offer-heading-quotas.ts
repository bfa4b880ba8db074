import { NUMBER_PENDING } from '../../vocabulary/document-number.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import { natureOfUnit } from '../model/unit.ts'
import { readStandingWord } from './category-words.ts'
import { readCountText } from './count-text.ts'
import type { HeadingCounts, HeadingQuota } from './heading-counts.ts'
import type { KnownBook } from './known-book.ts'
import type { NumbersBeside } from './numbers-beside-people.ts'
import type { QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord, NumberedHeading } from './read-table.ts'
import { KEEP_UNIT } from './resolve-unit-names.ts'
import type { KnownNames } from './section-title.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT, type PlacedCell, type TableRecord } from './table-types.ts'
import { unitKindOf } from './unit-kind.ts'
import { looksLikeUnit, similarUnits } from './unit-words.ts'

/*
 * Numbers that headings give, 党政办公室（行政编制4名，实有3名）: held against those approved; where none are, they are offered as approved
 * numbers in one question. Unanswered, they are not taken, and that is said.
 */

export interface HeadedSheet {
  readonly sheet: string
  readonly numbered: readonly NumberedHeading[]
  /** Everybody of the sheet who stays, with office and 编制 settled. */
  readonly people: readonly DraftRecord[]
  /** Numbers in columns beside these people. */
  readonly beside: NumbersBeside
  /** The only 文号 around the sheet's table: that of the numbers beside its people. */
  readonly document: { readonly text: string; readonly place: string } | null
}

interface Context {
  readonly book: KnownBook
  readonly known: KnownNames
  readonly desk: QuestionDesk
  /** Approved numbers the workbook tells in a table of their own. */
  readonly told: readonly TableRecord[]
}

/** A number of a heading: whose, how many, and of which 编制 where that is certain. */
interface Line extends HeadingQuota {
  readonly sheet: string
  /** 第 4 行小标题“…”, and its row (1-based). */
  readonly place: string
  readonly row: number | null
  /** The paper the sheet names for it; null: none. */
  readonly document: PlacedCell | null
  readonly unit: string
  readonly category: QuotaCategory | null
}

type Approved = ReadonlyMap<QuotaCategory, number>

const FUNDED: readonly QuotaCategory[] = ['institutionFull', 'institutionPartial', 'institutionSelf']
const INSTITUTION: readonly QuotaCategory[] = ['institution', ...FUNDED]
const TAKE = '+'

/** The approved numbers she takes from headings, as records of their sheets. */
export function offerHeadingQuotas(sheets: readonly HeadedSheet[], context: Context): readonly TableRecord[] {
  const approvedIn = approvedNumbers(context)
  const lines = sheets.flatMap((sheet) => [...linesOf(sheet, context), ...besideLines(sheet, context)])
  const fresh = onlyOnce(lines, context.desk).filter((line) => isNew(line, approvedIn(line.unit), context.desk))
  const taken = fresh.flatMap((line) => (line.document === null ? [] : recordsOf(line, line.document, context.desk)))
  const open = fresh.filter(({ document }) => document === null)
  return open.length === 0 ? taken : [...taken, ...offerOpen(open, context)]
}

function recordsOf(line: Line, document: PlacedCell, desk: QuestionDesk): readonly TableRecord[] {
  const category = line.category ?? askCategory(line, desk)
  return category === null ? [] : [recordOf(line, category, document)]
}

/** What numbers without a paper become: hers to say. */
function offerOpen(open: readonly Line[], context: Context): readonly TableRecord[] {
  const answer = offer(open, context.desk)
  if (answer === undefined) {
    context.desk.note(
      `${whereOf(open)}里写着${countWords(open)}，没有记进编制本：没有回答要不要记。没有核定编制的机构，人会显示为超编。要记，请回答这一问再导入，或在“变动”里办“核增编制”。`,
    )
    return []
  }
  if (answer === LEAVE_OUT) return []
  const document: PlacedCell =
    answer === TAKE
      ? { cell: NUMBER_PENDING, letters: '', header: '', from: '批准文号待补' }
      : { cell: answer.trim(), letters: '', header: '', from: '文号按您的回答' }
  return open.flatMap((line) => recordsOf(line, document, context.desk))
}

/** The numbers of columns beside the people, with the paper the sheet names. */
function besideLines({ sheet, beside, document }: HeadedSheet, { desk }: Context): readonly Line[] {
  for (const text of beside.unclear) desk.note(`“${sheet}”里${text}`)
  const paper = document === null ? null : { cell: document.text, letters: '', header: '', from: document.place }
  return beside.numbers.map(({ unit, word, amount, place, row, people }) => ({
    sheet,
    place,
    row,
    document: paper,
    unit,
    amount,
    word,
    category: categoryOf(word, people),
  }))
}

/** The numbers of a sheet's headings, but for those that only add up what stands below them. */
function linesOf(headed: HeadedSheet, context: Context): readonly Line[] {
  const { sheet, numbered, people } = headed
  const { note } = context.desk
  return numbered.flatMap(({ heading, state, counts }): readonly Line[] => {
    const { title, place } = heading
    const over = state.unit ?? (state.unsure === heading ? heading : null)
    const own = people.filter(
      ({ group }) => group.unit === state.unit && (group.stack.includes(heading) || group.unit === heading),
    )
    const unit = title.group || over === null ? null : officeOf(over.title.unit ?? over.title.bare, own, context)
    if (unit === null) {
      if (!title.group && over !== null) note(`${place}的编制数没有用：看不准是哪个机构的。`)
      return []
    }
    const below = numbered.filter((one) => one.heading !== heading && one.state.stack.includes(heading))
    const inner = below.reduce((sum, one) => sum + totalOf(one.counts), 0)
    if (below.length > 0) {
      if (inner !== totalOf(counts)) note(`${place}的编制数与它下面各小标题的合计 ${inner} 对不上，没有用。请核对。`)
      return []
    }
    if (!counts.agree) {
      note(`${place}里的几个编制数对不上，没有用。请核对。`)
      return []
    }
    return counts.quotas.map(({ word, amount }) => {
      const meant = word ?? (readStandingWord(title.category ?? '')?.kind === 'quota' ? title.category : null)
      return {
        sheet,
        place,
        row: heading.row,
        document: null,
        unit,
        amount,
        word: meant,
        category: categoryOf(meant, own),
      }
    })
  })
}

function totalOf({ quotas }: HeadingCounts): number {
  return quotas.reduce((sum, { amount }) => sum + amount, 0)
}

/**
 * The office a heading's people are in by it; null where they are in another by their own column, or in several. One over nobody is taken by
 * its name, unless that is like another's.
 */
function officeOf(said: string, own: readonly DraftRecord[], { known, desk }: Context): string | null {
  const names = new Set(own.map(({ values }) => compact(shownText(values.get('unit')?.cell))))
  const [only] = names
  if (only !== undefined) {
    const byHeading = own.every(({ values }) => /^单位(?:取自|按您)/u.test(values.get('unit')?.from ?? ''))
    return names.size === 1 && only !== '' && (byHeading || only === said) ? only : null
  }
  const answer = desk.answerTo(`unitName:${said}`)
  if (answer !== undefined && answer !== TAKE) return answer === LEAVE_OUT || answer === KEEP_UNIT ? null : answer
  return known.units.has(said) || (looksLikeUnit(said) && similarUnits(said, [...known.units]).length === 0)
    ? said
    : null
}

/** By the heading's word, else by all below it; null: neither tells. */
function categoryOf(word: string | null, people: readonly DraftRecord[]): QuotaCategory | null {
  const standings = people.map(({ values }) => readStandingWord(compact(shownText(values.get('category')?.cell))))
  const theirs = new Set(standings.flatMap((one) => (one?.kind === 'quota' ? [one.category] : [])))
  const [only] = theirs
  const read = word === null ? null : readStandingWord(word)
  if (read?.kind !== 'quota') return theirs.size === 1 ? (only ?? null) : null
  if (read.category !== 'institution') return read.category
  // 事业编制 over people who are all 全额: theirs is the exact word.
  const funded = FUNDED.filter((category) => theirs.has(category))
  if (funded.length === 0) return 'institution'
  return funded.length === 1 && !theirs.has('institution') ? (funded[0] ?? null) : null
}

/** The same number on every page is one; two different ones of one office and 编制 are neither. */
function onlyOnce(lines: readonly Line[], desk: QuestionDesk): readonly Line[] {
  const keyOf = ({ unit, word, category }: Line) => `${unit}|${category ?? word ?? ''}`
  return [...Map.groupBy(lines, keyOf).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    if (same.every(({ amount }) => amount === first.amount)) return [first]
    desk.note(
      `“${first.unit}”的编制在几处写得不一样（${same.map(({ amount }) => amount).join('、')} 名），没有用。请核对。`,
    )
    return []
  })
}

/** True where nothing is approved of the kind; another number than the approved one is said. */
function isNew(line: Line, approved: Approved, desk: QuestionDesk): boolean {
  const { unit, amount, category, word } = line
  if (approved.size === 0) return amount > 0
  const total = sum(approved, QUOTA_CATEGORIES)
  const known =
    category === null ? null : sum(approved, word !== null && category === 'institution' ? INSTITUTION : [category])
  if (amount === known || (word === null && amount === total)) return false
  if (word !== null && known === 0) return amount > 0
  const told = word === null || known === null ? { words: '编制', number: total } : { words: word, number: known }
  desk.note(
    `“${unit}”：${whereOf([line])}写${told.words} ${amount} 名，编制本里是 ${told.number} 名。导入不改编制本里的数，请核对。`,
  )
  return false
}

function sum(approved: Approved, categories: readonly QuotaCategory[]): number {
  return categories.reduce((all, category) => all + (approved.get(category) ?? 0), 0)
}

function approvedNumbers({ book, told }: Context): (unit: string) => Approved {
  const inFile = new Map<string, Map<QuotaCategory, number>>()
  for (const { values } of told) {
    const textOf = (field: string) => compact(shownText(values.get(field)?.cell))
    const word = readStandingWord(textOf('category'))
    const amount = readCountText(textOf('amount'))
    if (word?.kind !== 'quota' || amount === null) continue
    const own = inFile.get(textOf('unit')) ?? new Map<QuotaCategory, number>()
    inFile.set(textOf('unit'), own.set(word.category, amount))
  }
  return (unit) => new Map([...book.quotasOf(unit), ...(inFile.get(unit) ?? [])])
}

/** 小标题, or 人员旁边的列. */
function whereOf(lines: readonly Line[]): string {
  const headed = lines.filter(({ place }) => place.includes('标题') || place.includes('名“')).length
  return headed === lines.length ? '小标题' : headed === 0 ? '人员旁边的列' : '小标题和人员旁边的列'
}

function countWords(lines: readonly Line[]): string {
  const offices = new Set(lines.map(({ unit }) => unit))
  const amount = lines.reduce((all, line) => all + line.amount, 0)
  const [only] = offices
  return offices.size === 1
    ? `“${only ?? ''}”的核定编制 ${amount} 名`
    : ` ${offices.size} 个机构的核定编制，共 ${amount} 名`
}

function offer(lines: readonly Line[], desk: QuestionDesk): string | undefined {
  const sheet = lines[0]?.sheet ?? ''
  let answer: string | undefined
  for (const { row } of lines.filter((line) => line.sheet === sheet))
    answer = desk.offer(
      {
        id: 'headingQuota:*',
        kind: 'value',
        sheet,
        column: null,
        text: `${whereOf(lines)}里写着${countWords(lines)}，编制本里没有。记成核定编制吗？也可以写上批准文号。`,
        choices: [
          { value: TAKE, text: '记，批准文号待补' },
          { value: LEAVE_OUT, text: '不记' },
        ],
        suggested: TAKE,
        free: true,
      },
      row ?? undefined,
    )
  return answer
}

const NATURES = {
  organ: { words: '机关各机构', suggested: QUOTA_CATEGORY_NAMES.administrative },
  institution: { words: '事业单位', suggested: QUOTA_CATEGORY_NAMES.institution },
} as const

/** She takes them, and nothing tells of which 编制 they are: asked once for 机关 and once for 事业单位. */
function askCategory({ sheet, unit, row }: Line, desk: QuestionDesk): QuotaCategory | null {
  const nature = natureOfUnit(unitKindOf('', unit)) === 'organ' ? 'organ' : 'institution'
  const answer = desk.ask(
    {
      id: `headingCategory:${nature}`,
      kind: 'value',
      sheet,
      column: null,
      text: `${NATURES[nature].words}的小标题只写编制几名，下面的人又不是同一种编制。这个数是哪一种编制的？`,
      choices: [
        ...QUOTA_CATEGORIES.map((category) => QUOTA_CATEGORY_NAMES[category]).map((name) => ({
          value: name,
          text: name,
        })),
        { value: LEAVE_OUT, text: '不记这些机构的编制' },
      ],
      suggested: null,
      free: false,
    },
    row ?? undefined,
  )
  return QUOTA_CATEGORIES.find((category) => QUOTA_CATEGORY_NAMES[category] === answer) ?? null
}

function recordOf(line: Line, category: QuotaCategory, document: PlacedCell): TableRecord {
  const { unit, amount, place, row, sheet, word } = line
  const placed = (cell: string, from: string): PlacedCell => ({ cell, letters: '', header: '', from })
  const own = `取自${place}`
  const values = new Map<string, PlacedCell>([
    ['unit', placed(unit, own)],
    [
      'category',
      placed(
        QUOTA_CATEGORY_NAMES[category],
        word !== null ? own : line.category === null ? '编制类型按您的回答' : '编制类型照下面的人',
      ),
    ],
    ['amount', placed(String(amount), own)],
    ['document', document],
  ])
  return { sheet, row: row ?? 1, values, section: '' }
}
