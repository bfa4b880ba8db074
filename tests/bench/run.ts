/*
 * `npm run bench` prints a table, `npm run bench -- --json` the same as [{name, ms, rssMB, reference, referenceMs, ratio}].
 * Medians; each figure beside a reference measured in the same run (the parse alone, or the same work on half the people)
 * or beside its limit. A line with a bar says whether it is within it, and the program ends with 1 where one is over. `npm run bench -- door` goes
 * through the one door in processor time, beside its peers; with `--guard` only that, in small sizes. With `--county` only the 主管本;
 * `--townships N` is the size of the nation's sample.
 */
import { join } from 'node:path'
import { read } from 'xlsx'
import { createBook } from '../../electron/app/book/create-book.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { previewImport } from '../../electron/app/import/preview-import.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { readBookState } from '../../electron/app/read-book-state.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { curesOf } from '../../electron/domain/findings/cures.ts'
import { keyFindings } from '../../electron/domain/findings/finding-key.ts'
import { stateFindings, type FindingMark } from '../../electron/domain/findings/finding-states.ts'
import { readHead } from '../../electron/store/journal.ts'
import { snapshotAt } from '../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { deriveBookState } from '../../electron/domain/state/book-state.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { closeBookFile, createBookFile, type OpenBook } from '../../electron/store/open.ts'
import { BIG_BOOK_FIRST_DAY, BIG_BOOK_LAST_DAY, fillBigBook } from '../kit/big-book.ts'
import { bigWorkbook } from '../kit/big-workbook.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { makeContext, nextId, TODAY, type TestContext } from '../kit/context.ts'
import { measureChecks } from './checks.ts'
import { measureCounty } from './county.ts'
import { barred, judged, measureDoor, medianCpu, overBars, type Barred } from './door.ts'
import { collectGarbage, line, medianOf, type Measured } from './measure.ts'
import { measureNotice } from './notice.ts'
import { measurePaste } from './paste.ts'
import { measureRules } from './rules.ts'
import { measureScreens } from './screens.ts'
import { measureSoak } from './soak.ts'

const folder = temporaryFolder()
let books = 0

async function freshBook(): Promise<OpenBook> {
  books += 1
  const book = await createBookFile(join(folder.path, `bench-${books}.dingbian`))
  await createBook(book, { name: '试验乡', pack: 'none', recordedAt: RECORDED_AT, actor: '经办人', newId: nextId })
  return book
}

interface Staged {
  readonly book: OpenBook
  readonly context: TestContext
  readonly fileId: string
}

async function staged(bytes: Uint8Array): Promise<Staged> {
  const book = await freshBook()
  const context = makeContext(book, { operation: 'import.commit' })
  return { book, context, fileId: context.stage('花名册.xlsx', bytes) }
}

/** Preview and commit of one workbook, the parse alone as reference. Returns the last book, filled. */
async function measureImport(
  people: number,
  runs: number,
): Promise<{ readonly lines: readonly Measured[]; readonly filled: OpenBook }> {
  const bytes = bigWorkbook({ people, units: people / 25 })
  const parse = await medianOf(
    runs,
    () => Promise.resolve(bytes),
    (file) => Promise.resolve(read(file, { raw: true, dense: true })),
  )
  const preview = await medianOf(
    runs,
    () => staged(bytes),
    async ({ context, fileId, book }) => {
      await previewImport({ fileId }, context)
      return book
    },
  )
  let filled: OpenBook | null = null
  const commit = await medianOf(
    runs,
    async () => {
      const next = await staged(bytes)
      if (filled !== null) await closeBookFile(filled)
      filled = next.book
      const { planHash } = await previewImport({ fileId: next.fileId }, next.context)
      return { ...next, planHash }
    },
    async ({ context, fileId, planHash }) => {
      const done = await commitImport({ fileId, planHash }, context)
      if (!done.committed) throw new Error('the bench workbook was refused')
    },
  )
  if (filled === null) throw new Error('nothing was imported')
  return {
    filled,
    lines: [
      line(`导入预览 ${people} 人（上限 3000 ms）`, preview, '只解析（xlsx）', parse),
      line(`导入写入 ${people} 人（上限 3000 ms，含校验备份）`, commit, '只解析（xlsx）', parse),
    ],
  }
}

/** The facts as other objects: nothing that is held of the book's own serves them. */
async function unheld(book: OpenBook): Promise<FactRows> {
  return structuredClone(await loadFacts(book.db))
}

async function measureState(book: OpenBook, people: number, runs: number): Promise<readonly Barred[]> {
  const load = await medianOf(
    runs,
    () => unheld(book),
    (facts) => Promise.resolve(snapshotAt(facts, TODAY)),
  )
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const facts = await unheld(book)
    collectGarbage()
    times.push(await medianCpu(1, () => Promise.resolve(deriveBookState(snapshotAt(facts, TODAY)).roster)))
  }
  const state = times.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? 0
  const name = `数字、全部规则和名单 ${people} 人`
  return [barred(line(name, state, '上限 250 ms', 250), 1), barred(line(name, state, '只读出当日事实', load), null)]
}

/** What states and ways out add to the findings themselves: the day's findings with their marks, beside the findings alone. */
async function measureStates(book: OpenBook, people: number, runs: number): Promise<Measured> {
  const { findings } = await readBookState(book.db, TODAY)
  const marks = keyFindings(findings).map((one): FindingMark => ({
    ...one,
    kind: 'explained',
    unitId: null,
    personId: null,
    markedOn: TODAY,
    untilOn: null,
    saidBy: null,
    reason: '试',
    documentNumber: null,
  }))
  const states = await medianOf(
    runs,
    () => Promise.resolve(findings),
    (found) => Promise.resolve(stateFindings(found, marks, TODAY).map((one) => curesOf(one.finding))),
  )
  return line(`${findings.length} 个问题的状态和办法 ${people} 人（上限 50 ms）`, states, '上限', 50)
}

/** The import of everybody taken back, and that taken back: each once, they undo one another. */
async function measureUndo(book: OpenBook, people: number, commitMs: number): Promise<readonly Measured[]> {
  const once = () =>
    medianOf(
      1,
      () => Promise.resolve(makeContext(book, { operation: 'journal.undo' })),
      async (context) => undoEntry({ seq: (await readHead(book.db)).seq }, context),
    )
  return [
    line(`撤销导入 ${people} 人`, await once(), '导入写入', commitMs),
    line(`重做导入 ${people} 人`, await once(), '导入写入', commitMs),
  ]
}

const ASKED_DAYS = [BIG_BOOK_FIRST_DAY, '2016-11-01', BIG_BOOK_LAST_DAY]

/** A book of twenty years in which every seat was always filled: the facts of a day long past, of one in the middle and of the last. */
async function measureTwentyYears(
  seats: number,
): Promise<{ readonly lines: readonly Measured[]; readonly days: readonly number[] }> {
  const book = await freshBook()
  const { people, holdings } = await fillBigBook(book, { seats, units: seats / 25 })
  const days: number[] = []
  for (const day of ASKED_DAYS)
    days.push(
      await medianOf(
        15,
        () => unheld(book),
        (facts) => Promise.resolve(snapshotAt(facts, day)),
      ),
    )
  const roster = await medianOf(
    5,
    () => Promise.resolve(book),
    (open) => readRoster({ asOf: ASKED_DAYS[1] }, makeContext(open)),
  )
  await closeBookFile(book)
  const what = `二十年 ${seats} 岗 ${people} 人 ${holdings} 次任职`
  return {
    days,
    lines: [
      ...days.map((ms, index) => line(`${what}：${ASKED_DAYS[index]} 的名册事实（上限 100 ms）`, ms, '上限', 100)),
      line(`${what}：名单连同全部规则`, roster, '只读出当日事实', days[1] ?? 0),
    ],
  }
}

function print(lines: readonly Measured[]): void {
  console.table(lines.map(judged))
}

async function measureBook(): Promise<readonly Measured[]> {
  const small = await measureImport(5_000, 3)
  const smallState = await measureState(small.filled, 5_000, 7)
  const large = await measureImport(10_000, 3)
  const largeState = await measureState(large.filled, 10_000, 7)
  const states = await measureStates(large.filled, 10_000, 7)
  const undone = await measureUndo(large.filled, 10_000, large.lines[1]?.ms ?? 0)
  const growth = [0, 1].map((index) =>
    line(
      `${index === 0 ? '导入预览' : '导入写入'} 人数翻倍`,
      large.lines[index]?.ms ?? 0,
      '5000 人',
      small.lines[index]?.ms ?? 0,
    ),
  )
  const [shortHistory, longHistory] = [await measureTwentyYears(5_000), await measureTwentyYears(10_000)]
  const historyGrowth = ASKED_DAYS.map((day, index) =>
    line(`${day} 的名册事实 人数翻倍`, longHistory.days[index] ?? 0, '5000 岗', shortHistory.days[index] ?? 0),
  )
  const lines: readonly Measured[] = [
    ...small.lines,
    ...smallState,
    ...large.lines,
    ...largeState,
    states,
    ...undone,
    ...growth,
    line('数字、全部规则和名单 人数翻倍', largeState[0]?.ms ?? 0, '5000 人', smallState[0]?.ms ?? 0),
    ...longHistory.lines,
    ...historyGrowth,
  ]
  await closeBookFile(small.filled)
  await closeBookFile(large.filled)
  return lines
}

/** `npm run bench -- rules` measures one part; without a word all of them. */
const PARTS: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  book: measureBook,
  rules: measureRules,
  notice: measureNotice,
  door: () => measureDoor(false),
  checks: () => measureChecks(folder.path),
  screens: measureScreens,
  paste: () => measurePaste(folder.path),
  soak: () => measureSoak(),
}

async function measureAll(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const lines: Measured[] = []
  for (const [part, measure] of Object.entries(PARTS))
    if (wanted.length === 0 || wanted.includes(part)) lines.push(...(await measure()))
  judge(lines)
}

/** The table, and below it every line that is over its bar; then the program ends with 1. */
function judge(lines: readonly (Measured & { readonly bar?: number | null })[]): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(lines))
  else print(lines)
  const over = overBars(lines.map((one) => ({ ...one, bar: one.bar ?? null })))
  for (const sentence of over) console.error(sentence)
  process.exitCode = over.length === 0 ? 0 : 1
}

try {
  const townships = Number(process.argv[process.argv.indexOf('--townships') + 1])
  if (process.argv.includes('--county'))
    judge(await measureCounty(folder.path, Number.isInteger(townships) ? townships : 1_000))
  else if (process.argv.includes('--guard')) judge(await measureDoor(true))
  else await measureAll()
} finally {
  folder.dispose()
}
