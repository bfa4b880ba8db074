import { expect, it } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { addFindingCures } from '../../electron/store/finding-store.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

/* What became of findings and duties: marks are facts and journalled; which entry cured what is kept beside the journal and only grows. */

const MARK = {
  id: 'f1',
  rule: 'A1',
  subject: 'unit:u1:administrative',
  kind: 'explained',
  unit_id: null,
  person_id: null,
  marked_on: '2026-11-22',
  until_on: '2026-12-31',
  said_by: null,
  reason: '过渡期',
  document_number: null,
  recorded_at: RECORDED_AT,
} as const
const DUTY = {
  id: 'd1',
  duty: 'monthly-report',
  period: '2026-11',
  done_on: '2026-11-30',
  note: null,
  recorded_at: RECORDED_AT,
}
const DRAFT = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'finding.explain', summary: '说明问题' }
const CURE = {
  seq: 1,
  rule: 'A1',
  subject: 'unit:u1',
  unitId: 'u1',
  personId: null,
  severity: 'error',
  text: '超编 1 名',
} as const

it('marks go through the journal and the book stays whole', () =>
  withBook(async (book) => {
    expect(Object.keys(MIGRATIONS)).toContain('0006-findings')
    await commitCommand(book.db, DRAFT, async (_, journal) => {
      await journal.insert('finding_mark', [MARK])
      await journal.insert('duty_mark', [DUTY])
    })
    await commitCommand(book.db, DRAFT, (_, journal) => journal.remove('duty_mark', 'd1'))
    expect(await book.db.selectFrom('finding_mark').selectAll().execute()).toEqual([MARK])
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2, problems: [] })
  }))

it.each([
  [
    'an explanation without a reason',
    `finding_mark VALUES ('f2','A1','x','explained',NULL,NULL,'2026-11-22',NULL,NULL,' ',NULL,'${RECORDED_AT}')`,
  ],
  [
    'one that ends before it begins',
    `finding_mark VALUES ('f2','A1','x','explained',NULL,NULL,'2026-11-22','2026-11-21',NULL,'因',NULL,'${RECORDED_AT}')`,
  ],
  [
    'a reopening with an end',
    `finding_mark VALUES ('f2','A1','x','reopened',NULL,NULL,'2026-11-22','2026-12-21',NULL,'因',NULL,'${RECORDED_AT}')`,
  ],
  [
    'a day that is none',
    `finding_mark VALUES ('f2','A1','x','explained',NULL,NULL,'2026-02-30',NULL,NULL,'因',NULL,'${RECORDED_AT}')`,
  ],
  [
    'a state that is none',
    `finding_mark VALUES ('f2','A1','x','ignored',NULL,NULL,'2026-11-22',NULL,NULL,'因',NULL,'${RECORDED_AT}')`,
  ],
  [
    'a person who is not there',
    `finding_mark VALUES ('f2','A1','x','explained',NULL,'nobody','2026-11-22',NULL,NULL,'因',NULL,'${RECORDED_AT}')`,
  ],
  ['a duty done twice', `duty_mark VALUES ('d2','monthly-report','2026-11','2026-11-30',NULL,'${RECORDED_AT}')`],
])('the file refuses %s', (_, row) =>
  withBook(async (book) => {
    await commitCommand(book.db, DRAFT, (_tx, journal) => journal.insert('duty_mark', [DUTY]))
    const refused = (text: string) => {
      try {
        book.raw.exec(`BEGIN; INSERT INTO ${text}`)
        return null
      } catch (error) {
        return translateSqliteError(error, '')
      } finally {
        if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
      }
    }
    expect(refused(row)).toMatchObject({ code: 'rule_violation' })
    // Controls: the same with good rows.
    expect(
      refused(
        `finding_mark VALUES ('f2','A1','x','explained',NULL,NULL,'2026-11-22','2026-11-22',NULL,'因',NULL,'${RECORDED_AT}')`,
      ),
    ).toBeNull()
    expect(refused(`duty_mark VALUES ('d2','monthly-report','2026-12','2026-12-31',NULL,'${RECORDED_AT}')`)).toBeNull()
  }),
)

it('a cure belongs to an entry, stays, and only its sentence can change', () =>
  withBook(async (book) => {
    await commitCommand(book.db, DRAFT, (tx) => addFindingCures(tx, [CURE]))
    await expect(commitCommand(book.db, DRAFT, (tx) => addFindingCures(tx, [{ ...CURE, seq: 99 }]))).rejects.toThrow(
      /FOREIGN KEY/,
    )
    for (const statement of [
      'DELETE FROM finding_cure',
      `UPDATE finding_cure SET rule = 'B1'`,
      `INSERT OR REPLACE INTO finding_cure VALUES (1,'A1','unit:u1',NULL,NULL,'error','x')`,
    ]) {
      expect(() => book.raw.exec(statement)).toThrow(/append_only/)
    }
    book.raw.exec(`UPDATE finding_cure SET text = '（已清除）'`)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 1 })
  }))
