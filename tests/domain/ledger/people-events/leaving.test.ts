import { describe, expect, it } from 'vitest'
import { planAbsenceBegin } from '../../../../electron/domain/ledger/events/absence-begin.ts'
import { planAbsenceEnd } from '../../../../electron/domain/ledger/events/absence-end.ts'
import { planConcurrentBegin } from '../../../../electron/domain/ledger/events/concurrent-begin.ts'
import { planExit, type Exit } from '../../../../electron/domain/ledger/events/exit.ts'
import { planMove } from '../../../../electron/domain/ledger/events/move.ts'
import { planRestore, type Restore } from '../../../../electron/domain/ledger/events/restore.ts'
import { planSecondmentOut } from '../../../../electron/domain/ledger/events/secondment-out.ts'
import { after, line, planned, refusal, registered, seats, standing, town } from './town.ts'

const two = town({ name: '甲一', unit: '党政办' }, { name: '甲二', unit: '党政办', title: '主任' })
const exit = (more: Partial<Exit> = {}): Exit => ({
  type: 'exit',
  on: '2026-06-01',
  person: '甲一',
  cause: '31',
  proofs: ['退休审批表'],
  document: { number: '试人〔2026〕5号' },
  ...more,
})
const restore = (more: Partial<Restore> = {}): Restore => ({
  type: 'restore',
  on: '2026-09-01',
  person: '甲一',
  unit: '经发办',
  post: '科员',
  category: 'administrative',
  document: { number: '试编〔2026〕6号' },
  ...more,
})

describe('出编', () => {
  it('counts to the day before, not on the day; the post stays, vacant', () => {
    const facts = after(two, planExit, exit())
    expect([line(facts, '党政办', '2026-05-31'), line(facts, '党政办', '2026-06-01')]).toEqual([
      '3/2/0/1/0',
      '3/1/0/2/0',
    ])
    expect(seats(facts, '党政办', '2026-06-01')).toEqual(['主任 inUse 甲二', '科员 inUse 空'])
    expect(facts.holding.find((row) => row.person_id === '甲一')).toMatchObject({
      valid_to: '2026-06-01',
      exit_cause: '31',
    })
    expect(registered(facts, 'exit')).toMatchObject([
      {
        person_id: '甲一',
        unit_id: '党政办',
        category: 'administrative',
        cause: '31',
        proofs: '["退休审批表"]',
        document_number: '试人〔2026〕5号',
      },
    ])
    expect(planned(two, planExit, exit()).summary).toBe('{person:甲一}出编，离（退）休，原在党政办')
  })

  it('ends everything else the person holds, the cause on the 主职 only', () => {
    const busy = [
      (facts: typeof two) =>
        after(facts, planConcurrentBegin, {
          type: 'concurrent.begin',
          on: '2025-01-01',
          person: '甲一',
          unit: '经发办',
          post: '会计',
        }),
      (facts: typeof two) =>
        after(facts, planSecondmentOut, { type: 'secondment.out', on: '2025-02-01', person: '甲一', to: '区委办' }),
      (facts: typeof two) =>
        after(facts, planAbsenceBegin, { type: 'absence.begin', on: '2025-03-01', person: '甲一', kind: 'study' }),
    ].reduce((facts, act) => act(facts), two)
    const facts = after(busy, planExit, exit())
    expect([standing(facts, '甲一', '2026-05-31').length, standing(facts, '甲一', '2026-06-01')]).toEqual([3, []])
    expect(facts.holding.filter((row) => row.exit_cause !== null).map((row) => row.kind)).toEqual(['substantive'])
    expect(facts.absence).toMatchObject([{ valid_to: '2026-06-01' }])
  })

  it('on the day of a move stands on the post really held last; on the day of entry is refused: that entry is to be taken back', () => {
    const moved = after(two, planMove, { type: 'move', on: '2026-06-01', person: '甲一', unit: '经发办', post: '科员' })
    const facts = after(moved, planExit, exit())
    expect(facts.holding.filter((row) => row.person_id === '甲一')).toMatchObject([
      { valid_to: '2026-06-01', exit_cause: '31' },
    ])
    expect([line(facts, '党政办', '2026-06-01'), line(facts, '经发办', '2026-06-01')]).toEqual([
      '3/1/0/2/0',
      '2/0/0/2/0',
    ])
    expect(refusal(two, planExit, exit({ on: '2010-07-01' })).refusal).toBe('event_impossible')
  })

  it('of a coming day takes force by itself, and an earlier one takes its place', () => {
    const coming = after(two, planExit, exit({ on: '2027-02-01' }))
    expect([line(coming, '党政办', '2027-01-31'), line(coming, '党政办', '2027-02-01')]).toEqual([
      '3/2/0/1/0',
      '3/1/0/2/0',
    ])
    const earlier = after(coming, planExit, exit({ cause: '32' }))
    expect(earlier.holding.find((row) => row.person_id === '甲一')).toMatchObject({
      valid_to: '2026-06-01',
      exit_cause: '32',
    })
  })

  it('is refused to who is not in post, under a later move, without 编制, and for an unknown cause', () => {
    expect(refusal(two, planExit, exit({ on: '2010-06-30' })).refusal).toBe('not_in_post')
    const left = after(two, planExit, exit())
    expect(refusal(left, planExit, exit({ on: '2026-06-01' }))).toEqual({
      refusal: 'not_in_post',
      details: { name: '甲一', day: '2026-06-01' },
    })
    const moved = after(two, planMove, { type: 'move', on: '2026-08-01', person: '甲一', unit: '经发办', post: '科员' })
    expect(refusal(moved, planExit, exit())).toEqual({
      refusal: 'event_impossible',
      details: { why: '甲一在 2026-08-01 还登记了变动，请先撤销它' },
    })
    const off = town({
      name: '乙一',
      unit: '党政办',
      holding: { kind: 'offQuota', off_quota_kind: 'selfHired', category: null, occupies_quota: 0 },
    })
    expect(refusal(off, planExit, exit({ person: '乙一' })).refusal).toBe('event_impossible')
    expect(refusal(two, planExit, exit({ cause: '退了' })).refusal).toBe('event_impossible')
  })
})

describe('恢复入编', () => {
  const left = after(two, planExit, exit())

  it('counts again from the day; what was before stays', () => {
    const facts = after(left, planRestore, restore())
    expect(['2026-05-31', '2026-08-31', '2026-09-01'].map((day) => standing(facts, '甲一', day))).toEqual([
      ['substantive 党政办 科员 占编'],
      [],
      ['substantive 经发办 科员 占编'],
    ])
    expect(line(facts, '经发办', '2026-09-01')).toBe('2/1/0/1/0')
    expect(facts.holding.at(-1)).toMatchObject({ entry_route: '恢复入编', entry_document_number: '试编〔2026〕6号' })
  })

  it('on the day of leaving is possible: one range ends where the other begins', () => {
    expect(line(after(left, planRestore, restore({ on: '2026-06-01', unit: '党政办' })), '党政办', '2026-06-01')).toBe(
      '3/2/0/1/0',
    )
  })

  it('is refused while the number holds a quota elsewhere, before the person left, and to who never had one', () => {
    expect(refusal(two, planRestore, restore())).toEqual({
      refusal: 'already_in_post',
      details: { name: '甲一', unit: '党政办' },
    })
    expect(refusal(left, planRestore, restore({ on: '2026-05-31' })).refusal).toBe('already_in_post')
    const claimed = town(
      { name: '甲一', unit: '党政办', to: '2026-06-01', disputed: '362201198506169911' },
      { name: '甲九', unit: '农业中心', category: 'institution', idNumber: '362201198506169911' },
    )
    expect(refusal(claimed, planRestore, restore())).toEqual({
      refusal: 'already_in_post',
      details: { name: '甲一', unit: '农业中心' },
    })
    const off = town({
      name: '乙一',
      unit: '党政办',
      to: '2026-01-01',
      holding: { kind: 'offQuota', off_quota_kind: 'selfHired', category: null, occupies_quota: 0 },
    })
    expect(refusal(off, planRestore, restore({ person: '乙一' })).refusal).toBe('event_impossible')
  })

  it('back-dated or of a coming day', () => {
    const long = after(two, planExit, exit({ on: '2015-01-01' }))
    expect(line(after(long, planRestore, restore({ on: '2016-01-01' })), '经发办', '2026-11-22')).toBe('2/1/0/1/0')
    const coming = after(left, planRestore, restore({ on: '2027-01-01' }))
    expect([line(coming, '经发办', '2026-12-31'), line(coming, '经发办', '2027-01-01')]).toEqual([
      '2/0/0/2/0',
      '2/1/0/1/0',
    ])
  })
})

describe('离岗登记', () => {
  const begin = {
    type: 'absence.begin' as const,
    on: '2026-06-01',
    person: '甲一',
    kind: 'sickLeave' as const,
    until: '2026-12-31',
  }
  const end = { type: 'absence.end' as const, on: '2026-09-01', person: '甲一' }

  it('leaves the person counted, and ends with the return', () => {
    const away = after(two, planAbsenceBegin, begin)
    expect([line(away, '党政办', '2026-06-01'), away.absence]).toEqual([
      '3/2/0/1/0',
      [expect.objectContaining({ kind: 'sickLeave', due_on: '2026-12-31', valid_from: '2026-06-01', valid_to: null })],
    ])
    expect(after(away, planAbsenceEnd, end).absence).toMatchObject([
      { valid_from: '2026-06-01', valid_to: '2026-09-01' },
    ])
    expect(after(away, planAbsenceEnd, { ...end, on: '2026-06-01' }).absence).toEqual([])
  })

  it('learnt late ends where a later one begins; it does not outlast a registered 出编', () => {
    const later = after(two, planAbsenceBegin, begin)
    expect(
      after(later, planAbsenceBegin, { ...begin, on: '2025-01-01', until: '2025-06-01' }).absence.at(-1),
    ).toMatchObject({ valid_from: '2025-01-01', valid_to: '2026-06-01' })
    expect(after(after(two, planExit, exit({ on: '2027-01-01' })), planAbsenceBegin, begin).absence).toMatchObject([
      { valid_to: '2027-01-01' },
    ])
  })

  it('is refused twice at once, to who is not in post, with a term over before it begins, and a return of nobody', () => {
    const away = after(two, planAbsenceBegin, begin)
    expect(refusal(away, planAbsenceBegin, { ...begin, on: '2026-07-01' }).details).toMatchObject({
      why: expect.stringContaining('已登记病休'),
    })
    expect(refusal(two, planAbsenceBegin, { ...begin, on: '2010-06-30' }).refusal).toBe('not_in_post')
    expect(refusal(two, planAbsenceBegin, { ...begin, until: '2026-06-01' }).refusal).toBe('event_impossible')
    expect(refusal(away, planAbsenceEnd, { ...end, on: '2026-05-31' }).refusal).toBe('event_impossible')
  })
})
