import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'

/** A receipt as it was made. */
export interface AnswerRow {
  readonly id: number
  /** Null where nothing of the township was ever received. */
  readonly townshipId: number | null
  readonly township: string
  readonly submissionId: number | null
  readonly number: string
  readonly accepted: 0 | 1
  /** The file's own text. */
  readonly content: string
}

/** Newest first. */
export function readAnswers(county: CountyBook, townshipId: number): readonly AnswerRow[] {
  return prepared(
    county,
    `SELECT id, township_id AS townshipId, township, submission_id AS submissionId, number, accepted, content
     FROM answer WHERE township_id = ? ORDER BY id DESC`,
  ).all(townshipId) as AnswerRow[]
}

export function countAnswers(county: CountyBook): number {
  return (prepared(county, `SELECT count(*) AS n FROM answer`).get() as { readonly n: number }).n
}

export function writeAnswer(county: CountyBook, row: Omit<AnswerRow, 'id'> & { readonly madeSeq: number }): void {
  prepared(
    county,
    `INSERT INTO answer (township_id, township, submission_id, number, accepted, content, made_seq)
     VALUES (@townshipId, @township, @submissionId, @number, @accepted, @content, @madeSeq)`,
  ).run(row)
}
