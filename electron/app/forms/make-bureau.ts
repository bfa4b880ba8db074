import type { Kysely } from 'kysely'
import type { Input, Output } from '../../contract/operations.ts'
import type { BlankWorkbook } from '../../domain/blank/blank-workbook.ts'
import type { Bounce, FilledSheet } from '../../domain/bureau/bureau-form.ts'
import { bureauPeople, type PaperFacts } from '../../domain/bureau/bureau-person.ts'
import { cadreSheets } from '../../domain/bureau/cadre-template.ts'
import { establishmentSheets } from '../../domain/bureau/establishment-form.ts'
import { fillSheet, type MeantWords } from '../../domain/bureau/fill-sheet.ts'
import { maskIdNumber } from '../../domain/identity/resident-id.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { recordsByPerson } from '../../domain/lrmx/book-form.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readCodeWords } from '../../store/code-word-store.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { BUREAU_FORM_LIST, BUREAU_LIST_TITLES, bureauWords } from '../../vocabulary/bureau-words.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { personForm } from '../records/lrmx/person-form.ts'

interface MadeForm {
  readonly asOf: PlainDate
  readonly township: string
  readonly sheets: readonly FilledSheet[]
  readonly bounces: readonly Bounce[]
}

/** What the form would hold, and what its system would send back. */
export async function checkBureau(
  input: Input<'bureau.check'>,
  context: QueryContext,
): Promise<Output<'bureau.check'>> {
  const { asOf, sheets, bounces } = await madeForm(input, context)
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  return {
    form: input.form,
    title: BUREAU_FORM_LIST[input.form].title,
    asOf,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.length,
      columns: sheet.columns.length,
      bounces: bounces.filter((one) => one.sheet === sheet.name).length,
    })),
    bounces: bounces.map(({ list: _list, ...bounce }) => ({
      ...bounce,
      value: bounce.code === 'idNumber' || bounce.code === 'twice' ? maskIdNumber(bounce.value) : bounce.value,
    })),
    rows,
    clean: rows - new Set(bounces.map(({ sheet, row }) => `${sheet}!${row}`)).size,
    words: openWords(bounces),
  }
}

/** The workbook, with an entry that it went out. */
export async function makeBureauFile(
  input: Input<'bureau.file'>,
  context: CommandContext,
): Promise<Output<'bureau.file'>> {
  const { asOf, township, sheets, bounces } = await madeForm(input, context)
  const { title, file } = BUREAU_FORM_LIST[input.form]
  const content = await context.excel.blank(workbookOf(title, sheets), { signal: context.signal })
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const { entry } = await context.commit(
    { summary: `导出${title}（统计日期 ${asOf}），${rows} 行，含完整身份证号` },
    () => Promise.resolve(null),
  )
  return {
    fileName: `${township}${file}（截至${asOf}）.xlsx`,
    bounces: bounces.length,
    rows,
    base64: Buffer.from(content).toString('base64'),
    seq: entry.seq,
  }
}

async function madeForm(input: Input<'bureau.check'>, context: Pick<QueryContext, 'db' | 'clock'>): Promise<MadeForm> {
  const asOf = input.asOf ?? context.clock.today()
  const view = viewBook(await readBookState(context.db, asOf))
  const people = bureauPeople(view, await papersOf(context.db, asOf))
  const meant = await meantWords(context.db)
  const filled =
    input.form === 'establishment'
      ? establishmentSheets(people).map((sheet) => fillSheet(sheet, meant))
      : cadreSheets(view, people).map((sheet) => sheet.use((one) => fillSheet(one, meant)))
  return {
    asOf,
    township: view.state.snapshot.book.name,
    sheets: filled.map((one) => one.filled),
    bounces: filled.flatMap((one) => one.bounces),
  }
}

async function meantWords(db: Kysely<BookDatabase>): Promise<MeantWords> {
  const known = new Map((await readCodeWords(db)).map((row) => [`${row.list}\n${row.word}`, row.meant]))
  return (list, word) => known.get(`${list}\n${word}`) ?? null
}

/** 简历, 考核 and 家庭成员 as 任免审批表 would print them. */
async function papersOf(db: Kysely<BookDatabase>, day: PlainDate): Promise<(personId: string) => PaperFacts> {
  const ledger = ledgerBook(await loadFacts(db))
  const records = recordsByPerson(ledger)
  return (personId) => {
    const person = ledger.person(personId)
    if (person === undefined) return { resume: null, assessments: null, family: [] }
    const { fields, family } = personForm(ledger, records, person, day).values
    return { resume: fields.resume, assessments: fields.assessments, family }
  }
}

function openWords(bounces: readonly Bounce[]): Output<'bureau.check'>['words'] {
  const groups = Map.groupBy(
    bounces.flatMap((bounce) => (bounce.list === null ? [] : [{ list: bounce.list, word: bounce.value }])),
    ({ list, word }) => `${list}\n${word}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        ...first,
        title: BUREAU_LIST_TITLES[first.list],
        count: group.length,
        choices: [...bureauWords(first.list)],
      },
    ]
  })
}

function workbookOf(title: string, sheets: readonly FilledSheet[]): BlankWorkbook {
  return {
    name: title,
    guidance: [
      '黄色表头必填；有下拉的只认下拉里的字。导出前程序已按这张表自己的下拉和写法核对过。',
      '上级系统只收 .xls 的，用 WPS 或 Excel 打开后另存为 .xls，工作表名和表头不要改。',
    ],
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      title: sheet.title,
      lines: [],
      columns: sheet.columns.map(({ title: head, required, list, date }) => ({
        title: head,
        required,
        entry: list === null ? { kind: 'text' } : { kind: 'choice', words: bureauWords(list), open: false },
        hint:
          list !== null
            ? '从下拉中选。'
            : date === 'digits'
              ? '6 位或 8 位数字，如 198506 或 19850616。'
              : date === 'day'
                ? '如 1985-06-16。'
                : '照实填写。',
      })),
      rows: sheet.rows,
    })),
  }
}
