import { describe, expect, it } from 'vitest'
import { planEvent, type LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import type { FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { runSnapshot, findingsOf } from '../../kit/snapshot.ts'
import { ledgerBook as bookOf } from '../../../electron/domain/ledger/book/ledger-book.ts'
import { after, personNamed, refusal, standing, tools as TOOLS, town, type Resident } from './people-events/town.ts'

/* A title that one person holds gains no second silently, whatever event would bring it. */

const TEAM: readonly Resident[] = [
  { name: '李红', unit: '领导班子', title: '党委委员、纪委书记', leadership: 'deputy' },
  { name: '王洁', unit: '党政办', title: '科员' },
  { name: '赵主', unit: '党政办', title: '主任' },
]
const on = '2026-08-01'
const HELD = { unit: '领导班子', title: '纪委书记', holders: '李红' }

/** Every event that can sit somebody down in a title. */
const SECONDS: readonly (readonly [string, LedgerEvent, typeof HELD])[] = [
  ['move', { type: 'move', on, person: '王洁', unit: '领导班子', post: '纪委书记' }, HELD],
  [
    'appoint',
    { type: 'appoint', on, person: '王洁', unit: '领导班子', post: '试验乡纪委书记', leadership: 'deputy' },
    HELD,
  ],
  ['concurrent.begin', { type: 'concurrent.begin', on, person: '王洁', unit: '领导班子', post: '纪委书记' }, HELD],
  [
    'entry',
    {
      type: 'entry',
      on,
      person: { name: '新来' },
      unit: '领导班子',
      post: '党委委员、纪委书记',
      category: 'administrative',
      cause: '12',
    },
    HELD,
  ],
  [
    'dismiss with another post',
    { type: 'dismiss', on, person: '王洁', newPost: '党政办主任' },
    { unit: '党政办', title: '主任', holders: '赵主' },
  ],
]
const d9 = (facts: FactRows, day: string) =>
  findingsOf(runSnapshot(snapshotAt(facts, day)), 'D9').map(({ personId, effect }) => [personId, effect])

describe('without a word about the present holder', () => {
  it.each(SECONDS)('%s is refused with who holds it', (_name, event, details) => {
    expect(refusal(town(...TEAM), planEvent, event)).toEqual({ refusal: 'title_held', details })
  })

  it('somebody who left comes back to the title only if it is free', () => {
    const facts = town(...TEAM, { name: '旧人', unit: '领导班子', title: '武装部长', to: '2020-01-01' })
    const back = { type: 'restore', on, person: '旧人', unit: '领导班子', category: 'administrative' } as const
    expect(refusal(facts, planEvent, { ...back, post: '纪委书记' })).toMatchObject({ refusal: 'title_held' })
    expect(standing(after(facts, planEvent, { ...back, post: '武装部长' }), '旧人', on)).toEqual([
      'substantive 领导班子 武装部长 占编',
    ])
  })

  it('a title that many hold, a deputy, the same person’s own, and one that is vacant go in', () => {
    const facts = town(...TEAM)
    for (const post of ['科员', '副主任', '站长'])
      expect(
        planEvent({ type: 'move', on, person: '王洁', unit: '经发办', post }, bookOf(facts), TOOLS),
      ).not.toHaveProperty('refusal')
    const own = { type: 'appoint', on, person: '赵主', post: '党政办主任' } as const
    expect(planEvent(own, bookOf(facts), TOOLS)).not.toHaveProperty('refusal')
  })

  it('a fact learnt late is held against who held the title later', () => {
    const facts = town(
      { name: '后任', unit: '党政办', title: '主任', from: '2018-01-01' },
      { name: '早来', unit: '党政办' },
    )
    expect(
      refusal(facts, planEvent, { type: 'appoint', on: '2015-01-01', person: '早来', post: '主任' }),
    ).toMatchObject({
      refusal: 'title_held',
      details: { holders: '后任' },
    })
  })

  it('two holders of before refuse nothing that is not about their title', () => {
    const facts = town(...TEAM, { name: '钱主', unit: '党政办', title: '主任' })
    for (const event of [
      { type: 'move', on, person: '钱主', unit: '经发办', post: '科员' },
      { type: 'appoint', on, person: '钱主', post: '党政办主任' },
    ] as const)
      expect(planEvent(event, bookOf(facts), TOOLS)).not.toHaveProperty('refusal')
  })
})

describe('接替', () => {
  it('the present holder is off the title the same day, keeps the rest of the post and stays counted', () => {
    const facts = after(town(...TEAM), planEvent, {
      type: 'move',
      on,
      person: '王洁',
      unit: '领导班子',
      post: '纪委书记',
      handover: 'succeed',
    })
    expect(standing(facts, '李红', '2026-07-31')).toEqual(['substantive 领导班子 党委委员、纪委书记 占编'])
    expect(standing(facts, '李红', on)).toEqual(['substantive 领导班子 党委委员 占编'])
    expect(standing(facts, '王洁', on)).toEqual(['substantive 领导班子 纪委书记 占编'])
    expect(d9(facts, on)).toEqual([])
    expect(facts.ledger_event.map(({ type, person_id }) => [type, person_id])).toEqual([
      ['dismiss', '李红'],
      ['move', '王洁'],
    ])
  })

  it('with nothing else in the post, the predecessor waits, counted; a 兼任 simply ends', () => {
    const facts = after(town(...TEAM), planEvent, {
      type: 'appoint',
      on,
      person: '王洁',
      post: '主任',
      handover: 'succeed',
    })
    expect(standing(facts, '赵主', on)).toEqual(['substantive 党政办 待安排 占编'])
    const also = after(facts, planEvent, {
      type: 'concurrent.begin',
      on: '2026-09-01',
      person: '李红',
      unit: '经发办',
      post: '主任',
    })
    const next = after(also, planEvent, {
      type: 'entry',
      on: '2026-10-01',
      person: { name: '新来' },
      unit: '经发办',
      post: '主任',
      category: 'administrative',
      cause: '12',
      handover: 'succeed',
    })
    expect(standing(next, '李红', '2026-10-01')).toEqual(['substantive 领导班子 党委委员、纪委书记 占编'])
    expect(standing(next, personNamed(next, '新来'), '2026-10-01')).toEqual(['substantive 经发办 主任 占编'])
  })

  it('is refused where nobody holds the title, and where the other is registered for a later day', () => {
    const late = town(
      { name: '后任', unit: '党政办', title: '主任', from: '2018-01-01' },
      { name: '早来', unit: '党政办' },
    )
    const early = { type: 'appoint', on: '2015-01-01', person: '早来', handover: 'succeed' } as const
    expect(refusal(late, planEvent, { ...early, post: '站长' })).toMatchObject({
      details: { why: '“站长”这天没有现任可以接替' },
    })
    expect(refusal(late, planEvent, { ...early, post: '主任' })).toMatchObject({
      details: { why: '后任从 2018-01-01 起已登记任主任，请先撤销那条登记' },
    })
  })
})

describe('交接', () => {
  const shared = { type: 'move', on, person: '王洁', unit: '领导班子', post: '纪委书记', handover: 'overlap' } as const

  it('has a last day: both hold the title until then, silently; the day after it is told', () => {
    expect(refusal(town(...TEAM), planEvent, shared)).toEqual({
      refusal: 'event_needs',
      details: { needs: '交接结束日' },
    })
    expect(refusal(town(...TEAM), planEvent, { ...shared, handoverUntil: on })).toMatchObject({
      refusal: 'event_impossible',
    })
    const facts = after(town(...TEAM), planEvent, { ...shared, handoverUntil: '2026-10-31' })
    expect([d9(facts, on), d9(facts, '2026-10-31'), d9(facts, '2026-11-01')]).toEqual([[], [], [['王洁', 'none']]])
  })

  it('is of the present holder: a third needs a handover of their own', () => {
    const facts = after(town(...TEAM, { name: '周三', unit: '党政办' }), planEvent, {
      ...shared,
      handoverUntil: '2026-10-31',
    })
    expect(
      refusal(facts, planEvent, { type: 'move', on: '2026-09-01', person: '周三', unit: '领导班子', post: '纪委书记' }),
    ).toMatchObject({
      refusal: 'title_held',
    })
  })

  it('an end without a handover is a slip of the form', () => {
    expect(
      refusal(town(...TEAM), planEvent, {
        type: 'move',
        on,
        person: '王洁',
        unit: '经发办',
        post: '科员',
        handoverUntil: '2026-10-31',
      }),
    ).toMatchObject({
      refusal: 'event_impossible',
    })
  })
})

it('a merger of two offices with a head each goes in, and the rules say what it brings', () => {
  const facts = after(town(...TEAM, { name: '孙主', unit: '经发办', title: '主任' }), planEvent, {
    type: 'unit.merge',
    on,
    document: { number: '试编〔2026〕2号' },
    units: ['经发办'],
    into: '党政办',
  })
  expect(d9(facts, on)).toEqual([
    ['赵主', 'eligibility'],
    ['孙主', 'eligibility'],
  ])
})
