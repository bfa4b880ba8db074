import type { PackageContent } from '../../domain/county/package-content.ts'
import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'

/* The rows that follow from a submission's content: what is added up of every one, and who and what stands in the one shown. */

type Cell = string | number | null

const ROW_TABLES = ['unit', 'person', 'finding', 'duty'] as const

/** Rows a statement: what a statement costs by itself is more than what a row of it does. */
const A_STATEMENT = 16

/** Of a table: the statement for one row and for several. Kept: written anew for every township they are looked up letter by letter. */
const TEXTS = new Map<string, { readonly one: string; readonly several: string }>()

function textsFor(table: string, columns: number): { readonly one: string; readonly several: string } {
  let texts = TEXTS.get(table)
  if (texts === undefined) {
    const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`
    const values = (rows: number) => `INSERT INTO ${table} VALUES ${Array.from({ length: rows }, () => row).join(', ')}`
    TEXTS.set(table, (texts = { one: values(1), several: values(A_STATEMENT) }))
  }
  return texts
}

/** Inserts rows of one submission, all columns told. */
function insertRows(county: CountyBook, table: string, id: number, rows: readonly (readonly Cell[])[]): void {
  const [first] = rows
  if (first === undefined) return
  const { one, several } = textsFor(table, first.length + 1)
  let at = 0
  for (; at + A_STATEMENT <= rows.length; at += A_STATEMENT) {
    const cells: Cell[] = []
    for (let place = at; place < at + A_STATEMENT; place += 1) cells.push(id, ...(rows[place] ?? []))
    prepared(county, several).run(cells)
  }
  for (; at < rows.length; at += 1) prepared(county, one).run([id, ...(rows[at] ?? [])])
}

type RowTable = (typeof ROW_TABLES)[number]

/** The rows of a submission as they stand in the tables, without the number of the submission. */
function rowsOf({ parts }: PackageContent): Readonly<Record<RowTable, readonly (readonly Cell[])[]>> {
  return {
    unit: parts.units.map((one) => [one.id, one.parent, one.name, one.kind, one.order]),
    person: parts.people.map((one) => [
      one.id,
      one.name,
      one.number,
      one.sex,
      one.birth,
      one.unit,
      one.post,
      one.category,
      one.list,
      one.status,
      one.counted ? 1 : 0,
      one.leads,
      one.retires,
    ]),
    finding: parts.findings.map((one) => [
      one.id,
      one.rule,
      one.title,
      one.severity,
      one.state,
      one.unit,
      one.person,
      one.text,
    ]),
    duty: parts.duties.map((one) => [one.id, one.title, one.dueOn, one.text]),
  }
}

/** Inside the running transaction. */
export function writeRows(county: CountyBook, id: number, content: PackageContent): void {
  const rows = rowsOf(content)
  for (const table of ROW_TABLES) insertRows(county, table, id, rows[table])
}

/** What is kept of every submission, and what only of those shown. */
export const SUM_TABLES = ['line', 'total', 'standing'] as const
export type SubmissionTable = (typeof SUM_TABLES)[number] | RowTable

/** Tables whose rows of a submission are not those of its content; `shown`: the rows of what a township shows now are there too. */
export function differingTables(
  county: CountyBook,
  { id, content, shown }: { readonly id: number; readonly content: PackageContent; readonly shown: boolean },
): readonly SubmissionTable[] {
  const rows = rowsOf(content)
  const wanted: Readonly<Record<SubmissionTable, readonly (readonly Cell[])[]>> = {
    ...Object.fromEntries(ROW_TABLES.map((table) => [table, shown ? rows[table] : []])),
    ...sumsOf(content),
  } as never
  return [...SUM_TABLES, ...ROW_TABLES].filter((table) => {
    const kept = prepared(county, `SELECT * FROM ${table} WHERE submission_id = ?`).raw().all(id) as Cell[][]
    return sortedText(kept.map((row) => row.slice(1))) !== sortedText(wanted[table])
  })
}

const sortedText = (rows: readonly (readonly Cell[])[]) =>
  rows
    .map((row) => JSON.stringify(row))
    .toSorted((left, right) => (left < right ? -1 : 1))
    .join('\n')

/** What is added up, kept of every submission. */
function sumsOf({
  parts,
  totals,
}: PackageContent): Readonly<Record<(typeof SUM_TABLES)[number], readonly (readonly Cell[])[]>> {
  const { leadership, lists } = totals
  return {
    line: parts.lines.map((one) => [
      one.unit,
      one.category,
      one.quota,
      one.actual,
      one.reserved,
      one.vacancy,
      one.over,
    ]),
    total: totals.categories.map((one) => [
      one.category,
      one.ceiling,
      one.quota,
      one.actual,
      one.reserved,
      one.vacancy,
      one.over,
    ]),
    standing: [
      [
        leadership.quota,
        leadership.actual,
        leadership.vacancy,
        leadership.over,
        leadership.chief.quota,
        leadership.chief.actual,
        leadership.deputy.quota,
        leadership.deputy.actual,
        lists['in-quota'],
        lists['over-quota'],
        lists['non-compliant'],
        lists['off-quota'],
        lists.seconded,
        parts.units.length,
        parts.units.filter((unit) => unit.kind === 'institution').length,
      ],
    ],
  }
}

/** Inside the running transaction. */
export function writeSums(county: CountyBook, id: number, content: PackageContent): void {
  const sums = sumsOf(content)
  for (const table of SUM_TABLES) insertRows(county, table, id, sums[table])
}

/** What the township had shown before makes room. */
export function forgetRows(county: CountyBook, id: number): void {
  for (const table of ROW_TABLES) prepared(county, `DELETE FROM ${table} WHERE submission_id = ?`).run(id)
}
