import { describe, expect, it, test } from 'vitest'
import { planAppoint, type Appoint } from '../../../../electron/domain/ledger/events/appoint.ts'
import { planEntry, type Entry } from '../../../../electron/domain/ledger/events/entry.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { ev } from '../every-event.ts'
import { desk } from '../quota-events/desk.ts'
import { town, type Resident } from './town.ts'
import { alsoHolds, answer, why, writesTo } from './writes-told.ts'

/* 入编 and 任职 to the last column: what each writes, and what of the person's other rows it leaves alone. */

const AT = { recorded_at: '2020-01-01T00:00:00.000Z' }

describe('入编', () => {
  const entry = (more: Partial<Entry> = {}): Entry => ({
    type: 'entry',
    on: '2026-06-01',
    person: '新',
    unit: '党政办',
    post: '科员',
    category: 'administrative',
    cause: '21',
    ...more,
  })
  const known = (...more: readonly Resident[]) =>
    town({ name: '新', unit: '党政办', to: '2020-01-01' }, { name: '旧', unit: '党政办', title: '干事' }, ...more)
  const paper = { document: { number: '试编〔2026〕8号' } }
  const told = { type: 'entry', effective_on: '2026-06-01', person_id: '新', unit_id: '党政办' }
  const event = (more: Record<string, unknown> = {}) => [
    '+',
    'ledger_event',
    { ...told, category: 'administrative', cause: '21', ...more },
  ]
  const approval = (more: Record<string, unknown> = {}) => [
    '+',
    'entry_approval',
    {
      unit_id: '党政办',
      category: 'administrative',
      amount: 1,
      number: '试编〔2026〕8号',
      person_id: '新',
      valid_from: '2026-06-01',
      ...more,
    },
  ]
  const sits = (more: Record<string, unknown> = {}) => [
    '+',
    'holding',
    {
      person_id: '新',
      post_id: 'p-新',
      kind: 'substantive',
      category: 'administrative',
      occupies_quota: 1,
      entered_on: '2026-06-01',
      entry_route: '考试录用应届毕业生',
      entry_cause: '21',
      valid_from: '2026-06-01',
      ...more,
    },
  ]
  const touches = [{ unitId: '党政办', category: 'administrative' }]

  it('on the day itself: the seat is taken, nothing is reserved', () => {
    expect(answer(known(), planEntry, entry())).toEqual({
      writes: [sits(), event()],
      summary: '{person:新}入编党政办，考试录用应届毕业生',
      touches,
    })
  })

  it('later, without a paper: nothing reserves the seat until then', () => {
    expect(answer(known(), planEntry, entry({ arrivesOn: '2026-07-01' }))).toEqual({
      writes: [sits({ valid_from: '2026-07-01' }), event()],
      summary: '{person:新}入编党政办，考试录用应届毕业生，2026-07-01 到位',
      touches,
    })
  })

  it('later, by its paper: that reserves the seat until the person is there', () => {
    expect(
      answer(
        known(),
        planEntry,
        entry({ ...paper, arrivesOn: '2026-07-01', occupiedRank: '四级主任科员', overUntil: '2027-01-01' }),
      ),
    ).toEqual({
      writes: [
        ['+', 'basis_document', { number: '试编〔2026〕8号' }],
        approval({ valid_to: '2026-07-01' }),
        sits({
          valid_from: '2026-07-01',
          entry_document_number: '试编〔2026〕8号',
          approval_id: 'n1',
          occupied_rank: '四级主任科员',
          due_on: '2027-01-01',
        }),
        event({ document_number: '试编〔2026〕8号' }),
      ],
      summary: '{person:新}入编党政办，考试录用应届毕业生，2026-07-01 到位',
      touches,
    })
  })

  it('not yet: the seat is reserved without an end, or until the unit is abolished', () => {
    const wish = entry({ ...paper, arrivesOn: null })
    const plan = (more: Record<string, unknown>) => ({
      writes: [
        ['+', 'basis_document', { number: '试编〔2026〕8号' }],
        approval(more),
        event({ document_number: '试编〔2026〕8号' }),
      ],
      summary: '{person:新}入编党政办，考试录用应届毕业生，尚未到位',
      touches,
    })
    expect(answer(known(), planEntry, wish)).toEqual(plan({}))
    const ending = {
      ...known(),
      unit_version: known().unit_version.map((row) =>
        row.unit_id === '党政办' ? { ...row, valid_to: '2027-01-01' } : row,
      ),
    }
    expect(answer(ending, planEntry, wish)).toEqual(plan({ valid_to: '2027-01-01' }))
  })

  it('not yet, in a unit that is merged later: the unit that takes over is named', () => {
    const office = desk(known())
    office.add(ev('unit.merge', { units: ['党政办'], into: '经发办' }, '2027-01-01'))
    expect(answer(office.facts(), planEntry, entry({ ...paper, arrivesOn: null }))).toEqual(
      why('党政办自 2027-01-01 起并入经发办，用编核准请登记在经发办'),
    )
  })

  it('not yet and without a paper: one is asked for', () => {
    expect(answer(known(), planEntry, entry({ arrivesOn: null }))).toEqual({
      refusal: 'event_needs',
      details: { needs: '依据文件，或用编核准编号' },
    })
  })

  it('by a 用编核准: not yet, it is bound and stays open; there, it ends with its last seat', () => {
    const facts = {
      ...known(),
      entry_approval: [
        {
          id: '核',
          unit_id: '党政办',
          category: 'administrative' as const,
          amount: 1,
          number: '用编〔2026〕3号',
          expires_on: null,
          person_id: null,
          valid_from: '2026-03-01',
          valid_to: null,
          ...AT,
        },
      ],
    }
    const by = { approval: '用编〔2026〕3号' }
    expect(answer(facts, planEntry, entry({ ...by, arrivesOn: null }))).toMatchObject({
      writes: [['核', 'entry_approval', { person_id: '新' }], event()],
    })
    expect(answer(facts, planEntry, entry(by))).toEqual({
      writes: [
        ['核', 'entry_approval', { person_id: '新' }],
        ['核', 'entry_approval', { valid_to: '2026-06-01' }],
        sits({ entry_document_number: '用编〔2026〕3号', approval_id: '核' }),
        event(),
      ],
      summary: '{person:新}入编党政办，考试录用应届毕业生',
      touches,
    })
  })

  test.each([
    ['offQuota', true],
    ['secondedIn', true],
    ['attached', true],
    ['concurrent', false],
    ['secondedOut', false],
  ] as const)('who was here as %s: it ends on the day (%s), and nothing else does', (kind, ends) => {
    const guest = alsoHolds(known(), '原', {
      person_id: '新',
      post_id: 'p-旧',
      kind,
      valid_from: '2024-01-01',
      valid_to: null,
    })
    expect(answer(guest, planEntry, entry())).toMatchObject({
      writes: [...(ends ? [['原', 'holding', { valid_to: '2026-06-01' }]] : []), sits(), event()],
    })
    // One that is over by then stays as it is.
    const over = alsoHolds(known(), '原', { person_id: '新', kind, valid_from: '2021-01-01', valid_to: '2022-01-01' })
    expect(answer(over, planEntry, entry())).toMatchObject({ writes: [sits(), event()] })
  })
})

describe('任职', () => {
  const appoint = (more: Partial<Appoint> = {}): Appoint => ({
    type: 'appoint',
    on: '2026-06-01',
    person: '甲',
    post: '主任',
    ...more,
  })
  const folk = (more: Partial<Resident> = {}) =>
    town(
      { name: '甲', unit: '党政办', ...more },
      { name: '乙', unit: '党政办', title: '副主任' },
      { name: '走', unit: '党政办', title: '主任', to: '2020-01-01' },
      { name: '离', unit: '经发办', title: '干事', to: '2020-01-01' },
    )
  const goesOn = (facts: FactRows, more: Partial<Appoint> = {}) =>
    writesTo(['holding', 'post', 'post_version'], facts, planAppoint, appoint(more))
  const row = {
    person_id: '甲',
    kind: 'substantive',
    category: 'administrative',
    occupies_quota: 1,
    entered_on: '2010-07-01',
    entry_route: '公开招录',
    entry_document_number: '试人〔2010〕1号',
    valid_from: '2026-06-01',
  }
  const ended = ['h-甲', 'holding', { valid_to: '2026-06-01', exit_cause: null }]

  it('the whole plan within the unit, and to another unit', () => {
    expect(answer(folk(), planAppoint, appoint())).toEqual({
      writes: [
        ended,
        ['+', 'holding', { ...row, post_id: 'p-走' }],
        [
          '+',
          'ledger_event',
          {
            type: 'appoint',
            effective_on: '2026-06-01',
            person_id: '甲',
            unit_id: '党政办',
            category: 'administrative',
          },
        ],
      ],
      summary: '{person:甲}任党政办主任',
      touches: [{ unitId: '党政办', category: 'administrative' }],
    })
    expect(answer(folk(), planAppoint, appoint({ unit: '经发办', post: '干事' }))).toEqual({
      writes: [
        ended,
        ['+', 'holding', { ...row, post_id: 'p-离' }],
        [
          '+',
          'ledger_event',
          {
            type: 'appoint',
            effective_on: '2026-06-01',
            person_id: '甲',
            unit_id: '经发办',
            other_unit_id: '党政办',
            category: 'administrative',
          },
        ],
      ],
      summary: '{person:甲}任经发办干事',
      touches: [
        { unitId: '党政办', category: 'administrative' },
        { unitId: '经发办', category: 'administrative' },
      ],
    })
  })

  test.each([
    ['nothing said, within the unit: the term runs on', {}, {}, { due_on: '2027-01-01' }],
    ['a handover within the unit sets it', { handoverUntil: '2026-09-01' }, {}, { due_on: '2026-09-01' }],
    ['another unit ends it', { unit: '经发办', post: '干事' }, {}, { post_id: 'p-离' }],
    [
      'a handover in another unit sets it',
      { unit: '经发办', post: '干事', handoverUntil: '2026-09-01' },
      {},
      { post_id: 'p-离', due_on: '2026-09-01' },
    ],
    ['who sat beside somebody had the term of that overlap: it ends', {}, { overlap_allowed: 1 }, {}],
  ] as const)('the last day of a term: %s', (_, more, holding, said) => {
    const facts = folk({ holding: { due_on: '2027-01-01', ...holding } })
    expect(goesOn(facts, more)).toEqual([ended, ['+', 'holding', { ...row, post_id: 'p-走', ...said }]])
  })

  it('the very post as it is held is no news; another 职数 of it is', () => {
    expect(answer(folk(), planAppoint, appoint({ post: 'p-甲' }))).toEqual(why('甲这天已任此职'))
    const held = (occupies_leadership: 0 | 1) => folk({ leadership: 'deputy', holding: { occupies_leadership } })
    expect(answer(held(1), planAppoint, appoint({ post: 'p-甲', leadership: 'deputy' }))).toEqual(why('甲这天已任此职'))
    // 职数 from now on, in a post that was a leadership post all along.
    expect(answer(held(0), planAppoint, appoint({ post: 'p-甲', leadership: 'deputy' }))).toEqual({
      writes: [
        ended,
        ['+', 'holding', { ...row, post_id: 'p-甲', occupies_leadership: 1 }],
        [
          '+',
          'ledger_event',
          {
            type: 'appoint',
            effective_on: '2026-06-01',
            person_id: '甲',
            unit_id: '党政办',
            category: 'administrative',
          },
        ],
      ],
      summary: '{person:甲}任党政办科员',
      touches: [{ unitId: '党政办', category: 'administrative' }],
    })
    // 副职 to 正职 in the same post: the post is written anew.
    expect(goesOn(held(1), { post: 'p-甲', leadership: 'chief' })).toEqual([
      ['ppv-甲', 'post_version', { valid_to: '2026-06-01' }],
      [
        '+',
        'post_version',
        {
          post_id: 'p-甲',
          unit_id: '党政办',
          title: '科员',
          leadership: 'chief',
          state: 'inUse',
          valid_from: '2026-06-01',
        },
      ],
      ended,
      ['+', 'holding', { ...row, post_id: 'p-甲', occupies_leadership: 1 }],
    ])
  })

  it('a 待安排 seat goes when its holder leaves it, and stays while they sit in it', () => {
    const waiting = folk({ title: '待安排' })
    expect(goesOn(waiting)).toEqual([
      ended,
      ['+', 'holding', { ...row, post_id: 'p-走' }],
      ['ppv-甲', 'post_version', { valid_to: '2026-06-01' }],
    ])
    expect(
      goesOn(folk({ title: '待安排', leadership: 'deputy', holding: { occupies_leadership: 0 } }), {
        post: 'p-甲',
        leadership: 'deputy',
      }),
    ).toEqual([ended, ['+', 'holding', { ...row, post_id: 'p-甲', occupies_leadership: 1 }]])
  })

  it('who held the post 兼任 holds it as 主职 now; what they hold beside it elsewhere goes on', () => {
    const concurrent = { person_id: '甲', kind: 'concurrent' as const, valid_from: '2024-01-01' }
    const facts = [
      ['兼他', 'p-离', null],
      ['兼此', 'p-走', null],
      ['兼前', 'p-走', '2025-01-01'],
    ].reduce(
      (book, [id, post_id, valid_to]) =>
        alsoHolds(book, id ?? '', { ...concurrent, post_id: post_id ?? null, valid_to: valid_to ?? null }),
      folk(),
    )
    expect(goesOn(facts)).toEqual([
      ['兼此', 'holding', { valid_to: '2026-06-01' }],
      ended,
      ['+', 'holding', { ...row, post_id: 'p-走' }],
    ])
  })

  it('is refused to who is not here, to a 主职 without a post where no unit is said, and in a seat somebody holds', () => {
    const nowhere = { refusal: 'not_in_post', details: { name: '甲', day: '2026-06-01' } }
    expect(answer(folk({ to: '2026-06-01' }), planAppoint, appoint())).toEqual(nowhere)
    expect(answer(folk({ holding: { post_id: null, occupies_quota: 0 } }), planAppoint, appoint())).toEqual(nowhere)
    expect(answer(folk(), planAppoint, appoint({ post: 'p-乙' }))).toEqual(why('岗位“副主任”2026-06-01 这天还有人'))
  })
})
