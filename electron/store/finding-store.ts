import type { Kysely, Transaction } from 'kysely'
import type { FindingMarkTable } from '../domain/ledger/rows/fact-rows.ts'
import type { FindingCure, FindingMark } from '../domain/findings/finding-states.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

/** At most so many rows a statement: each has seven values, SQLite takes 32,766. */
const CHUNK = 4_000

/** Everything said of findings, in the order it was entered. */
export async function readFindingMarks(db: Kysely<BookDatabase>): Promise<readonly FindingMark[]> {
  return (
    await db
      .selectFrom('finding_mark')
      .selectAll()
      .orderBy('rowid' as 'id')
      .execute()
  ).map(toMark)
}

/** A row as the domain reads it. */
export function toMark(row: FindingMarkTable): FindingMark {
  return {
    rule: row.rule,
    subject: row.subject,
    kind: row.kind,
    unitId: row.unit_id,
    personId: row.person_id,
    markedOn: row.marked_on,
    untilOn: row.until_on,
    saidBy: row.said_by,
    reason: row.reason,
    documentNumber: row.document_number,
  }
}

/** Writes marks down through the journal. */
export async function addFindingMarks(
  journal: JournalWriter,
  marks: readonly (FindingMark & { readonly id: string })[],
  recordedAt: string,
): Promise<void> {
  await journal.insert(
    'finding_mark',
    marks.map((mark) => ({
      id: mark.id,
      rule: mark.rule,
      subject: mark.subject,
      kind: mark.kind,
      unit_id: mark.unitId,
      person_id: mark.personId,
      marked_on: mark.markedOn,
      until_on: mark.untilOn,
      said_by: mark.saidBy,
      reason: mark.reason,
      document_number: mark.documentNumber,
      recorded_at: recordedAt,
    })),
  )
}

/** Every cure, oldest entry first. */
export async function readFindingCures(db: Kysely<BookDatabase>): Promise<readonly FindingCure[]> {
  const rows = await db.selectFrom('finding_cure').selectAll().orderBy('seq').execute()
  return rows.map((row) => ({
    seq: row.seq,
    rule: row.rule,
    subject: row.subject,
    unitId: row.unit_id,
    personId: row.person_id,
    severity: row.severity,
    text: row.text,
  }))
}

/** Puts down what the entry that is about to be appended has cured. No fact: the journal keeps no image of it. */
export async function addFindingCures(tx: Transaction<BookDatabase>, cures: readonly FindingCure[]): Promise<void> {
  for (let start = 0; start < cures.length; start += CHUNK) {
    const rows = cures.slice(start, start + CHUNK).map((cure) => ({
      seq: cure.seq,
      rule: cure.rule,
      subject: cure.subject,
      unit_id: cure.unitId,
      person_id: cure.personId,
      severity: cure.severity,
      text: cure.text,
    }))
    await tx.insertInto('finding_cure').values(rows).execute()
  }
}
