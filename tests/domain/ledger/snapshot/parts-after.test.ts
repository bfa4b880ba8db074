import { describe, expect, it } from 'vitest'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { snapshotAfter } from '../../../../electron/domain/ledger/snapshot/snapshot-after.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { ADOPTED_LAW_SETTING } from '../../../../electron/domain/model/adopted-law.ts'
import type { BookSnapshot } from '../../../../electron/domain/model/book-snapshot.ts'
import { noColumns } from '../../../../electron/vocabulary/person-fields.ts'
import { RECORDED_AT } from '../../../kit/book.ts'
import { factBook, held } from '../../../kit/fact-book.ts'

/*
 * What an entry changes is seen at once, and nothing else is: of every kind of entry, which parts of the book on a day are others after it. All
 * that is not named is the very same, so that nobody is judged again whom the entry does not concern.
 */

const DAY = '2026-11-22'
const AT = { recorded_at: RECORDED_AT }
const RANGE = { valid_from: '2020-01-01', valid_to: null, ...AT }
const content = { locality: '山溪乡', note: null, date: '2026-01-01', packFrom: null, parameters: {}, rules: {} }
const pack = (id: string, title: string) => ({
  id,
  base_pack_id: 'none',
  title,
  content: JSON.stringify(content),
  ...AT,
})
const adopted = (law: string) => ({
  id: `${ADOPTED_LAW_SETTING}${law}`,
  value: JSON.stringify({ documentNumber: '山编办〔2025〕3号', by: '丁', on: '2025-03-01' }),
  ...AT,
})
const holidays = (year: number) => ({
  id: String(year),
  year,
  notice: '国办发明电〔2026〕9号',
  issued_on: null,
  off: '[]',
  worked: '[]',
  ...AT,
})
const record = (id: string, kind: string) => ({
  id,
  kind,
  person_id: '甲',
  unit_id: null,
  content: '{}',
  document_number: null,
  ...RANGE,
})
const ownField = (field: string) => ({
  id: field,
  field,
  title: '党小组',
  kind: 'text' as const,
  choices: '[]',
  masked: 0 as const,
  ...AT,
})
const choice = (id: string) => ({
  id,
  unit_id: '党政办',
  category: 'administrative' as const,
  person_id: '甲',
  reason: '会议研究',
  ...RANGE,
})
const notice = (id: string) => ({
  id,
  number: id,
  layout: 'public' as never,
  as_of: '2026-03-01',
  posted_on: '2026-03-01',
  working_days: 7,
  ends_on: '2026-03-10',
  file_name: 'x.xlsx',
  content_sha256: '',
  journal_head: '',
  checked_by: null,
  checked_on: null,
  reviewed_by: null,
  reviewed_on: null,
  listing_sha256: null,
  ...AT,
})
const closing = { id: '闭', notice_id: '公一', closed_on: '2026-03-11', closed_by: '丁', note: null, ...AT }
const objection = {
  id: '异',
  notice_id: '公一',
  received_on: '2026-03-05',
  channel: 'phone' as never,
  raised_by: null,
  content: '',
  answer: null,
  outcome: null,
  correcting_seq: null,
  closed_on: null,
  closed_by: null,
  ...AT,
}
const version = {
  ...noColumns('version'),
  id: '甲-版',
  person_id: '甲',
  rank: '四级主任科员',
  ...RANGE,
  valid_from: '2019-06-01',
}
const event = (id: string, type: string, person_id: string | null, effective_on: string) => ({
  id,
  type,
  effective_on,
  person_id,
  unit_id: '党政办',
  other_unit_id: null,
  category: null,
  cause: null,
  document_number: null,
  proofs: '[]',
  note: null,
  is_correction: 0 as const,
  ...AT,
})

const PLAIN = factBook({
  units: [{ name: '党政办' }],
  people: [
    { name: '甲', holdings: [held('党政办', { from: '2015-01-01' })] },
    { name: '乙', holdings: [held('党政办', { from: '2016-01-01' })] },
    { name: '丙', holdings: [held('党政办', { from: '2010-01-01', to: '2025-06-01' })] },
    { name: '丁', holdings: [{ unit: '党政办', kind: 'offQuota', off_quota_kind: 'selfHired', from: '2018-01-01' }] },
    { name: '戊', holdings: [] },
  ],
  approvals: [
    { unit_id: '党政办', number: '用编1号' },
    { unit_id: '党政办', number: '用编2号' },
  ],
})
/** A row in every table a part is made of. */
const FULL: FactRows = {
  ...PLAIN,
  book: PLAIN.book.map((row) => ({ ...row, pack_id: '本乡' })),
  rule_pack: [pack('外乡', '外乡口径'), pack('本乡', '本乡口径')],
  setting: [adopted('甲法')],
  holiday_calendar: [holidays(2026)],
  person_version: [version],
  over_quota_choice: [choice('选一')],
  notice: [notice('公一')],
  record: [record('考核', 'annualReview'), record('工资', 'payStatus')],
  own_field: [ownField('own01')],
  ledger_event: [
    event('丙离', 'exit', '丙', '2025-06-01'),
    event('甲入', 'move', '甲', '2015-01-01'),
    event('乙入', 'move', '乙', '2016-01-01'),
  ],
}

const after = (before: FactRows, rows: FactRows) =>
  snapshotAfter({ rows: before, snapshot: snapshotAt(before, DAY) }, rows)

/** Names of the parts that are others after the rows are put in place; each says what one made of the rows alone says. */
function changed(change: Partial<FactRows>, before: FactRows = FULL): readonly string[] {
  const rows: FactRows = { ...before, ...change }
  const old = snapshotAt(before, DAY)
  const made = snapshotAfter({ rows: before, snapshot: old }, rows)
  expect(made).toEqual(snapshotAt(rows, DAY))
  return (Object.keys(old) as (keyof BookSnapshot)[]).filter((part) => made[part] !== old[part]).toSorted()
}
/** The table with what is said of one of its rows changed. */
const change = <Row extends { readonly id: string }>(rows: readonly Row[], id: string, set: Partial<Row>) =>
  rows.map((row) => (row.id === id ? { ...row, ...set } : row))

describe('一次登记之后改变的部分', () => {
  it('nothing entered: all parts are the very same', () => {
    expect(changed({})).toEqual([])
    expect(after(FULL, FULL).localPack?.title).toBe('本乡口径')
  })

  it('what the township decides for itself: its name, its pack, adopted sources, holidays', () => {
    expect(changed({ book: change(FULL.book, 'book', { name: '山溪镇' }) })).toEqual(['book', 'localPack'])
    const other: FactRows = { ...FULL, book: change(FULL.book, 'book', { pack_id: '外乡' }) }
    expect(after(FULL, other)).toMatchObject({ book: { packId: '外乡' }, localPack: { id: '外乡', title: '外乡口径' } })
    expect(changed({ book: change(FULL.book, 'book', { pack_id: 'none' }) })).toEqual(['book', 'localPack'])
    const words: FactRows = { ...FULL, rule_pack: change(FULL.rule_pack, '本乡', { title: '新口径' }) }
    expect(changed(words)).toEqual(['localPack'])
    expect(after(FULL, words).localPack?.title).toBe('新口径')
    expect(changed({ rule_pack: [] })).toEqual(['localPack'])
    expect(changed({ setting: [...FULL.setting, adopted('乙法')] })).toEqual(['adoptedLaws'])
    expect(changed({ holiday_calendar: [...FULL.holiday_calendar, holidays(2027)] })).toEqual(['holidays'])
    expect(changed({ own_field: [...FULL.own_field, ownField('own02')] })).toEqual(['ownFields'])
    // A field of a later version has no place here.
    expect(after(FULL, { ...FULL, own_field: [...FULL.own_field, ownField('own99')] }).ownFields).toHaveLength(1)
  })

  it('a book without its own row is refused, as from the rows alone', () => {
    expect(() => after(FULL, { ...FULL, book: [] })).toThrow('a book without its book row')
  })

  it('公示: a notice, its closing, an objection, each by itself', () => {
    for (const rows of [
      { notice: [...FULL.notice, notice('公二')] },
      { notice_closing: [closing] },
      { objection: [objection] },
    ])
      expect(changed(rows)).toEqual(['notices', 'objections'])
    expect(after(FULL, { ...FULL, notice_closing: [closing] }).notices[0]?.closedOn).toBe('2026-03-11')
    expect(after(FULL, { ...FULL, objection: [objection] }).objections).toHaveLength(1)
  })

  it('a record more: only the records of its kind are others', () => {
    const rows: FactRows = { ...FULL, record: [...FULL.record, record('再考核', 'annualReview')] }
    expect(changed(rows)).toEqual(['records'])
    const old = snapshotAt(FULL, DAY)
    const { records } = snapshotAfter({ rows: FULL, snapshot: old }, rows)
    expect(records.annualReview.map(({ id }) => id)).toEqual(['考核', '再考核'])
    expect(records.payStatus).toBe(old.records.payStatus)
  })

  it('somebody who has left gets another name: their exit bears it', () => {
    const rows: FactRows = { ...FULL, person: change(FULL.person, '丙', { name: '丙某' }) }
    expect(changed(rows)).toEqual(['exits'])
    expect(after(FULL, rows).exits.map(({ personName }) => personName)).toEqual(['丙某'])
    expect(changed({ person: change(FULL.person, '甲', { name: '甲某' }) })).toEqual(['people'])
  })

  it('用编核准, who comes by it, who is chosen to stand over', () => {
    const [one, two] = FULL.entry_approval
    if (one === undefined || two === undefined) throw new Error('two approvals')
    expect(changed({ entry_approval: [one] })).toEqual(['approvals'])
    expect(changed({ entry_approval: [one, { ...two, amount: 3 }] })).toEqual(['approvals'])
    expect(changed({ over_quota_choice: [...FULL.over_quota_choice, choice('选二')] })).toEqual(['overQuotaChoices'])
    const come = { holding: change(FULL.holding, '乙-任0', { approval_id: one.id }) }
    expect(changed(come)).toEqual(['arrivals', 'holdings'])
    expect(after(FULL, { ...FULL, ...come }).arrivals).toEqual([
      { approvalId: one.id, personId: '乙', on: '2016-01-01' },
    ])
    // An approval that names somebody brings them into the book.
    const named = { entry_approval: [one, { ...two, person_id: '戊' }] }
    expect(changed(named)).toEqual(['approvals', 'people'])
  })

  it('a holding that says something else: the holdings, and nobody is another', () => {
    expect(changed({ holding: change(FULL.holding, '甲-任0', { remark: '借阅档案' }) })).toEqual(['holdings'])
  })

  it('编外 is remembered, also where the same entry changes somebody else', () => {
    const both = change(change(FULL.holding, '甲-任0', { remark: '调' }), '丁-任0', { valid_to: '2026-01-01' })
    expect(changed({ holding: both })).toEqual(['holdings', 'offQuotaHistory'])
    expect(after(FULL, { ...FULL, holding: both }).offQuotaHistory[0]?.validTo).toBe('2026-01-01')
  })

  it('an event tells since when its person is in the post; one of nobody tells nothing of people', () => {
    const untold: FactRows = { ...FULL, ledger_event: FULL.ledger_event.filter(({ id }) => id !== '乙入') }
    const since = ({ holdings }: BookSnapshot) => holdings.find(({ personId }) => personId === '乙')?.postSince
    expect(since(after(FULL, untold))).toBeNull()
    expect(since(after(untold, FULL))).toBe('2016-01-01')
    expect(
      changed({ ledger_event: [...FULL.ledger_event, event('划转', 'batch.transfer', null, '2026-05-01')] }),
    ).toEqual(['changes'])
  })

  it('任现职级时间 comes and goes with the promotion that is told, and with no other event', () => {
    const promoted: FactRows = {
      ...FULL,
      ledger_event: [...FULL.ledger_event, event('甲升', 'rank.promote', '甲', '2019-06-01')],
    }
    expect(changed(promoted)).toEqual(['rankStarts'])
    expect(after(FULL, promoted).rankStarts).toEqual([{ personId: '甲', since: '2019-06-01' }])
    expect(after(promoted, FULL).rankStarts).toEqual([])
    const moved = [...promoted.ledger_event, event('乙动', 'move', '乙', '2026-04-01')]
    expect(changed({ ledger_event: moved }, promoted)).toEqual(['changes'])
  })
})

describe('一次登记只读所涉的人', () => {
  /** The row; whoever reads the column is put down. */
  function watched<Row extends { readonly id: string }>(row: Row, column: keyof Row & string, seen: string[]): Row {
    return Object.defineProperty({ ...row }, column, {
      enumerable: true,
      get: () => {
        seen.push(row.id)
        return row[column]
      },
    })
  }

  /** The ids of the rows of others than 甲 that are read for the day when the book goes on to these rows. */
  function read(change: (facts: FactRows) => FactRows, base: FactRows = PLAIN): readonly string[] {
    const seen: string[] = []
    const others = <Row extends { readonly id: string }>(rows: readonly Row[], column: keyof Row & string) =>
      rows.map((row) => (row.id.startsWith('甲') ? row : watched(row, column, seen)))
    const before: FactRows = {
      ...base,
      holding: others(base.holding, 'valid_from'),
      post_version: others(base.post_version, 'valid_from'),
      ledger_event: others(base.ledger_event, 'effective_on'),
      entry_approval: others(base.entry_approval, 'valid_from'),
    }
    const snapshot = snapshotAt(before, DAY)
    expect(seen.length).toBeGreaterThan(4)
    const rows = change(before)
    seen.length = 0
    const made = snapshotAfter({ rows: before, snapshot }, rows)
    const told = [...seen]
    expect(made).toEqual(snapshotAt(rows, DAY))
    return told
  }

  const quiet: FactRows = {
    ...PLAIN,
    entry_approval: [],
    ledger_event: [event('甲入', 'move', '甲', '2015-01-01'), event('乙入', 'move', '乙', '2016-01-01')],
  }

  it('a holding, a post, an event of one person: the rows of the others are not gone through', () => {
    expect(read((facts) => ({ ...facts, holding: change(facts.holding, '甲-任0', { remark: '调' }) }), quiet)).toEqual(
      [],
    )
    expect(
      read((facts) => ({ ...facts, post_version: change(facts.post_version, '甲-岗0-版', { title: '主任' }) }), quiet),
    ).toEqual([])
    expect(
      read((facts) => ({ ...facts, ledger_event: change(facts.ledger_event, '甲入', { note: '补记' }) }), quiet),
    ).toEqual([])
  })

  it('a person by name: nor the approvals of others', () => {
    const named = PLAIN.entry_approval.map((row) => ({ ...row, person_id: '乙' }))
    expect(
      read((facts) => ({ ...facts, person: change(facts.person, '甲', { name: '甲某' }) }), {
        ...quiet,
        entry_approval: named,
      }),
    ).toEqual([])
  })

  it('somebody new, entered last: nor whoever was there', () => {
    expect(
      read((facts) => {
        const [seat] = facts.holding
        const [person] = facts.person
        const [post] = facts.post_version
        if (seat === undefined || person === undefined || post === undefined) throw new Error('甲 is there')
        return {
          ...facts,
          person: [...facts.person, { ...person, id: '己', name: '己' }],
          post_version: [...facts.post_version, { ...post, id: '己-岗0-版', post_id: '己-岗0' }],
          holding: [...facts.holding, { ...seat, id: '己-任0', person_id: '己', post_id: '己-岗0' }],
        }
      }, quiet),
    ).toEqual([])
  })
})
