import type { PackageContent } from '../../domain/county/package-content.ts'
import type { PackageKind } from '../../vocabulary/county.ts'
import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'
import type { TownshipRow } from './county-store.ts'

/** One submission without what it holds. */
export interface SubmissionRow {
  readonly id: number
  readonly townshipId: number
  readonly asOf: string
  readonly madeAt: string
  readonly madeBy: string
  readonly journalSeq: number
  readonly head: string
  readonly kind: PackageKind
  readonly formatVersion: number
  readonly numbers: 'masked' | 'whole'
  readonly fileName: string
  readonly fileSha256: string
  readonly contentSha256: string
  readonly people: number
  readonly receivedSeq: number
  readonly receivedAt: string
}

const SUBMISSION = `s.id, s.township_id AS townshipId, s.as_of AS asOf, s.made_at AS madeAt, s.made_by AS madeBy,
  s.journal_seq AS journalSeq, s.head, s.kind, s.format_version AS formatVersion, s.numbers, s.file_name AS fileName,
  s.file_sha256 AS fileSha256, s.content_sha256 AS contentSha256, s.people, s.received_seq AS receivedSeq,
  j.recorded_at AS receivedAt`
const FROM = `FROM submission s JOIN county_journal j ON j.seq = s.received_seq`

/** Newest day first. */
export function readSubmissions(county: CountyBook, townshipId: number): readonly SubmissionRow[] {
  return prepared(
    county,
    `SELECT ${SUBMISSION} ${FROM} WHERE s.township_id = ? ORDER BY s.as_of DESC, s.journal_seq DESC, s.id DESC`,
  ).all(townshipId) as SubmissionRow[]
}

export function readSubmission(county: CountyBook, id: number): SubmissionRow | undefined {
  return prepared(county, `SELECT ${SUBMISSION} ${FROM} WHERE s.id = ?`).get(id) as SubmissionRow | undefined
}

/** Of a township, the one with this content; the same content is never kept twice. */
export function submissionWith(county: CountyBook, contentSha256: string): SubmissionRow | undefined {
  return prepared(county, `SELECT ${SUBMISSION} ${FROM} WHERE s.content_sha256 = ?`).get(contentSha256) as
    | SubmissionRow
    | undefined
}

export function submissionAt(county: CountyBook, townshipId: number, head: string): SubmissionRow | undefined {
  return prepared(
    county,
    `SELECT ${SUBMISSION} ${FROM} WHERE s.township_id = ? AND s.head = ? ORDER BY s.as_of DESC LIMIT 1`,
  ).get(townshipId, head) as SubmissionRow | undefined
}

/** The package's bytes as they are kept: whole, whatever way they came. */
export function readSubmissionBytes(county: CountyBook, id: number): Uint8Array {
  return (prepared(county, `SELECT content FROM submission WHERE id = ?`).get(id) as { readonly content: Buffer })
    .content
}

export interface NewSubmission {
  readonly township: TownshipRow | { readonly regionId: number }
  readonly content: PackageContent
  readonly kind: PackageKind
  readonly formatVersion: number
  readonly fileName: string
  readonly fileSha256: string
  readonly contentSha256: string
  readonly bytes: Uint8Array
  readonly receivedSeq: number
  /** False for an earlier day than the one already there: kept, not shown as the present. */
  readonly current: boolean
}

/** Writes a submission with all its rows inside the running transaction; what the township had shown before makes room. */
export function writeSubmission(
  county: CountyBook,
  made: NewSubmission,
): { readonly id: number; readonly townshipId: number } {
  const { content } = made
  const { head } = content
  const townshipId = keepTownship(county, made)
  const { lastInsertRowid } = prepared(
    county,
    `INSERT INTO submission (township_id, as_of, made_at, made_by, journal_seq, head, kind, format_version, numbers, file_name,
       file_sha256, content_sha256, people, received_seq, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    townshipId,
    head.asOf,
    head.madeAt,
    head.madeBy,
    head.journal.seq,
    head.journal.head,
    made.kind,
    made.formatVersion,
    head.numbers,
    made.fileName,
    made.fileSha256,
    made.contentSha256,
    content.parts.people.length,
    made.receivedSeq,
    made.bytes,
  )
  const id = Number(lastInsertRowid)
  writeSums(county, id, content)
  if (made.current) {
    const before = 'id' in made.township ? made.township.currentSubmission : null
    if (before !== null) forgetRows(county, before)
    writeRows(county, id, content)
    prepared(county, `UPDATE township SET current_submission = ? WHERE id = ?`).run(id, townshipId)
  }
  return { id, townshipId }
}

function keepTownship(county: CountyBook, { township, content: { head }, current }: NewSubmission): number {
  const { name, code, type, ethnic } = head.township
  if (!('id' in township))
    return Number(
      prepared(
        county,
        `INSERT INTO township (region_id, name, code, type, ethnic, book, current_submission) VALUES (?, ?, ?, ?, ?, ?, NULL)`,
      ).run(township.regionId, name, code, type, ethnic ? 1 : 0, head.book).lastInsertRowid,
    )
  if (current)
    prepared(
      county,
      `UPDATE township SET name = ?, code = coalesce(?, code), type = coalesce(?, type), ethnic = ?, book = ? WHERE id = ?`,
    ).run(name, code, type, ethnic ? 1 : 0, head.book, township.id)
  return township.id
}

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

function writeSums(county: CountyBook, id: number, content: PackageContent): void {
  const sums = sumsOf(content)
  for (const table of SUM_TABLES) insertRows(county, table, id, sums[table])
}

const ROW_TABLES = ['unit', 'person', 'seat', 'finding', 'duty'] as const

/** 撤并: nothing of it is shown any more; what it handed in stays to be asked for by day. */
export function endTownship(
  county: CountyBook,
  { id, currentSubmission }: TownshipRow,
  ended: { readonly on: string; readonly into: number | null },
): void {
  if (currentSubmission !== null) forgetRows(county, currentSubmission)
  prepared(county, `UPDATE township SET current_submission = NULL, ended_on = ?, merged_into = ? WHERE id = ?`).run(
    ended.on,
    ended.into,
    id,
  )
}

function forgetRows(county: CountyBook, id: number): void {
  for (const table of ROW_TABLES) prepared(county, `DELETE FROM ${table} WHERE submission_id = ?`).run(id)
}

type Cell = string | number | null

/** Rows a statement: what a statement costs by itself is more than what a row of it does. */
const A_STATEMENT = 16

/** Inserts rows of one submission, all columns told. */
function insertRows(county: CountyBook, table: string, id: number, rows: readonly (readonly Cell[])[]): void {
  const row = `(${['?', ...(rows[0] ?? []).map(() => '?')].join(', ')})`
  const several = `INSERT INTO ${table} VALUES ${Array.from({ length: A_STATEMENT }, () => row).join(', ')}`
  let at = 0
  for (; at + A_STATEMENT <= rows.length; at += A_STATEMENT) {
    const cells: Cell[] = []
    for (let place = at; place < at + A_STATEMENT; place += 1) cells.push(id, ...(rows[place] ?? []))
    prepared(county, several).run(cells)
  }
  for (; at < rows.length; at += 1)
    prepared(county, `INSERT INTO ${table} VALUES ${row}`).run([id, ...(rows[at] ?? [])])
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
    seat: parts.seats.map((one) => [
      one.id,
      one.post,
      one.unit,
      one.title,
      one.leadership,
      one.state,
      one.person,
      one.kind,
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

function writeRows(county: CountyBook, id: number, content: PackageContent): void {
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

/** Every submission in the order it came. */
export function* listSubmissionIds(county: CountyBook): Generator<{
  readonly id: number
  readonly township: string
  readonly contentSha256: string
  readonly shown: 0 | 1
}> {
  const ask = prepared(
    county,
    `SELECT s.id, t.name AS township, s.content_sha256 AS contentSha256, (t.current_submission IS s.id) AS shown
     FROM submission s JOIN township t ON t.id = s.township_id WHERE s.id > ? ORDER BY s.id LIMIT 100`,
  )
  let last = 0
  for (;;) {
    const some = ask.all(last) as { id: number; township: string; contentSha256: string; shown: 0 | 1 }[]
    yield* some
    const [end] = some.slice(-1)
    if (end === undefined) return
    last = end.id
  }
}

export interface RefusedRow {
  readonly fileName: string
  readonly fileSha256: string
  readonly township: string | null
  readonly code: string
  readonly message: string
}

/** True where the same file was refused for the same reason before, and the reason stands. */
export function refusedBefore(county: CountyBook, { fileSha256, code }: RefusedRow): boolean {
  return (
    prepared(county, `SELECT 1 FROM refused WHERE file_sha256 = ? AND code = ? AND lifted_seq IS NULL`).get(
      fileSha256,
      code,
    ) !== undefined
  )
}

export function writeRefused(county: CountyBook, row: RefusedRow & { readonly receivedSeq: number }): void {
  prepared(
    county,
    `INSERT INTO refused (file_name, file_sha256, township, code, message, received_seq)
     VALUES (@fileName, @fileSha256, @township, @code, @message, @receivedSeq)`,
  ).run(row)
}

/** True where a refusal of this file still stands. */
export function standsRefused(county: CountyBook, fileSha256: string): boolean {
  return (
    prepared(county, `SELECT 1 FROM refused WHERE file_sha256 = ? AND lifted_seq IS NULL`).get(fileSha256) !== undefined
  )
}

/** What was said against a file stands no more, from an entry on. */
export function liftRefusals(county: CountyBook, fileSha256: string, seq: number): void {
  prepared(county, `UPDATE refused SET lifted_seq = ? WHERE file_sha256 = ? AND lifted_seq IS NULL`).run(
    seq,
    fileSha256,
  )
}

/** The newest refusal of a township by its name that still stands. */
export function lastRefusal(
  county: CountyBook,
  township: string,
): (RefusedRow & { readonly receivedSeq: number }) | undefined {
  return prepared(
    county,
    `SELECT file_name AS fileName, file_sha256 AS fileSha256, township, code, message, received_seq AS receivedSeq
     FROM refused WHERE township = ? AND lifted_seq IS NULL ORDER BY id DESC LIMIT 1`,
  ).get(township) as (RefusedRow & { readonly receivedSeq: number }) | undefined
}

/** Newest first. */
export function readRefused(
  county: CountyBook,
  limit: number,
): readonly (RefusedRow & { readonly receivedAt: string })[] {
  return prepared(
    county,
    `SELECT r.file_name AS fileName, r.file_sha256 AS fileSha256, r.township, r.code, r.message, j.recorded_at AS receivedAt
     FROM refused r JOIN county_journal j ON j.seq = r.received_seq ORDER BY r.id DESC LIMIT ?`,
  ).all(limit) as never
}
