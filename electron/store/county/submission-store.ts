import type { PackageContent } from '../../domain/county/package-content.ts'
import type { PackageKind } from '../../vocabulary/county.ts'
import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'
import { forgetRows, writeRows, writeSums } from './submission-rows.ts'
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
  (SELECT recorded_at FROM county_journal WHERE seq = s.received_seq) AS receivedAt`
const FROM = `FROM submission s`

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
