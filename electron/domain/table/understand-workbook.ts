import type { MonthOrDate } from '../model/plain-date.ts'
import { chooseMonth } from './months-in-sheet.ts'
import { decodeByNotes } from './decode-by-notes.ts'
import { decodeByTables } from './decode-by-tables.ts'
import { addCellNotes } from './cell-notes.ts'
import { chooseSheets } from './choose-sheets.ts'
import { askUnread } from './find-unread.ts'
import { headerKey } from './fields.ts'
import { EMPTY_BOOK, knownNames, type KnownBook } from './known-book.ts'
import { createQuestionDesk, rowsText, type QuestionDesk } from './question-desk.ts'
import { shownText, type RawSheet, type RawWorkbook } from './raw-workbook.ts'
import { bareColumns, sheetOf } from './recognised-sheet.ts'
import type { RecognisedWorkbook, SheetMapping } from './recognised-workbook.ts'
import { numbersBeside } from './numbers-beside-people.ts'
import { onlyDocument } from './sheet-titles.ts'
import { NotedNames } from './noted-names.ts'
import { sayFootCount } from './foot-count.ts'
import { findReportDate, findTownship } from './report-titles.ts'
import { resolveCategories } from './resolve-categories.ts'
import { askDocument } from './ask-document.ts'
import { offerHeadingQuotas } from './offer-heading-quotas.ts'
import { askQuotaCategory } from './ask-quota-category.ts'
import { askGoneList } from './ask-gone-list.ts'
import { askNotApproved } from './ask-not-approved.ts'
import { askNumbers } from './ask-numbers.ts'
import { askForeign } from './ask-foreign.ts'
import { askNameOnly } from './ask-name-only.ts'
import { askAgain } from './ask-again.ts'
import { askSameHeads } from './ask-same-heads.ts'
import { askTwice, leftBefore } from './ask-twice.ts'
import { askOddNames } from './ask-odd-names.ts'
import { answersOfMapping, mappingOfAnswers } from './mapping-answers.ts'
import { withNamesBeside } from './people-beside-quotas.ts'
import { placeByHand } from './place-by-hand.ts'
import { resolveLeavers } from './resolve-leavers.ts'
import { resolveUnitNames } from './resolve-unit-names.ts'
import { resolveUnits } from './resolve-units.ts'
import { joinSides } from './join-sides.ts'
import { joinPosts } from './join-posts.ts'
import { leavingSigns } from './leaving-cells.ts'
import { markSecondPosts } from './mark-second-posts.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { addStateRemarks } from './state-cells.ts'
import { settleDates } from './settle-dates.ts'
import { splitCells } from './split-cells.ts'
import { splitLoan } from './split-loan.ts'
import { splitNames } from './split-names.ts'
import type { Answers } from './table-types.ts'
import type { SheetReading } from './sheet-reading.ts'
import { understandSheet } from './understand-sheet.ts'
import { unfoldRows } from './unfold-rows.ts'

export interface UnderstandOptions {
  readonly mappings?: readonly SheetMapping[] | undefined
  readonly answers?: Answers | undefined
  readonly book?: KnownBook | undefined
  /** The file's name: an office's own list may bear its office's name. */
  readonly fileName?: string | undefined
}

/** Takes a workbook apart into people and approved numbers, each value with where it came from, and the questions that are open. Same input, same answer. */
export function understandWorkbook(written: RawWorkbook, options: UnderstandOptions = {}): RecognisedWorkbook {
  const raw = unfoldRows(decodeByNotes(decodeByTables(written)))
  const book = options.book ?? EMPTY_BOOK
  const answers = options.answers ?? {}
  const desk = createQuestionDesk(answers)
  const file = (options.fileName ?? '').replace(/\.[^.]*$/u, '')
  const keyOf = keysOf(raw)
  const mappingOf = (sheet: RawSheet) => withAnswers(sheet, keyOf(sheet), options.mappings ?? [], answers)
  const inBook = knownNames(book)
  const firstLook = raw.sheets.map((sheet) => {
    const units = new NotedNames(inBook.units)
    return { sheet, units, reading: understandSheet(sheet, { ...inBook, units }, mappingOf(sheet), file) }
  })
  const first = firstLook.map(({ reading }) => reading)
  const spoken = unitsIn(first)
  // What the workbook's own table of offices names is known to its lists of people.
  const known = knownNames(
    book,
    first
      .flatMap((reading) => reading.quotas.map((record) => shownText(record.values.get('unit')?.cell)))
      .filter((name) => name !== ''),
  )
  const alike =
    known.units.size === book.units.length
      ? first
      : firstLook.map(({ sheet, units, reading }) =>
          units.wouldBeSaidBy(known.units) ? reading : understandSheet(sheet, known, mappingOf(sheet), file),
        )
  const listed = alike.map(withNamesBeside)
  const stay = new Map<SheetReading, readonly DraftRecord[]>()
  const readings = listed.map((reading): SheetReading => {
    const context = { sheet: reading.source.name, key: keyOf(reading.source), desk }
    const months = chooseMonth(reading, context.key, desk)
    return {
      ...reading,
      people: askSameHeads(joinSides(splitNames(months, { ...context, book }), context), reading, context),
    }
  })
  for (const reading of readings) {
    for (const record of reading.people) splitCells(record)
    joinPosts(reading.people, { sheet: reading.source.name, key: keyOf(reading.source), desk })
    addStateRemarks(reading)
    addCellNotes(reading)
  }
  markSecondPosts(readings.flatMap((reading) => reading.people))
  const chosen = chooseSheets(readings, desk)
  for (const reading of readings) {
    const sheet = reading.source.name
    const key = keyOf(reading.source)
    const still = askGoneList(chosen.get(reading) ?? [], reading, { key, desk })
    const own = askForeign(still, { sheet, known, desk, titles: [sheet, ...reading.titles] })
    for (const record of own) splitLoan(record, known)
    const named = askOddNames(own, { sheet, book, desk })
    const placed = placeByHand(named, { key, township: known.township, desk })
    const withUnits = resolveUnits(placed, {
      sheet,
      key,
      known,
      book,
      desk,
      named: new Set([...known.units, ...spoken]),
    })
    const withCategories = resolveCategories(withUnits, { sheet, key, book, desk, titles: [sheet, ...reading.titles] })
    stay.set(
      reading,
      resolveLeavers(askNameOnly(withCategories, { sheet, key, book, desk }), sheet, book, desk, leavingSigns(reading)),
    )
  }
  const records = readings.flatMap((reading) =>
    (stay.get(reading) ?? []).map((record) => ({ sheet: reading.source.name, record })),
  )
  const before = leftBefore(records, desk)
  const left = resolveUnitNames(
    records.filter(({ record }) => !before.has(record)),
    known,
    book,
    desk,
  )
  for (const record of before) left.add(record)
  askNumbers(
    records.filter(({ record }) => !left.has(record)),
    book,
    desk,
    left,
  )
  askTwice(
    records.filter(({ record }) => !left.has(record)),
    desk,
    left,
  )
  askAgain(
    records.filter(({ record }) => !left.has(record)),
    desk,
    left,
  )
  for (const reading of readings) {
    askUnread(reading, keyOf(reading.source), desk)
    sayCounts(reading, desk)
    sayFootCount(reading, desk)
  }
  const peopleOf = (reading: SheetReading) => (stay.get(reading) ?? []).filter((record) => !left.has(record))
  for (const reading of readings)
    settleDates(peopleOf(reading), { sheet: reading.source.name, key: keyOf(reading.source), book, desk })
  const quotas = new Map(
    readings.map((reading) => {
      const context = { sheet: reading.source.name, key: keyOf(reading.source), book, desk }
      return [reading, askDocument(askQuotaCategory(askNotApproved(reading, context), context), context)] as const
    }),
  )
  const headed = readings.map((reading) => ({
    sheet: reading.source.name,
    // A sheet that gave way to another says nothing of its offices either.
    numbered: reading.people.length === 0 || (chosen.get(reading) ?? []).length > 0 ? reading.numbered : [],
    people: peopleOf(reading),
    beside: numbersBeside(reading, peopleOf(reading)),
    document: onlyDocument(reading.grid),
  }))
  const taken = offerHeadingQuotas(headed, { book, known, desk, told: [...quotas.values()].flat() })
  const sheets = readings.map((reading) => {
    const why = notTaken(reading, chosen.get(reading) ?? [], peopleOf(reading))
    const open = new Set(desk.open().flatMap(({ sheet, rows }) => (sheet === reading.source.name ? rows : [])))
    const out = [...why].flatMap(([row, reason]) => (reason === LEFT_OUT && !open.has(row + 1) ? [row + 1] : []))
    if (out.length > 0 && !reading.turned) desk.note(`“${reading.source.name}”${rowsText(out)}${LEFT_OUT}。`)
    return sheetOf(
      reading,
      peopleOf(reading),
      [...(quotas.get(reading) ?? []), ...taken.filter(({ sheet }) => sheet === reading.source.name)],
      keyOf(reading.source),
      why,
    )
  })
  return {
    sheets,
    reportDate: findReportDate(raw),
    township: findTownship(raw),
    questions: desk.open(),
    offers: desk.offered(),
    answered: desk.answered(),
    implied: desk.implied(),
    notes: desk.notes(),
    shape: shapeOf(readings),
  }
}

/** Why nothing of a row comes in although somebody was read there. */
const LEFT_OUT = '按您的回答不导入'
const ELSEWHERE = '同一人已在另一行或另一张表里'

/** The rows (0-based) of people who do not come in from them, and why. A row of two people is told of only where neither does. */
function notTaken(
  { people }: SheetReading,
  chosen: readonly DraftRecord[],
  taken: readonly DraftRecord[],
): ReadonlyMap<number, string> {
  const [asked, stays] = [new Set(chosen), new Set(taken.map(({ row }) => row))]
  return new Map(
    people.flatMap((record) =>
      stays.has(record.row) ? [] : [[record.row, asked.has(record) ? LEFT_OUT : ELSEWHERE] as const],
    ),
  )
}

/** Corrections by hand as the answers they are kept as. */
export function answersOfMappings(raw: RawWorkbook, mappings: readonly SheetMapping[]): Answers {
  const keyOf = keysOf(raw)
  return Object.assign(
    {},
    ...mappings.flatMap((mapping) => {
      const sheet = raw.sheets.find((one) => one.name === mapping.sheet)
      return sheet === undefined ? [] : [answersOfMapping(sheet, keyOf(sheet), mapping)]
    }),
  ) as Answers
}

/** The only sheet of a file is the same one whatever it is called this month. */
function keysOf(raw: RawWorkbook): (sheet: RawSheet) => string {
  const seen = raw.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
  return (sheet) => (seen.length === 1 && seen[0] === sheet ? '*' : sheet.name)
}

/** Columns she named in an answer are named as by hand. */
function withAnswers(
  sheet: RawSheet,
  key: string,
  mappings: readonly SheetMapping[],
  answers: Answers,
): SheetMapping | undefined {
  const mapping = mappings.find((one) => one.sheet === sheet.name)
  const said = mappingOfAnswers(sheet, key, answers)
  if (mapping === undefined) return said
  if (said === undefined) return mapping
  return { ...said, ...mapping, columns: { ...said.columns, ...mapping.columns } }
}

function unitsIn(readings: readonly SheetReading[]): ReadonlySet<string> {
  const units = new Set<string>()
  for (const { people } of readings)
    for (const { values, group } of people) {
      const own = compact(shownText(values.get('unit')?.cell))
      if (own !== '') units.add(own)
      const headed = group.unit?.title.unit ?? null
      if (headed !== null) units.add(headed)
    }
  return units
}

/** 小标题写实有 3 名 over four people: said, for one of the two is wrong. */
function sayCounts(reading: SheetReading, desk: QuestionDesk): void {
  // A heading over several sides or pages is one.
  const placeOf = ({ heading }: SheetReading['counts'][number]) => `${heading.row ?? ''}|${heading.title.written}`
  for (const parts of Map.groupBy(reading.counts, placeOf).values()) {
    const [{ heading } = { heading: null }] = parts
    if (heading === null) continue
    const { actual } = heading.title.counts
    const people = parts.reduce((sum, part) => sum + part.people, 0)
    if (actual !== null && people > 0 && actual !== people)
      desk.note(`“${reading.source.name}”${heading.place}写的是 ${actual} 人，下面列了 ${people} 人，请核对。`)
  }
}

/** The shape of a workbook as text: what its answers are kept under. Names of people, dates and numbers of rows do not count. */
function shapeOf(readings: readonly SheetReading[]): string {
  return JSON.stringify(
    readings.map((reading) => [
      reading.purpose,
      reading.purpose === 'ignored'
        ? bareColumns(reading.source).map((column) => headerKey(column.header))
        : reading.columns.map((column) => [column.letters, column.path.map(headerKey).join('/')]),
    ]),
  )
}

/** The day the sheets say they are of. */
export type ReportDate = MonthOrDate | null
