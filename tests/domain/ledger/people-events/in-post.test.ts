import { describe, expect, it } from 'vitest'
import { planAppoint } from '../../../../electron/domain/ledger/events/appoint.ts'
import { planBatchTransfer, type BatchTransfer } from '../../../../electron/domain/ledger/events/batch-transfer.ts'
import { planConcurrentBegin } from '../../../../electron/domain/ledger/events/concurrent-begin.ts'
import { planConcurrentEnd } from '../../../../electron/domain/ledger/events/concurrent-end.ts'
import { planDismiss } from '../../../../electron/domain/ledger/events/dismiss.ts'
import { planMove, type Move } from '../../../../electron/domain/ledger/events/move.ts'
import { planRankPromote, type RankPromote } from '../../../../electron/domain/ledger/events/rank-promote.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { after, leaders, line, planned, refusal, registered, seats, standing, town } from './town.ts'

const two = town({ name: '甲一', unit: '党政办' }, { name: '甲二', unit: '党政办', title: '主任' })
const move = (more: Partial<Move> = {}): Move => ({
  type: 'move',
  on: '2026-06-01',
  person: '甲一',
  unit: '经发办',
  post: '科员',
  ...more,
})

describe('内部调整', () => {
  it('counts the person in the old line to the day before, in the new from the day; the old post stays, vacant', () => {
    const facts = after(two, planMove, move())
    expect([line(facts, '党政办', '2026-05-31'), line(facts, '经发办', '2026-05-31')]).toEqual([
      '3/2/0/1/0',
      '2/0/0/2/0',
    ])
    expect([line(facts, '党政办', '2026-06-01'), line(facts, '经发办', '2026-06-01')]).toEqual([
      '3/1/0/2/0',
      '2/1/0/1/0',
    ])
    expect(seats(facts, '党政办', '2026-06-01')).toEqual(['主任 inUse 甲二', '科员 inUse 空'])
    expect(registered(facts, 'move')).toMatchObject([
      { person_id: '甲一', unit_id: '经发办', other_unit_id: '党政办', category: 'administrative' },
    ])
    expect(planned(two, planMove, move()).touches).toEqual([
      { unitId: '党政办', category: 'administrative' },
      { unitId: '经发办', category: 'administrative' },
    ])
  })

  it('changes the category where one is given: one line down, another up, never netted', () => {
    const facts = after(two, planMove, move({ unit: '农业中心', post: '技术员', category: 'institution' }))
    expect([line(facts, '党政办', '2026-06-01'), line(facts, '农业中心', '2026-06-01', 'institution')]).toEqual([
      '3/1/0/2/0',
      '2/1/0/1/0',
    ])
  })

  it('within one line is 轮岗: the figures stay', () => {
    const facts = after(two, planMove, move({ unit: '党政办', post: '文书' }))
    expect([line(facts, '党政办', '2026-06-01'), standing(facts, '甲一', '2026-06-01')]).toEqual([
      '3/2/0/1/0',
      ['substantive 党政办 文书 占编'],
    ])
    expect(planned(two, planMove, move({ unit: '党政办', post: '文书' })).summary).toContain('轮岗')
  })

  it('on the very day the holding began puts it right in place: no range of no days', () => {
    const facts = after(two, planMove, move({ on: '2010-07-01' }))
    expect(facts.holding.filter((row) => row.person_id === '甲一')).toHaveLength(1)
    expect([line(facts, '党政办', '2010-07-01'), line(facts, '经发办', '2010-07-01')]).toEqual([
      '3/1/0/2/0',
      '2/1/0/1/0',
    ])
  })

  it('learnt late leaves the later move as it is', () => {
    const first = after(two, planMove, move({ unit: '农业中心', post: '技术员', category: 'institution' }))
    const facts = after(first, planMove, move({ on: '2018-01-01' }))
    expect(
      ['2017-12-31', '2018-01-01', '2026-05-31', '2026-06-01'].map((day) => standing(facts, '甲一', day)[0]),
    ).toEqual([
      'substantive 党政办 科员 占编',
      'substantive 经发办 科员 占编',
      'substantive 经发办 科员 占编',
      'substantive 农业中心 技术员 占编',
    ])
  })

  it('keeps a registered 出编: its cause stands on the row that ends by it', () => {
    const leaving = town({ name: '甲一', unit: '党政办', to: '2027-01-01', holding: { exit_cause: '31' } })
    const facts = after(leaving, planMove, move())
    expect(facts.holding.map((row) => [row.valid_from, row.valid_to, row.exit_cause])).toEqual([
      ['2010-07-01', '2026-06-01', null],
      ['2026-06-01', '2027-01-01', '31'],
    ])
    expect(line(facts, '经发办', '2027-01-01')).toBe('2/0/0/2/0')
  })

  it('of a coming day takes force by itself', () => {
    const facts = after(two, planMove, move({ on: '2027-03-01' }))
    expect([line(facts, '经发办', '2027-02-28'), line(facts, '经发办', '2027-03-01')]).toEqual([
      '2/0/0/2/0',
      '2/1/0/1/0',
    ])
  })

  it('is refused to who is not in post on the day, to the seat they sit in, and to a seat of somebody else', () => {
    expect(refusal(two, planMove, move({ on: '2010-06-30' }))).toEqual({
      refusal: 'not_in_post',
      details: { name: '甲一', day: '2010-06-30' },
    })
    expect(refusal(two, planMove, move({ unit: '党政办' })).details).toEqual({ why: '甲一这天已经在这个岗位' })
    expect(refusal(two, planMove, move({ unit: '党政办', post: 'p-甲二' })).details).toEqual({
      why: '岗位“主任”2026-06-01 这天还有人',
    })
    expect(refusal(two, planMove, move({ unit: '经发办', post: 'p-甲二' })).refusal).toBe('event_impossible')
    expect(refusal(two, planMove, move({ unit: '没有' })).refusal).toBe('event_impossible')
  })

  it('does not take a vacant post that somebody is registered to take later', () => {
    const coming = town({ name: '甲一', unit: '党政办' }, { name: '甲三', unit: '经发办', from: '2026-09-01' })
    const early = { ...coming, post_version: coming.post_version.map((row) => ({ ...row, valid_from: '2010-07-01' })) }
    const facts = after(early, planMove, move())
    expect(seats(facts, '经发办', '2026-09-01')).toEqual(['科员 inUse 甲一', '科员 inUse 甲三'])
    expect(refusal(early, planMove, move({ post: 'p-甲三' })).details).toEqual({
      why: '岗位“科员”从 2026-09-01 起已安排他人',
    })
  })

  it('ends the choice of who stands over quota in the line that is left', () => {
    const chosen = {
      ...two,
      over_quota_choice: [
        {
          id: 'c',
          unit_id: '党政办',
          category: 'administrative' as const,
          person_id: '甲一',
          reason: '待分流',
          valid_from: '2025-01-01',
          valid_to: null,
          recorded_at: '2026-01-01T00:00:00.000Z',
        },
      ],
    }
    expect(after(chosen, planMove, move()).over_quota_choice).toMatchObject([{ valid_to: '2026-06-01' }])
    expect(after(chosen, planMove, move({ unit: '党政办', post: '文书' })).over_quota_choice).toMatchObject([
      { valid_to: null },
    ])
  })
})

describe('任职 and 免职', () => {
  const office = town({ name: '甲一', unit: '党政办' })

  it('uses 领导职数 from the day, in the unit of the post, and gives it back', () => {
    const chief = after(office, planAppoint, {
      type: 'appoint',
      on: '2026-06-01',
      person: '甲一',
      unit: '领导班子',
      post: '副乡长',
    })
    expect([leaders(chief, '2026-05-31'), leaders(chief, '2026-06-01')]).toEqual(['0/0/0', '0/1/1'])
    expect([line(chief, '党政办', '2026-06-01'), line(chief, '领导班子', '2026-06-01')]).toEqual([
      '3/0/0/3/0',
      '2/1/0/1/0',
    ])
    const off = after(chief, planDismiss, { type: 'dismiss', on: '2026-09-01', person: '甲一' })
    expect([leaders(off, '2026-08-31'), leaders(off, '2026-09-01')]).toEqual(['0/1/1', '0/0/0'])
    expect([line(off, '领导班子', '2026-09-01'), standing(off, '甲一', '2026-09-01')]).toEqual([
      '2/1/0/1/0',
      ['substantive 领导班子 待安排 占编'],
    ])
    expect(seats(off, '领导班子', '2026-09-01')).toEqual(['副乡长 inUse 空', '待安排 inUse 甲一'])
  })

  it('learnt of late, after the move that followed: no empty 待安排 seat is left behind', () => {
    const moved = after(two, planMove, move())
    const late = after(moved, planDismiss, { type: 'dismiss', on: '2026-03-01', person: '甲一' })
    expect([standing(late, '甲一', '2026-05-31'), seats(late, '党政办', '2026-05-31')]).toEqual([
      ['substantive 党政办 待安排 占编'],
      ['主任 inUse 甲二', '待安排 inUse 甲一', '科员 inUse 空'],
    ])
    expect([standing(late, '甲一', '2026-06-01'), seats(late, '党政办', '2026-06-01')]).toEqual([
      ['substantive 经发办 科员 占编'],
      ['主任 inUse 甲二', '科员 inUse 空'],
    ])
  })

  it('in the own unit changes the post only; a 待安排 seat goes with who leaves it', () => {
    const off = after(
      after(office, planAppoint, {
        type: 'appoint',
        on: '2026-06-01',
        person: '甲一',
        post: '主任',
        leadership: 'chief',
      }),
      planDismiss,
      { type: 'dismiss', on: '2026-07-01', person: '甲一' },
    )
    expect(line(off, '党政办', '2026-07-01')).toBe('3/1/0/2/0')
    const again = after(off, planAppoint, { type: 'appoint', on: '2026-08-01', person: '甲一', post: '主任' })
    expect(seats(again, '党政办', '2026-08-01')).toEqual(['主任 inUse 甲一', '科员 inUse 空'])
    expect(leaders(again, '2026-08-01')).toBe('1/0/1')
  })

  it('免职 to a post named keeps the 职级', () => {
    const facts = after(two, planDismiss, {
      type: 'dismiss',
      on: '2026-06-01',
      person: '甲二',
      post: '主任',
      newPost: '四级主任科员',
    })
    expect(standing(facts, '甲二', '2026-06-01')).toEqual(['substantive 党政办 四级主任科员 占编'])
    expect(snapshotAt(facts, '2026-06-01').people.find((person) => person.id === '甲二')?.rank).toBe('一级科员')
  })

  it('免职 on the day of the appointment leaves one row', () => {
    const appointed = after(office, planAppoint, {
      type: 'appoint',
      on: '2026-06-01',
      person: '甲一',
      post: '主任',
      leadership: 'chief',
    })
    const facts = after(appointed, planDismiss, { type: 'dismiss', on: '2026-06-01', person: '甲一' })
    expect(facts.holding.map((row) => [row.valid_from, row.valid_to])).toEqual([
      ['2010-07-01', '2026-06-01'],
      ['2026-06-01', null],
    ])
    expect(leaders(facts, '2026-06-01')).toBe('0/0/0')
  })

  it('is refused to who holds the post already, holds no such post, waits already, or is not there', () => {
    expect(refusal(two, planAppoint, { type: 'appoint', on: '2026-06-01', person: '甲二', post: '主任' }).refusal).toBe(
      'event_impossible',
    )
    expect(refusal(two, planDismiss, { type: 'dismiss', on: '2026-06-01', person: '甲二', post: '书记' }).refusal).toBe(
      'event_impossible',
    )
    const off = after(two, planDismiss, { type: 'dismiss', on: '2026-06-01', person: '甲二' })
    expect(refusal(off, planDismiss, { type: 'dismiss', on: '2026-06-02', person: '甲二' }).refusal).toBe(
      'event_impossible',
    )
    expect(
      refusal(two, planAppoint, { type: 'appoint', on: '2010-06-30', person: '甲二', post: '副主任' }).refusal,
    ).toBe('not_in_post')
    expect(refusal(two, planDismiss, { type: 'dismiss', on: '2010-06-30', person: '甲二' }).refusal).toBe('not_in_post')
  })
})

describe('兼任', () => {
  const begin = { type: 'concurrent.begin' as const, on: '2026-06-01', person: '甲一', unit: '经发办', post: '会计' }

  it('is shown from the day and never counted, nor is the end of it', () => {
    const facts = after(two, planConcurrentBegin, begin)
    expect([line(facts, '经发办', '2026-06-01'), line(facts, '党政办', '2026-06-01')]).toEqual([
      '2/0/0/2/0',
      '3/2/0/1/0',
    ])
    expect(standing(facts, '甲一', '2026-06-01')).toEqual([
      'concurrent 经发办 会计 不占编',
      'substantive 党政办 科员 占编',
    ])
    const ended = after(facts, planConcurrentEnd, { ...begin, type: 'concurrent.end', on: '2026-09-01' })
    expect([standing(ended, '甲一', '2026-08-31').length, standing(ended, '甲一', '2026-09-01')]).toEqual([
      2,
      ['substantive 党政办 科员 占编'],
    ])
    const dismissed = after(facts, planDismiss, { type: 'dismiss', on: '2026-09-01', person: '甲一', post: '会计' })
    expect(standing(dismissed, '甲一', '2026-09-01')).toEqual(['substantive 党政办 科员 占编'])
  })

  it('turns into the 主职 when the person is appointed to it', () => {
    const facts = after(after(two, planConcurrentBegin, begin), planAppoint, {
      type: 'appoint',
      on: '2026-09-01',
      person: '甲一',
      unit: '经发办',
      post: '会计',
    })
    expect(standing(facts, '甲一', '2026-09-01')).toEqual(['substantive 经发办 会计 占编'])
    expect(seats(facts, '经发办', '2026-09-01')).toEqual(['会计 inUse 甲一'])
  })

  it('begun and ended on one day leaves nothing; twice, unknown or without 主职 it is refused', () => {
    const facts = after(two, planConcurrentBegin, begin)
    expect(
      standing(after(facts, planConcurrentEnd, { ...begin, type: 'concurrent.end' }), '甲一', '2026-06-01'),
    ).toEqual(['substantive 党政办 科员 占编'])
    expect(refusal(facts, planConcurrentBegin, { ...begin, on: '2026-07-01' }).refusal).toBe('event_impossible')
    expect(refusal(two, planConcurrentEnd, { ...begin, type: 'concurrent.end' }).refusal).toBe('event_impossible')
    expect(refusal(facts, planConcurrentEnd, { ...begin, type: 'concurrent.end', on: '2026-05-31' }).refusal).toBe(
      'event_impossible',
    )
    expect(refusal(two, planConcurrentBegin, { ...begin, on: '2010-06-30' }).refusal).toBe('not_in_post')
  })

  it('does not outlast a 出编 already registered', () => {
    const leaving = town({ name: '甲一', unit: '党政办', to: '2027-01-01', holding: { exit_cause: '31' } })
    expect(standing(after(leaving, planConcurrentBegin, begin), '甲一', '2027-01-01')).toEqual([])
  })
})

describe('职级晋升', () => {
  const promote = (more: Partial<RankPromote> = {}): RankPromote => ({
    type: 'rank.promote',
    on: '2026-06-01',
    person: '甲一',
    rank: '四级主任科员',
    ...more,
  })
  const rankOn = (facts: typeof two, day: string) =>
    snapshotAt(facts, day).people.find((person) => person.id === '甲一')?.rank
  const occupiedOn = (facts: typeof two, day: string) =>
    snapshotAt(facts, day).holdings.find((holding) => holding.personId === '甲一')?.occupiedRank

  it('is the person’s own from the day; 占编职级 only where it is said', () => {
    const own = after(two, planRankPromote, promote())
    expect([rankOn(own, '2026-05-31'), rankOn(own, '2026-06-01'), occupiedOn(own, '2026-06-01')]).toEqual([
      '一级科员',
      '四级主任科员',
      null,
    ])
    const both = after(two, planRankPromote, promote({ occupiedRank: '一级科员' }))
    expect([rankOn(both, '2026-06-01'), occupiedOn(both, '2026-05-31'), occupiedOn(both, '2026-06-01')]).toEqual([
      '四级主任科员',
      null,
      '一级科员',
    ])
    expect(line(both, '党政办', '2026-06-01')).toBe('3/2/0/1/0')
  })

  it('learnt late ends where a later one begins; on the day of another takes its place', () => {
    const later = after(two, planRankPromote, promote({ on: '2025-01-01', rank: '三级主任科员' }))
    const facts = after(later, planRankPromote, promote({ on: '2020-01-01' }))
    expect(['2019-12-31', '2020-01-01', '2024-12-31', '2025-01-01'].map((day) => rankOn(facts, day))).toEqual([
      '一级科员',
      '四级主任科员',
      '四级主任科员',
      '三级主任科员',
    ])
    expect(rankOn(after(later, planRankPromote, promote({ on: '2025-01-01' })), '2025-01-01')).toBe('四级主任科员')
  })

  it('keeps what else is known of the person, and begins a version where there is none', () => {
    expect(
      snapshotAt(after(two, planRankPromote, promote()), '2026-06-01').people.find((person) => person.id === '甲一')
        ?.education,
    ).toBe('大学本科')
    expect(rankOn(after({ ...two, person_version: [] }, planRankPromote, promote()), '2026-06-01')).toBe('四级主任科员')
  })

  it('is refused where it changes nothing, and to who is not in post', () => {
    expect(refusal(two, planRankPromote, promote({ rank: '一级科员' })).refusal).toBe('event_impossible')
    expect(refusal(two, planRankPromote, promote({ on: '2010-06-30' })).refusal).toBe('not_in_post')
  })
})

describe('整建制转移', () => {
  const batch = (more: Partial<BatchTransfer> = {}): BatchTransfer => ({
    type: 'batch.transfer',
    on: '2026-06-01',
    people: ['甲一', '甲二'],
    unit: '经发办',
    document: { number: '试编〔2026〕9号' },
    ...more,
  })

  it('takes the posts along on the day: nobody counted twice, nobody lost', () => {
    const facts = after(two, planBatchTransfer, batch())
    expect([line(facts, '党政办', '2026-05-31'), line(facts, '经发办', '2026-05-31')]).toEqual([
      '3/2/0/1/0',
      '2/0/0/2/0',
    ])
    expect([line(facts, '党政办', '2026-06-01'), line(facts, '经发办', '2026-06-01')]).toEqual([
      '3/0/0/3/0',
      '2/2/0/0/0',
    ])
    expect([seats(facts, '党政办', '2026-06-01'), seats(facts, '经发办', '2026-06-01')]).toEqual([
      [],
      ['主任 inUse 甲二', '科员 inUse 甲一'],
    ])
    expect(facts.holding).toEqual(two.holding)
    expect(registered(facts, 'batch.transfer').map((row) => [row.person_id, row.other_unit_id, row.unit_id])).toEqual([
      ['甲一', '党政办', '经发办'],
      ['甲二', '党政办', '经发办'],
    ])
  })

  it('changes the category from the day where one is given', () => {
    const facts = after(two, planBatchTransfer, batch({ unit: '农业中心', category: 'institution' }))
    expect([
      line(facts, '农业中心', '2026-05-31', 'institution'),
      line(facts, '农业中心', '2026-06-01', 'institution'),
    ]).toEqual(['2/0/0/2/0', '2/2/0/0/0'])
  })

  it('works back-dated, on the day the holdings began, and for a coming day', () => {
    expect(
      line(
        after(two, planBatchTransfer, batch({ on: '2010-07-01', category: 'worker' })),
        '经发办',
        '2010-07-01',
        'worker',
      ),
    ).toBe('0/2/0/0/2')
    const coming = after(two, planBatchTransfer, batch({ on: '2027-01-01' }))
    expect([line(coming, '经发办', '2026-12-31'), line(coming, '经发办', '2027-01-01')]).toEqual([
      '2/0/0/2/0',
      '2/2/0/0/0',
    ])
  })

  it('leaves a post behind for who stays in it, and gives the person one of the same title', () => {
    const shared = town(
      { name: '甲一', unit: '党政办' },
      { name: '甲二', unit: '党政办', holding: { post_id: 'p-甲一', overlap_allowed: 1 } },
    )
    const facts = after(shared, planBatchTransfer, batch({ people: ['甲一'] }))
    expect([line(facts, '党政办', '2026-06-01'), line(facts, '经发办', '2026-06-01')]).toEqual([
      '3/1/0/2/0',
      '2/1/0/1/0',
    ])
  })

  it('is all of them or nobody', () => {
    expect(refusal(two, planBatchTransfer, batch({ people: ['甲一', '没有'] })).refusal).toBe('not_in_post')
    expect(refusal(two, planBatchTransfer, batch({ unit: '党政办' })).refusal).toBe('event_impossible')
    expect(refusal(two, planBatchTransfer, batch({ on: '2010-06-30' })).refusal).toBe('not_in_post')
    expect(
      registered(after(two, planBatchTransfer, batch({ people: ['甲一', '甲一'] })), 'batch.transfer'),
    ).toHaveLength(1)
  })
})
