import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

/* The ledger's own rules, refused by the file itself, also to someone with a SQL shell. Every refusal has a control that passes. */

let folder: ReturnType<typeof temporaryFolder>
let book: OpenBook
const R = `'${RECORDED_AT}'`
const SHA = (digit: string) => `'${digit.repeat(64)}'`

beforeAll(async () => {
  folder = temporaryFolder()
  book = await createBookFile(join(folder.path, '试验乡.dingbian'))
  await foundTownship(book)
  await addPeople(book, 'a', 3)
})
afterAll(async () => {
  await closeBookFile(book)
  folder.dispose()
})

interface Refused {
  readonly code: string
  readonly what: string
}

/** Runs statements in a transaction that is taken back; what they refer to is checked before. @returns the refusal, or `accepted`. */
function attempt(statements: string, raw: Database.Database = book.raw): Refused | 'accepted' {
  raw.exec('BEGIN IMMEDIATE')
  try {
    raw.exec(statements)
    const dangling = raw.pragma('foreign_key_check')
    return Array.isArray(dangling) && dangling.length > 0
      ? { code: 'rule_violation', what: '所指的记录不存在' }
      : 'accepted'
  } catch (error) {
    const { code, details } = translateSqliteError(error, book.path) as { code: string; details: { what: string } }
    return { code, what: details.what }
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK')
  }
}

interface HoldingFields {
  readonly id: string
  readonly person: string
  readonly post: string
  readonly from: string
  readonly to?: string
  readonly counted?: 0 | 1
  readonly overlap?: 0 | 1
  readonly due?: string
  readonly approval?: string
}

const text = (value: string | undefined) => (value === undefined ? 'NULL' : `'${value}'`)
const holding = ({ id, person, post, from, to, counted = 1, overlap = 0, due, approval }: HoldingFields) =>
  `INSERT INTO holding (id, person_id, post_id, kind, category, occupies_quota, occupies_leadership, overlap_allowed,
     valid_from, valid_to, recorded_at, due_on, approval_id)
   VALUES ('${id}', '${person}', '${post}', 'substantive', 'administrative', ${counted}, 0, ${overlap},
     '${from}', ${text(to)}, ${R}, ${text(due)}, ${text(approval)});`
const newPost = `INSERT INTO post VALUES ('s9', ${R});`
const newPerson = (id: string, number: string | null = null) =>
  `INSERT INTO person (id, name, id_number, recorded_at) VALUES ('${id}', '虚构', ${number === null ? 'NULL' : `'${number}'`}, ${R});`
const end = (id: string, day: string) => `UPDATE holding SET valid_to = '${day}' WHERE id = '${id}';`
const overlap = (what: string): Refused => ({ code: 'overlap', what })

describe('定编到人: one counted person a post', () => {
  const TWO = overlap('一个岗位同时有两名占编人员')
  const successor = { id: 'h9', person: 'p9', post: 's-a-0', from: '2026-05-01' }

  it.each([
    ['a successor before the post is vacant', newPerson('p9') + holding(successor)],
    ['one day too early', newPerson('p9') + end('h-a-0', '2026-05-02') + holding(successor)],
    ['inside a range that has an end', newPerson('p9') + holding({ ...successor, to: '2026-05-02' })],
    ['before it and into it', newPerson('p9') + holding({ ...successor, from: '2000-01-01', to: '2006-11-02' })],
    [
      'a flag taken off afterwards',
      `${newPerson('p9') + holding({ ...successor, overlap: 1 })} UPDATE holding SET overlap_allowed = 0 WHERE id = 'h9'`,
    ],
    [
      'a count switched on afterwards',
      `${newPerson('p9') + holding({ ...successor, counted: 0 })} UPDATE holding SET occupies_quota = 1 WHERE id = 'h9'`,
    ],
    [
      'an end taken back after the successor came',
      `${newPerson('p9') + end('h-a-0', '2026-05-01') + holding(successor)} UPDATE holding SET valid_to = NULL WHERE id = 'h-a-0'`,
    ],
    [
      'two people moved into one post by one statement',
      `UPDATE holding SET post_id = 's-a-2' WHERE id IN ('h-a-0', 'h-a-1')`,
    ],
    ['over the other row by OR REPLACE', newPerson('p9') + holding(successor).replace('INSERT', 'INSERT OR REPLACE')],
    ['quietly by OR IGNORE', newPerson('p9') + holding(successor).replace('INSERT', 'INSERT OR IGNORE')],
  ])('refuses %s', (_, statements) => {
    expect(attempt(statements)).toEqual(TWO)
  })

  it('accepts the next day, a handover that is switched on, and a person who is not counted', () => {
    expect(attempt(newPerson('p9') + end('h-a-0', '2026-05-01') + holding(successor))).toBe('accepted')
    expect(attempt(newPerson('p9') + holding({ ...successor, overlap: 1 }))).toBe('accepted')
    expect(attempt(newPerson('p9') + holding({ ...successor, counted: 0 }))).toBe('accepted')
  })
})

describe('一人一编', () => {
  const TWO = overlap('一人同时占两个编制')
  const second = { id: 'h9', person: 'p-a-0', post: 's9', from: '2026-05-01' }

  it.each([
    ['a second quota', newPost + holding(second)],
    ['a second quota though overlap is switched on', newPost + holding({ ...second, overlap: 1 })],
    ['a second quota for one day long ago', newPost + holding({ ...second, from: '2010-01-01', to: '2010-01-02' })],
    [
      '恢复 while a quota is held',
      `${newPost + end('h-a-0', '2026-05-01') + holding(second)} UPDATE holding SET valid_to = '2026-05-02' WHERE id = 'h-a-0'`,
    ],
    ['one person’s rows given to another', `UPDATE holding SET person_id = 'p-a-1' WHERE id = 'h-a-0'`],
  ])('refuses %s', (_, statements) => {
    expect(attempt(statements)).toEqual(TWO)
  })

  it('accepts a move on the day', () => {
    expect(attempt(newPost + end('h-a-0', '2026-05-01') + holding(second))).toBe('accepted')
  })

  it.each([
    ['on two people', '110101198506169912', '110101198506169912'],
    ['on two people, once with a small x', '36220119850616991X', '36220119850616991x'],
  ])('refuses one ID number %s', (_, one, other) => {
    expect(attempt(newPerson('p8', one) + newPerson('p9', other))).toEqual({
      code: 'rule_violation',
      what: '人员的身份证号重复',
    })
    expect(
      attempt(`${newPerson('p8', one) + newPerson('p9')} UPDATE person SET id_number = '${other}' WHERE id = 'p9'`),
    ).toMatchObject({ code: 'rule_violation' })
  })

  it('accepts two numbers, and any number of people without one', () => {
    expect(attempt(newPerson('p8', '110101198506169912') + newPerson('p9', '110101198506169920'))).toBe('accepted')
    expect(attempt(newPerson('p8') + newPerson('p9'))).toBe('accepted')
  })
})

const absence = (id: string, kind: string, from: string, to?: string, person = 'p-a-0') =>
  `INSERT INTO absence VALUES ('${id}', '${person}', '${kind}', NULL, NULL, '${from}', ${text(to)}, ${R});`
const rankQuota = (id: string, pool: string, from: string, to?: string, unit = 'u2') =>
  `INSERT INTO rank_quota VALUES ('${id}', '${unit}', '${pool}', 2, 'd1', '${from}', ${text(to)}, ${R});`
const tolerance = (id: string, unit: string | null, category: string | null, from: string, to?: string) =>
  `INSERT INTO tolerance VALUES ('${id}', ${text(unit ?? undefined)}, ${text(category ?? undefined)}, 1, NULL, 'd1', '${from}', ${text(to)}, ${R});`
const control = (id: string, kind: string, from: string, to?: string) =>
  `INSERT INTO off_quota_control VALUES ('${id}', '${kind}', 3, 'd1', '${from}', ${text(to)}, ${R});`

describe('one truth at a time', () => {
  it.each([
    [
      'two absences of one person',
      absence('a1', 'study', '2026-01-01') + absence('a2', 'sickLeave', '2026-03-01'),
      '同一人员的离岗记录',
    ],
    [
      'an absence that is made longer into the next',
      absence('a1', 'study', '2026-01-01', '2026-03-01') +
        absence('a2', 'sickLeave', '2026-03-01') +
        ` UPDATE absence SET valid_to = '2026-03-02' WHERE id = 'a1'`,
      '同一人员的离岗记录',
    ],
    [
      'two numbers of one rank pool',
      rankQuota('r1', '一级和二级主任科员', '2026-01-01') + rankQuota('r2', '一级和二级主任科员', '2026-06-01'),
      '同一机构同一职级的职数',
    ],
    [
      'two tolerances of one line',
      tolerance('t1', 'u2', 'administrative', '2026-01-01') + tolerance('t2', 'u2', 'administrative', '2026-06-01'),
      '同一范围的允许溢出',
    ],
    [
      'two tolerances of the whole township',
      tolerance('t1', null, null, '2026-01-01') + tolerance('t2', null, null, '2026-06-01'),
      '同一范围的允许溢出',
    ],
    [
      'two control numbers of one kind',
      control('c1', 'selfHired', '2026-01-01') + control('c2', 'selfHired', '2025-01-01'),
      '同一类编外用工的控制数',
    ],
  ])('refuses %s', (_, statements, what) => {
    expect(attempt(statements)).toEqual(overlap(what))
  })

  it.each([
    [
      'absences one after the other',
      absence('a1', 'study', '2026-01-01', '2026-03-01') + absence('a2', 'sickLeave', '2026-03-01'),
    ],
    [
      'absences of two people',
      absence('a1', 'study', '2026-01-01') + absence('a2', 'study', '2026-01-01', undefined, 'p-a-1'),
    ],
    [
      'another pool, the same pool of another unit',
      rankQuota('r1', '一级和二级主任科员', '2026-01-01') +
        rankQuota('r2', '三级和四级主任科员', '2026-01-01') +
        rankQuota('r3', '一级和二级主任科员', '2026-01-01', undefined, 'u1'),
    ],
    [
      'tolerances that follow one another, and one for all beside one for a line',
      tolerance('t1', 'u2', 'administrative', '2026-01-01', '2026-06-01') +
        tolerance('t2', 'u2', 'administrative', '2026-06-01') +
        tolerance('t3', null, null, '2026-01-01'),
    ],
    ['control numbers of two kinds', control('c1', 'selfHired', '2026-01-01') + control('c2', 'agency', '2026-01-01')],
  ])('accepts %s', (_, statements) => {
    expect(attempt(statements)).toBe('accepted')
  })
})

const event = (
  day: string,
  more: {
    readonly proofs?: string
    readonly correction?: number
    readonly person?: string
    readonly category?: string
  } = {},
) =>
  `INSERT INTO ledger_event VALUES ('e1', 'exit', '${day}', '${more.person ?? 'p-a-0'}', 'u2', ` +
  `NULL, ${text(more.category)}, '31', NULL, '${more.proofs ?? '[]'}', NULL, ` +
  `${more.correction ?? 0}, ${R});`
/** The shape passes a pattern, the day does not exist: date() of the first two is NULL, which a CHECK would let by. */
const BAD_DAYS = [
  '2026-13-01',
  '2026-11-32',
  '2026-00-10',
  '2026-02-30',
  '2026-11-00',
  '2026-1-1',
  '2026/01/01',
  '20260101',
  '',
]

describe('days, numbers and words', () => {
  const places: readonly (readonly [string, (day: string) => string])[] = [
    ['ledger_event.effective_on', (day) => event(day)],
    ['absence.valid_from', (day) => absence('a1', 'study', day)],
    [
      'absence.due_on',
      (day) => `${absence('a1', 'study', '2026-01-01')} UPDATE absence SET due_on = '${day}' WHERE id = 'a1'`,
    ],
    ['rank_quota.valid_from', (day) => rankQuota('r1', '科员', day)],
    ['tolerance.valid_from', (day) => tolerance('t1', 'u2', null, day)],
    ['off_quota_control.valid_from', (day) => control('c1', 'agency', day)],
    ['holding.due_on', (day) => `UPDATE holding SET due_on = '${day}' WHERE id = 'h-a-0'`],
  ]
  it.each(places)('%s is a day of the calendar', (_, statement) => {
    expect(
      BAD_DAYS.map((day) => attempt(statement(day))).filter(
        (outcome) => outcome === 'accepted' || outcome.code !== 'rule_violation',
      ),
    ).toEqual([])
    expect(attempt(statement('2028-02-29'))).toBe('accepted')
  })

  const ends: readonly (readonly [string, (from: string, to: string) => string])[] = [
    ['absence', (from, to) => absence('a1', 'study', from, to)],
    ['rank_quota', (from, to) => rankQuota('r1', '科员', from, to)],
    ['tolerance', (from, to) => tolerance('t1', 'u2', null, from, to)],
    ['off_quota_control', (from, to) => control('c1', 'agency', from, to)],
  ]
  it.each(ends)('a range of %s ends after it begins, on a day of the calendar', (_, statement) => {
    for (const to of ['2026-05-01', '2026-04-30', '2026-13-01', '2026-11-32'])
      expect(attempt(statement('2026-05-01', to))).toMatchObject({ code: 'rule_violation' })
    expect(attempt(statement('2026-05-01', '2026-05-02'))).toBe('accepted')
  })

  it.each([
    ['an event about nobody in the book', event('2026-01-01', { person: 'nobody' }), event('2026-01-01')],
    [
      'papers that are no list',
      event('2026-01-01', { proofs: '退休审批表' }),
      event('2026-01-01', { proofs: '["退休审批表"]' }),
    ],
    [
      'a correction that is neither yes nor no',
      event('2026-01-01', { correction: 2 }),
      event('2026-01-01', { correction: 1 }),
    ],
    [
      'an event in a category there is not',
      event('2026-01-01', { category: '行政' }),
      event('2026-01-01', { category: 'administrative' }),
    ],
    [
      'an absence of a kind there is not',
      absence('a1', 'holiday', '2026-01-01'),
      absence('a1', 'suspended', '2026-01-01'),
    ],
    [
      'a holding by an approval there is not',
      `UPDATE holding SET approval_id = 'none' WHERE id = 'h-a-0'`,
      `UPDATE holding SET approval_id = NULL WHERE id = 'h-a-0'`,
    ],
    [
      'a rank quota below nought',
      `${rankQuota('r1', '科员', '2026-01-01')} UPDATE rank_quota SET amount = -1`,
      `${rankQuota('r1', '科员', '2026-01-01')} UPDATE rank_quota SET amount = 0`,
    ],
    ['a rank quota of no pool', rankQuota('r1', ' ', '2026-01-01'), rankQuota('r1', '科员', '2026-01-01')],
    [
      'a tolerance that is number and percent',
      `${tolerance('t1', 'u2', null, '2026-01-01')} UPDATE tolerance SET percent = 10`,
      `${tolerance('t1', 'u2', null, '2026-01-01')} UPDATE tolerance SET percent = 10, amount = NULL`,
    ],
    [
      'a tolerance that is neither',
      `${tolerance('t1', 'u2', null, '2026-01-01')} UPDATE tolerance SET amount = NULL`,
      tolerance('t1', 'u2', null, '2026-01-01'),
    ],
    [
      'a tolerance of over a hundred percent',
      `${tolerance('t1', 'u2', null, '2026-01-01')} UPDATE tolerance SET percent = 101, amount = NULL`,
      `${tolerance('t1', 'u2', null, '2026-01-01')} UPDATE tolerance SET percent = 100, amount = NULL`,
    ],
    [
      'a control number below nought',
      `${control('c1', 'agency', '2026-01-01')} UPDATE off_quota_control SET amount = -1`,
      `${control('c1', 'agency', '2026-01-01')} UPDATE off_quota_control SET amount = 0`,
    ],
    [
      'two run-off plans for a year',
      `INSERT INTO run_off_plan VALUES ('f1', 'agency', 2027, 1, NULL, ${R}), ('f2', 'agency', 2027, 2, NULL, ${R})`,
      `INSERT INTO run_off_plan VALUES ('f1', 'agency', 2027, 1, NULL, ${R}), ('f2', 'agency', 2028, 2, NULL, ${R})`,
    ],
    [
      'a scan of no document',
      `INSERT INTO attachment VALUES ('x1', 'none', '批文.pdf', 'application/pdf', 1, ${SHA('1')}, ${R})`,
      `INSERT INTO attachment VALUES ('x1', 'd1', '批文.pdf', 'application/pdf', 1, ${SHA('1')}, ${R})`,
    ],
    [
      'a scan of no bytes',
      `INSERT INTO attachment VALUES ('x1', 'd1', '批文.pdf', 'application/pdf', 0, ${SHA('1')}, ${R})`,
      `INSERT INTO attachment VALUES ('x1', 'd1', '批文.pdf', 'application/pdf', 9, ${SHA('1')}, ${R})`,
    ],
  ])('refuses %s', (_, refused, control_) => {
    expect(attempt(refused)).toMatchObject({ code: 'rule_violation' })
    expect(attempt(control_)).toBe('accepted')
  })
})

describe('what was written stays', () => {
  const scan = `INSERT INTO attachment_file VALUES (${SHA('1')}, x'25');`
  const frozen = [
    ['DELETE FROM journal', '台账只能追加'],
    ['DELETE FROM journal WHERE seq = 2', '台账只能追加'],
    ['DELETE FROM journal_row WHERE seq = 2', '台账只能追加'],
    [`UPDATE journal SET summary = '别的'`, '台账只能追加'],
    [`UPDATE journal_row SET images = x'00' WHERE seq = 2 AND ordinal = 1`, '台账只能追加'],
    [
      'INSERT OR REPLACE INTO journal_row SELECT seq, ordinal, table_id, row_key, kind, ' +
        `x'00', salt, before_hash, after_hash FROM journal_row WHERE seq = 2 AND ordinal = 1`,
      '台账只能追加',
    ],
    [
      'INSERT OR REPLACE INTO journal SELECT seq, recorded_at, actor, operation, effective_on, ' +
        `document_number, reason, '别的', reverses, change_count, changes_digest, previous_hash, hash FROM ` +
        'journal WHERE seq = 1',
      '台账编号不连续',
    ],
    [`${scan} UPDATE attachment_file SET content = x'26'`, '已附的扫描件不能改动'],
    [`${scan} DELETE FROM attachment_file`, '已附的扫描件不能改动'],
    [`${scan} INSERT OR REPLACE INTO attachment_file VALUES (${SHA('1')}, x'26')`, '已附的扫描件不能改动'],
  ] as const

  it.each(frozen)('%s', (statement, what) => {
    expect(attempt(statement)).toEqual({ code: 'rule_violation', what })
  })

  it('the same scan may come again, and another beside it', () => {
    expect(
      attempt(
        `${scan} INSERT OR IGNORE INTO attachment_file VALUES (${SHA('1')}, x'25'); INSERT INTO attachment_file VALUES (${SHA('2')}, x'26')`,
      ),
    ).toBe('accepted')
  })

  it('also in a shell that knows nothing of our settings', async () => {
    await closeBookFile(book)
    const shell = new Database(book.path)
    try {
      for (const [statement, what] of frozen)
        expect([statement, attempt(statement, shell)]).toEqual([statement, { code: 'rule_violation', what }])
      expect(
        attempt(`${newPerson('p9')} ${holding({ id: 'h9', person: 'p9', post: 's-a-0', from: '2026-05-01' })}`, shell),
      ).toMatchObject({ code: 'overlap' })
      expect(
        attempt(newPost + holding({ id: 'h9', person: 'p-a-0', post: 's9', from: '2026-05-01' }), shell),
      ).toMatchObject({ code: 'overlap' })
      expect(attempt(`UPDATE unit_version SET managing_body = '区财政局' WHERE id = 'uv2'`, shell)).toBe('accepted')
    } finally {
      shell.close()
      book = await openBookFile(book.path)
    }
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 2 })
  })
})
