import { describe, expect, it, test } from 'vitest'
import { planBatchTransfer, type BatchTransfer } from '../../../../electron/domain/ledger/events/batch-transfer.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { refuse, type FactWrite, type PlanResult } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { insertRow, updateRow } from '../../../../electron/domain/ledger/planning/pieces.ts'
import type { FactRows, HoldingTable, PostVersionTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { personMark } from '../../../../electron/domain/ledger/journal/person-marks.ts'
import type { QuotaCategory } from '../../../../electron/domain/model/quota-category.ts'
import { ev } from '../every-event.ts'
import { desk } from '../quota-events/desk.ts'
import { town, type Resident } from './town.ts'

/* 整建制转移, row by row: which posts go along, what becomes of a post that somebody else stays in, and where a unit ends later. */

const ON = '2026-06-01'
const NOW = '2026-11-22T03:00:00.000Z'
const why = (sentence: string) => refuse('event_impossible', { why: sentence })

function transfer(facts: FactRows, more: Partial<BatchTransfer> = {}): PlanResult {
  let made = 0
  return planBatchTransfer(
    { type: 'batch.transfer', on: ON, people: ['甲一'], unit: '经发办', ...more },
    ledgerBook(facts),
    { newId: () => `新${(made += 1)}`, recordedAt: NOW, today: '2026-11-22' },
  )
}

/** The rows without those of the events. */
function rowsOf(result: PlanResult): readonly FactWrite[] {
  if ('refusal' in result) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  return result.writes.filter((write) => write.table !== 'ledger_event')
}

const told = (id: string, person: string, from: string, category: QuotaCategory, unit = '经发办'): FactWrite =>
  insertRow('ledger_event', {
    id,
    type: 'batch.transfer',
    effective_on: ON,
    person_id: person,
    unit_id: unit,
    other_unit_id: from,
    category,
    cause: null,
    document_number: null,
    proofs: '[]',
    note: null,
    is_correction: 0,
    recorded_at: NOW,
  })

const version = (id: string, more: Partial<PostVersionTable> = {}): PostVersionTable => ({
  id,
  post_id: 'p-甲一',
  unit_id: '党政办',
  title: '科员',
  leadership: null,
  state: 'inUse',
  valid_from: '2010-07-01',
  valid_to: null,
  recorded_at: '2026-11-22T02:00:00.000Z',
  ...more,
})
const moved = (id: string, more: Partial<PostVersionTable> = {}) =>
  insertRow('post_version', { ...version(id, more), recorded_at: NOW })

/** 甲一 of 党政办, and who shares the post. */
const shared = (one: Partial<Resident> = {}, other: Partial<HoldingTable> = {}, more: Partial<Resident> = {}) =>
  town(
    { name: '甲一', unit: '党政办', ...one },
    { name: '甲二', unit: '农业中心', title: '职员', ...more, holding: { post_id: 'p-甲一', ...other } },
  )
const holdingOf = (facts: FactRows, person: string): HoldingTable => {
  const found = facts.holding.find((row) => row.person_id === person)
  if (found === undefined) throw new Error(`no holding of ${person}`)
  return found
}
const alongWithPost = [
  updateRow('post_version', 'ppv-甲一', { valid_to: ON }),
  moved('新1', { unit_id: '经发办', valid_from: ON }),
]

describe('谁、从哪里来', () => {
  it('names every unit they come from, and moves each line once', () => {
    const facts = town(
      { name: '甲一', unit: '党政办' },
      { name: '甲二', unit: '党政办', title: '主任' },
      { name: '乙三', unit: '农业中心', category: 'institution' },
    )
    expect(transfer(facts, { people: ['甲一', '乙三', '甲二'] })).toMatchObject({
      summary: '党政办、农业中心 3 人整建制转移到经发办',
      touches: [
        { unitId: '党政办', category: 'administrative' },
        { unitId: '经发办', category: 'administrative' },
        { unitId: '农业中心', category: 'institution' },
        { unitId: '经发办', category: 'institution' },
      ],
    })
  })

  it('refuses who is in no post on the day: nobody of the name, gone, or in a post that is no more', () => {
    const no = (name: string) => refuse('not_in_post', { name, day: ON })
    expect(transfer(town(), { people: ['没有'] })).toEqual(no('此人'))
    expect(transfer(town({ name: '甲一', unit: '党政办', to: ON }))).toEqual(no('甲一'))
    const facts = town({ name: '甲一', unit: '党政办' })
    expect(transfer({ ...facts, post_version: [version('止', { valid_to: '2020-01-01' })] })).toEqual(no('甲一'))
  })

  it('who sits there already can only change the category, and keeps the seat even where it is shared', () => {
    const facts = shared()
    expect(transfer(facts, { unit: '党政办' })).toEqual(why('甲一这天已在党政办'))
    expect(transfer(facts, { unit: '党政办', category: 'administrative' })).toEqual(why('甲一这天已在党政办'))
    expect(transfer(facts, { unit: '党政办', category: 'worker' })).toEqual({
      writes: [
        updateRow('holding', 'h-甲一', { valid_to: ON, exit_cause: null }),
        insertRow('holding', {
          ...holdingOf(facts, '甲一'),
          id: '新1',
          category: 'worker',
          valid_from: ON,
          recorded_at: NOW,
        }),
        told('新2', '甲一', '党政办', 'worker', '党政办'),
      ],
      summary: '党政办 1 人整建制转移到党政办',
      touches: [
        { unitId: '党政办', category: 'administrative' },
        { unitId: '党政办', category: 'worker' },
      ],
    })
  })
})

describe('岗位上另有人', () => {
  const STAYS: readonly (readonly [other: Partial<HoldingTable>, stays: boolean])[] = [
    [{}, true],
    [{ occupies_quota: 0, kind: 'concurrent' }, false],
    [{ valid_from: ON }, true],
    [{ valid_from: '2026-06-02' }, false],
    [{ valid_to: '2020-01-01' }, false],
    [{ valid_to: ON }, false],
    [{ valid_to: '2026-06-02' }, true],
  ]
  test.each(STAYS)('the other with %j: the post stays behind is %s', (other, stays) => {
    const facts = shared({}, other)
    const ofTheirOwn = [
      insertRow('post', { id: '新1', recorded_at: NOW }),
      moved('新2', { post_id: '新1', unit_id: '经发办', valid_from: ON }),
      updateRow('holding', 'h-甲一', { valid_to: ON, exit_cause: null }),
      insertRow('holding', {
        ...holdingOf(facts, '甲一'),
        post_since: null,
        id: '新3',
        post_id: '新1',
        valid_from: ON,
        recorded_at: NOW,
      }),
    ]
    expect(rowsOf(transfer(facts))).toEqual(stays ? ofTheirOwn : alongWithPost)
  })

  const SEATS = [
    ['deputy', 1, 'deputy'],
    ['chief', 1, 'chief'],
    ['chief', 0, null],
    [null, 1, null],
  ] as const
  test.each(SEATS)('a %s post, counted %s: the new one is %s', (leadership, occupies_leadership, made) => {
    const facts = shared({
      title: '办公室主任',
      ...(leadership === null ? {} : { leadership }),
      holding: { occupies_leadership },
    })
    expect(rowsOf(transfer(facts))).toEqual([
      insertRow('post', { id: '新1', recorded_at: NOW }),
      moved('新2', { post_id: '新1', unit_id: '经发办', title: '办公室主任', leadership: made, valid_from: ON }),
      updateRow('holding', 'h-甲一', { valid_to: ON, exit_cause: null }),
      insertRow('holding', {
        ...holdingOf(facts, '甲一'),
        post_since: null,
        id: '新3',
        post_id: '新1',
        occupies_leadership: made === null ? 0 : 1,
        valid_from: ON,
        recorded_at: NOW,
      }),
    ])
  })

  const DUE = [
    [1, null],
    [0, '2027-01-01'],
  ] as const
  test.each(DUE)('overlapping %s: the day by which it ends is then %s', (overlap_allowed, due_on) => {
    const facts = shared({ holding: { overlap_allowed, due_on: '2027-01-01' } })
    expect(rowsOf(transfer(facts, { category: 'worker' })).at(-1)).toEqual(
      insertRow('holding', {
        ...holdingOf(facts, '甲一'),
        post_since: null,
        id: '新3',
        post_id: '新1',
        category: 'worker',
        overlap_allowed: 0,
        due_on,
        valid_from: ON,
        recorded_at: NOW,
      }),
    )
  })

  it('refuses where the only seat of the title there is frozen: nobody goes', () => {
    const facts = shared()
    const frozen = version('冻', { post_id: '冻岗', unit_id: '经发办', state: 'frozen' })
    expect(
      transfer({
        ...facts,
        post: [...facts.post, { id: '冻岗', recorded_at: NOW }],
        post_version: [...facts.post_version, frozen],
      }),
    ).toEqual(why('经发办的“科员”已冻结，不能安排人员'))
  })
})

describe('岗位随人走', () => {
  const withVersions = (facts: FactRows, post_version: readonly PostVersionTable[]): FactRows => ({
    ...facts,
    post_version,
  })
  const one = () => town({ name: '甲一', unit: '党政办' })

  it('later versions follow until one was moved elsewhere', () => {
    const facts = withVersions(one(), [
      version('一', { valid_to: '2026-09-01' }),
      version('二', { title: '文秘', valid_from: '2026-09-01', valid_to: '2027-01-01' }),
      version('三', { unit_id: '农业中心', valid_from: '2027-01-01' }),
    ])
    expect(transfer(facts)).toEqual({
      writes: [
        updateRow('post_version', '一', { valid_to: ON }),
        moved('新1', { unit_id: '经发办', valid_from: ON, valid_to: '2026-09-01' }),
        updateRow('post_version', '二', { unit_id: '经发办', valid_to: '2027-01-01' }),
        told('新2', '甲一', '党政办', 'administrative'),
      ],
      summary: '党政办 1 人整建制转移到经发办',
      touches: [
        { unitId: '党政办', category: 'administrative' },
        { unitId: '经发办', category: 'administrative' },
      ],
    })
  })

  const closing = () => {
    const book = desk(one())
    book.add(ev('unit.abolish', { unit: '经发办' }, '2027-01-01'))
    return book.facts()
  }
  const ENDS: readonly (readonly [ends: readonly (string | null)[], comes: boolean])[] = [
    [[null], false],
    [['2027-01-02'], false],
    [['2027-01-01'], true],
    [['2026-09-01'], true],
    [['2026-09-01', null], false],
    [['2026-09-01', '2026-10-01', '2027-01-01'], true],
    [['2026-09-01', '2026-10-01', '2027-02-01'], false],
  ]
  test.each(ENDS)('into a unit that ends on 2027-01-01, the post until %j: comes is %s', (ends, comes) => {
    const facts = withVersions(
      closing(),
      ends.map((valid_to, place) =>
        version(`版${place}`, { valid_from: ends[place - 1] ?? '2010-07-01', valid_to, title: `岗${place}` }),
      ),
    )
    const result = transfer(facts)
    const rows = [
      updateRow('post_version', '版0', { valid_to: ON }),
      moved('新1', { unit_id: '经发办', title: '岗0', valid_from: ON, valid_to: ends[0] ?? null }),
      ...ends
        .slice(1)
        .map((valid_to, place) => updateRow('post_version', `版${place + 1}`, { unit_id: '经发办', valid_to })),
    ]
    expect('refusal' in result ? result : rowsOf(result)).toEqual(comes ? rows : why('经发办已定于 2027-01-01 撤销'))
  })

  const merging = () => {
    const book = desk(one())
    book.add(ev('unit.merge', { units: ['经发办'], into: '农业中心' }, '2027-01-01'))
    return book.facts()
  }

  it('into a unit that is merged later: the post goes on in the one that takes over', () => {
    expect(rowsOf(transfer(merging()))).toEqual([
      updateRow('post_version', 'ppv-甲一', { valid_to: ON }),
      moved('新1', { unit_id: '经发办', valid_from: ON, valid_to: '2027-01-01' }),
      moved('新2', { unit_id: '农业中心', valid_from: '2027-01-01' }),
    ])
  })

  it('each version is cut where the unit is merged, and only there', () => {
    const facts = withVersions(merging(), [
      version('一', { valid_to: '2026-09-01' }),
      version('二', { title: '二岗', valid_from: '2026-09-01', valid_to: '2026-11-01' }),
      version('三', { title: '三岗', valid_from: '2026-11-01', valid_to: '2027-03-01' }),
      version('四', { title: '四岗', valid_from: '2027-03-01', valid_to: '2027-06-01' }),
      version('五', { title: '五岗', valid_from: '2027-06-01' }),
    ])
    expect(rowsOf(transfer(facts))).toEqual([
      updateRow('post_version', '一', { valid_to: ON }),
      moved('新1', { unit_id: '经发办', valid_from: ON, valid_to: '2026-09-01' }),
      updateRow('post_version', '二', { unit_id: '经发办', valid_to: '2026-11-01' }),
      updateRow('post_version', '三', { unit_id: '经发办', valid_to: '2027-01-01' }),
      moved('新2', { unit_id: '农业中心', title: '三岗', valid_from: '2027-01-01', valid_to: '2027-03-01' }),
      updateRow('post_version', '四', { unit_id: '农业中心', valid_to: '2027-06-01' }),
      updateRow('post_version', '五', { unit_id: '农业中心', valid_to: null }),
    ])
  })

  it('a version that ends or begins on the day of the merger belongs to one unit alone', () => {
    const facts = withVersions(merging(), [
      version('一', { valid_to: '2027-01-01' }),
      version('二', { title: '二岗', valid_from: '2027-01-01' }),
    ])
    expect(rowsOf(transfer(facts))).toEqual([
      updateRow('post_version', '一', { valid_to: ON }),
      moved('新1', { unit_id: '经发办', valid_from: ON, valid_to: '2027-01-01' }),
      updateRow('post_version', '二', { unit_id: '农业中心', valid_to: null }),
    ])
  })
})

test('two who share a post both go: the post goes along once, the second stays in it', () => {
  const facts = shared({}, { overlap_allowed: 1, due_on: '2026-08-01' }, { unit: '党政办' })
  const rows = rowsOf(transfer(facts, { people: ['甲一', '甲二'] }))
  expect(rows).toEqual(rowsOf(transfer(facts, { people: ['甲二', '甲一'] })))
  expect(rows.filter((write) => write.table === 'post_version' && write.op === 'insert')).toHaveLength(1)
  expect(rows.filter((write) => write.table === 'holding')).toEqual([])
})

describe('who comes along with a post', () => {
  const said = (other: Partial<HoldingTable>, more: Partial<BatchTransfer> = {}) => {
    const result = transfer(shared({}, other), more)
    return 'refusal' in result ? result : { summary: result.summary, touches: result.touches }
  }
  const MOVED = '党政办 1 人整建制转移到经发办'
  const LINES = [
    { unitId: '党政办', category: 'administrative' },
    { unitId: '经发办', category: 'administrative' },
  ]

  it('is said: who is to sit there later, and who sits there uncounted', () => {
    const mark = personMark('甲二')
    expect(said({ valid_from: '2026-09-01' })).toEqual({
      summary: `${MOVED}；同一岗位的${mark}（2026-09-01 起）随岗位到经发办`,
      touches: LINES,
    })
    expect(said({ occupies_quota: 0, kind: 'concurrent', category: null })).toEqual({
      summary: `${MOVED}；同一岗位的${mark}（兼任）随岗位到经发办`,
      touches: LINES,
    })
  })

  it('touches the line of who comes later, so that the figures of both units are looked at', () => {
    expect(said({ valid_from: '2026-09-01', category: 'worker' })).toMatchObject({
      touches: [...LINES, { unitId: '党政办', category: 'worker' }, { unitId: '经发办', category: 'worker' }],
    })
  })

  it.each<readonly [Partial<HoldingTable>, Partial<BatchTransfer>]>([
    [{ valid_to: ON }, {}],
    [{ valid_to: '2026-06-02' }, {}],
    [{ valid_from: '2026-09-01' }, { unit: '党政办', category: 'worker' }],
  ])('nobody where the post stays, or is left: %j', (other, more) => {
    expect(JSON.stringify(said(other, more))).not.toContain('随岗位')
  })

  it('those who are named are not said twice', () => {
    const facts = shared({}, { overlap_allowed: 1, due_on: '2026-08-01' }, { unit: '党政办' })
    const result = transfer(facts, { people: ['甲一', '甲二'] })
    expect('refusal' in result ? result : result.summary).toBe('党政办 2 人整建制转移到经发办')
  })
})
