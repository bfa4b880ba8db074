import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitCommand, readHead } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, type OpenBook } from '../../electron/store/open.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { join } from 'node:path'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

/* What must never happen is refused by the file itself, also to someone with a SQL shell. Every refusal has a control that passes. */

let folder: ReturnType<typeof temporaryFolder>
let book: OpenBook
const R = `'${RECORDED_AT}'`

beforeAll(async () => {
  folder = temporaryFolder()
  book = await createBookFile(join(folder.path, '试验乡.dingbian'))
  await foundTownship(book)
  await addPeople(book, 'a', 3)
  book.raw.exec(`UPDATE person SET id_number = '110101198506169912' WHERE id = 'p-a-0'`)
  book.raw.exec(
    'INSERT INTO notice (id, number, layout, as_of, posted_on, working_days, ends_on, file_name, ' +
      `content_sha256, journal_head, recorded_at) VALUES ('n1', '2026-1', 'tree', '2026-11-22', ` +
      `'2026-11-23', 5, '2026-11-30', '公示.xlsx', '${'0'.repeat(64)}', 'h', ${R})`,
  )
  book.raw.exec(`INSERT INTO notice_file VALUES ('n1', x'00', NULL)`)
})
afterAll(async () => {
  await closeBookFile(book)
  folder.dispose()
})

/** Runs a statement in a transaction that is taken back. @returns the refusal's code and what it names, or `accepted`. */
function attempt(statement: string): { readonly code: string; readonly what: string } | 'accepted' {
  book.raw.exec('BEGIN IMMEDIATE')
  try {
    book.raw.exec(statement)
    return 'accepted'
  } catch (error) {
    const { code, details } = translateSqliteError(error, book.path) as { code: string; details: { what: string } }
    return { code, what: details.what }
  } finally {
    if (book.raw.inTransaction) book.raw.exec('ROLLBACK')
  }
}

const holding = (
  id: string,
  person: string,
  post: string,
  from: string,
  to: string | null,
  counted = 1,
  overlap = 0,
  kind = 'substantive',
) =>
  'INSERT INTO holding (id, person_id, post_id, kind, category, off_quota_kind, occupies_quota, ' +
  'occupies_leadership, overlap_allowed, entered_on, entry_route, entry_document_number, ' +
  `counterpart, remark, valid_from, valid_to, recorded_at) VALUES ('${id}', '${person}', '${post}',` +
  ` '${kind}', 'administrative', NULL, ${counted}, 0, ${overlap}, NULL, NULL, NULL, NULL, NULL, ` +
  `'${from}', ${to === null ? 'NULL' : `'${to}'`}, ${R})`
const newPost = `INSERT INTO post VALUES ('s9', ${R});`
const newPerson = `INSERT INTO person (id, name, recorded_at) VALUES ('p9', '虚构九', ${R});`

describe('定编到人', () => {
  it('two counted people in one post at one time', () => {
    expect(attempt(newPerson + holding('h9', 'p9', 's-a-0', '2026-01-01', null))).toEqual({
      code: 'overlap',
      what: '一个岗位同时有两名占编人员',
    })
    expect(
      attempt(
        `${newPerson}${holding('h9', 'p9', 's9', '2026-01-01', null).replace(/^/, newPost)}; UPDATE holding SET post_id = 's-a-0' WHERE id = 'h9'`,
      ),
    ).toMatchObject({ code: 'overlap' })
  })

  it('one after the other, a handover that was switched on, or an uncounted person may', () => {
    expect(
      attempt(
        `UPDATE holding SET valid_to = '2026-01-01' WHERE id = 'h-a-0'; ${newPerson}${holding('h9', 'p9', 's-a-0', '2026-01-01', null)}`,
      ),
    ).toBe('accepted')
    expect(attempt(newPerson + holding('h9', 'p9', 's-a-0', '2026-01-01', null, 1, 1))).toBe('accepted')
    expect(attempt(newPerson + holding('h9', 'p9', 's-a-0', '2026-01-01', null, 0, 0, 'concurrent'))).toBe('accepted')
  })
})

describe('一人一编', () => {
  it('one person on two quotas at one time, even for one day', () => {
    expect(attempt(newPost + holding('h9', 'p-a-0', 's9', '2026-01-01', null))).toEqual({
      code: 'overlap',
      what: '一人同时占两个编制',
    })
    expect(attempt(newPost + holding('h9', 'p-a-0', 's9', '2006-10-01', '2006-11-02'))).toMatchObject({
      code: 'overlap',
    })
    expect(attempt(newPost + holding('h9', 'p-a-0', 's9', '2026-01-01', null, 1, 1))).toMatchObject({ code: 'overlap' })
  })

  it('until the day before, or a 兼任 that takes no quota', () => {
    expect(attempt(newPost + holding('h9', 'p-a-0', 's9', '2006-10-01', '2006-11-01'))).toBe('accepted')
    expect(attempt(newPost + holding('h9', 'p-a-0', 's9', '2026-01-01', null, 0, 0, 'concurrent'))).toBe('accepted')
  })
})

describe('ID numbers', () => {
  it('belong to one person; a disputed number stands aside', () => {
    expect(attempt(`UPDATE person SET id_number = '110101198506169912' WHERE id = 'p-a-1'`)).toEqual({
      code: 'rule_violation',
      what: '人员的身份证号重复',
    })
    expect(attempt(`UPDATE person SET disputed_id_number = '110101198506169912' WHERE id = 'p-a-1'`)).toBe('accepted')
    expect(attempt(`UPDATE person SET disputed_id_number = '110101198506169912' WHERE id = 'p-a-0'`)).toMatchObject({
      code: 'rule_violation',
    })
    expect(attempt(`UPDATE person SET id_number = '12345' WHERE id = 'p-a-1'`)).toMatchObject({
      code: 'rule_violation',
    })
  })
})

describe('numbers and dates', () => {
  it.each([
    ['a quota below nought', `UPDATE quota SET amount = -1 WHERE id = 'q1'`],
    ['half a quota', `UPDATE quota SET amount = 1.5 WHERE id = 'q1'`],
    ['a quota in words', `UPDATE quota SET amount = '五' WHERE id = 'q1'`],
    [
      'an approval for nobody',
      'INSERT INTO entry_approval (id, unit_id, category, amount, number, expires_on, valid_from, ' +
        `valid_to, recorded_at) VALUES ('e1', 'u2', 'administrative', 0, '1号', NULL, '2026-01-01', NULL, ` +
        `${R})`,
    ],
    [
      'chiefs and deputies that do not add up',
      `INSERT INTO leadership_quota VALUES ('l1', 'u2', 8, 2, 5, 'd1', '2026-01-01', NULL, ${R})`,
    ],
    ['a day that does not exist', `UPDATE quota SET valid_from = '2026-02-30' WHERE id = 'q1'`],
    ['a thirteenth month', `UPDATE quota SET valid_from = '2026-13-01' WHERE id = 'q1'`],
    ['a month nought', `UPDATE quota SET valid_to = '2026-00-10' WHERE id = 'q1'`],
    ['a thirty-second day', `UPDATE basis_document SET issued_on = '2026-11-32' WHERE id = 'd1'`],
    ['a date with slashes', `UPDATE quota SET valid_from = '2026/02/03' WHERE id = 'q1'`],
    ['an empty date', `UPDATE quota SET valid_from = '' WHERE id = 'q1'`],
    ['a range that ends when it begins', `UPDATE quota SET valid_to = valid_from WHERE id = 'q1'`],
    ['a range that ends before it begins', `UPDATE quota SET valid_to = '2000-01-01' WHERE id = 'q1'`],
    ['a thirteenth month of birth', `UPDATE person SET birth = '1985-13' WHERE id = 'p-a-1'`],
    ['a month nought of birth', `UPDATE person SET birth = '1985-00' WHERE id = 'p-a-1'`],
    ['a birth in words', `UPDATE person SET birth = '1985.06' WHERE id = 'p-a-1'`],
    ['an instant without a time', `UPDATE person SET recorded_at = '2026-11-22' WHERE id = 'p-a-1'`],
  ])('%s', (_, statement) => {
    expect(attempt(statement)).toMatchObject({ code: 'rule_violation' })
  })

  it('nought, a leap day, a month of birth and a range of one day may', () => {
    expect(
      attempt(`UPDATE quota SET amount = 0, valid_from = '2024-02-29', valid_to = '2024-03-01' WHERE id = 'q1'`),
    ).toBe('accepted')
    expect(attempt(`UPDATE person SET birth = '1985-12', work_started = '2007-07-01' WHERE id = 'p-a-1'`)).toBe(
      'accepted',
    )
  })
})

describe('one truth at a time', () => {
  it.each([
    [
      'two numbers for one unit and category',
      `INSERT INTO quota VALUES ('q9', 'u2', 'administrative', 'allocation', 6, 'd1', '2026-01-01', NULL, ${R})`,
      '同一机构同一编制类型的核定数',
    ],
    [
      'two names of one unit',
      `INSERT INTO unit_version VALUES ('uv9', 'u2', 'u1', '党政办', 'office', NULL, 1, 'd1', '2026-01-01', NULL, ${R})`,
      '机构的名称或类别',
    ],
    [
      'two states of one post',
      `INSERT INTO post_version VALUES ('sv9', 's-a-0', 'u2', '主任', NULL, 'inUse', '2026-01-01', NULL, ${R})`,
      '同一岗位的记录',
    ],
    [
      'two states of one person',
      `INSERT INTO person_version (id, person_id, valid_from, recorded_at) VALUES ('v9', 'p-a-0', '2026-01-01', ${R})`,
      '同一人员的记录',
    ],
  ])('%s', (_, statement, what) => {
    expect(attempt(statement)).toEqual({ code: 'overlap', what })
  })

  it('the next number from the day the last one ends may', () => {
    expect(
      attempt(
        `UPDATE quota SET valid_to = '2026-01-01' WHERE id = 'q1'; INSERT INTO quota VALUES ('q9', 'u2', ` +
          `'administrative', 'allocation', 6, 'd1', '2026-01-01', NULL, ${R})`,
      ),
    ).toBe('accepted')
  })
})

describe('what hangs on the wall', () => {
  it.each([
    [`UPDATE notice SET ends_on = '2026-12-30'`],
    ['DELETE FROM notice_file'],
    ['DELETE FROM notice'],
    [`UPDATE notice_file SET content = x'01'`],
    [`INSERT OR REPLACE INTO notice_file VALUES ('n1', x'01', NULL)`],
    [`INSERT INTO notice_file VALUES ('n2', x'01', NULL)`],
    [
      'INSERT INTO notice (id, number, layout, as_of, posted_on, working_days, ends_on, file_name, ' +
        `content_sha256, journal_head, recorded_at) VALUES ('n2', '2026-1', 'tree', '2026-11-22', ` +
        `'2026-11-23', 5, '2026-11-30', 'a.xlsx', '${'0'.repeat(64)}', 'h', ${R})`,
    ],
    [
      'INSERT INTO notice (id, number, layout, as_of, posted_on, working_days, ends_on, file_name, ' +
        `content_sha256, journal_head, recorded_at) VALUES ('n2', '2026-2', 'tree', '2026-11-22', ` +
        `'2026-11-23', 5, '2026-11-23', 'a.xlsx', '${'0'.repeat(64)}', 'h', ${R})`,
    ],
  ])('stays: %s', (statement) => {
    const outcome = attempt(statement)
    // References are only checked at the end of a transaction that never comes here.
    expect(outcome === 'accepted' ? outcome : outcome.code).toBe('rule_violation')
  })

  it('a second notice may be issued', () => {
    expect(
      attempt(
        'INSERT INTO notice (id, number, layout, as_of, posted_on, working_days, ends_on, file_name, ' +
          `content_sha256, journal_head, recorded_at) VALUES ('n2', '2026-2', 'table', '2026-11-22', ` +
          `'2026-11-23', 5, '2026-11-30', 'a.xlsx', '${'0'.repeat(64)}', 'h', ${R}); INSERT INTO ` +
          `notice_file VALUES ('n2', x'01', NULL)`,
      ),
    ).toBe('accepted')
  })
})

it('a quota needs a document, a holding a person, a book a name', () => {
  expect(attempt(`UPDATE quota SET document_id = NULL WHERE id = 'q1'`)).toMatchObject({ code: 'rule_violation' })
  expect(attempt(newPost + holding('h9', 'nobody', 's9', '2026-01-01', null))).toMatchObject({ code: 'rule_violation' })
  expect(attempt(`UPDATE book SET name = ' '`)).toMatchObject({ code: 'rule_violation' })
  expect(attempt('DELETE FROM post')).toMatchObject({ code: 'rule_violation' })
})

it('a command that runs into a refusal changes nothing and leaves no entry', async () => {
  const before = await readHead(book.db)
  const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'quota.set', summary: '核定编制' }
  const command = commitCommand(book.db, draft, async (_, journal) => {
    await journal.update('unit_version', 'uv2', { managing_body: '试验乡人民政府' })
    await journal.update('quota', 'q1', { amount: -1 })
  })
  await expect(command).rejects.toThrow('CHECK constraint failed')
  expect(await readHead(book.db)).toEqual(before)
  expect(book.raw.prepare(`SELECT managing_body FROM unit_version WHERE id = 'uv2'`).pluck().get()).toBeNull()
})
