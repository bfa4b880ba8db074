import { planEvent } from '../../../../electron/domain/ledger/events/index.ts'
import { describe, expect, it } from 'vitest'
import { ENTRY_CAUSES, EXIT_CAUSES } from '../../../../electron/contract/events.ts'
import { ENTRY_CAUSE_NAMES, EXIT_CAUSE_NAMES } from '../../../../electron/domain/ledger/sentences/cause-names.ts'
import { planApprovalCancel } from '../../../../electron/domain/ledger/events/approval-cancel.ts'
import { planApprovalGrant, type ApprovalGrant } from '../../../../electron/domain/ledger/events/approval-grant.ts'
import { planArrival, type Arrival } from '../../../../electron/domain/ledger/events/arrival.ts'
import { planEntry, type Entry } from '../../../../electron/domain/ledger/events/entry.ts'
import { planMove } from '../../../../electron/domain/ledger/events/move.ts'
import { planExit } from '../../../../electron/domain/ledger/events/exit.ts'
import { after, leaders, line, personNamed, planned, refusal, registered, seats, standing, town } from './town.ts'

const one = town({ name: '甲一', unit: '党政办' })
const grant = (more: Partial<ApprovalGrant> = {}): ApprovalGrant => ({
  type: 'approval.grant',
  on: '2026-03-01',
  unit: '党政办',
  category: 'administrative',
  count: 2,
  number: '用编〔2026〕3号',
  ...more,
})
const entry = (more: Partial<Entry> = {}): Entry => ({
  type: 'entry',
  on: '2026-06-01',
  person: { name: '新人', idNumber: '362201199506169910' },
  unit: '党政办',
  post: '科员',
  category: 'administrative',
  cause: '21',
  document: { number: '试编〔2026〕8号' },
  proofs: ['录用通知'],
  ...more,
})
const arrival = (facts: typeof one, more: Partial<Arrival> = {}): Arrival => ({
  type: 'arrival',
  on: '2026-08-01',
  person: personNamed(facts, '新人'),
  post: '科员',
  ...more,
})

describe('用编核准', () => {
  it('reserves the seats from its day to its last day, that day included', () => {
    const facts = after(one, planApprovalGrant, grant({ expiresOn: '2026-09-01' }))
    expect(['2026-02-28', '2026-03-01', '2026-09-01', '2026-09-02'].map((day) => line(facts, '党政办', day))).toEqual([
      '3/1/0/2/0',
      '3/1/2/0/0',
      '3/1/2/0/0',
      '3/1/0/2/0',
    ])
  })

  it('is refused twice under one number for one line, with a last day before its first, and for two people in one name', () => {
    const facts = after(one, planApprovalGrant, grant())
    expect(refusal(facts, planApprovalGrant, grant({ on: '2026-04-01' })).refusal).toBe('event_impossible')
    expect(after(facts, planApprovalGrant, grant({ unit: '经发办' })).entry_approval).toHaveLength(2)
    expect(refusal(one, planApprovalGrant, grant({ expiresOn: '2026-02-28' })).details).toMatchObject({
      why: expect.stringContaining('早于核准日'),
    })
    expect(refusal(one, planApprovalGrant, grant({ person: '甲一' })).refusal).toBe('event_impossible')
  })

  it('is taken back: what is not used reserves nothing from the day, who came by it stays', () => {
    const used = after(after(one, planApprovalGrant, grant()), planEntry, entry({ approval: '用编〔2026〕3号' }))
    expect(line(used, '党政办', '2026-06-01')).toBe('3/2/1/0/0')
    const facts = after(used, planApprovalCancel, {
      type: 'approval.cancel',
      on: '2026-07-01',
      number: '用编〔2026〕3号',
    })
    expect([line(facts, '党政办', '2026-06-30'), line(facts, '党政办', '2026-07-01')]).toEqual([
      '3/2/1/0/0',
      '3/2/0/1/0',
    ])
    expect(
      refusal(facts, planApprovalCancel, { type: 'approval.cancel', on: '2026-07-02', number: '用编〔2026〕3号' }),
    ).toEqual({ refusal: 'approval_not_found', details: { number: '用编〔2026〕3号' } })
  })

  it('taken back on the day it was given leaves nothing reserved', () => {
    const facts = after(after(one, planApprovalGrant, grant()), planApprovalCancel, {
      type: 'approval.cancel',
      on: '2026-03-01',
      number: '用编〔2026〕3号',
    })
    expect(line(facts, '党政办', '2026-03-01')).toBe('3/1/0/2/0')
  })

  it('is not taken back under somebody registered to arrive later by it', () => {
    const facts = after(
      after(one, planApprovalGrant, grant()),
      planEntry,
      entry({ approval: '用编〔2026〕3号', arrivesOn: '2026-09-01' }),
    )
    expect(
      refusal(facts, planApprovalCancel, { type: 'approval.cancel', on: '2026-07-01', number: '用编〔2026〕3号' })
        .refusal,
    ).toBe('event_impossible')
  })
})

describe('入编', () => {
  it('counts from the day on, not the day before, in a post that is made', () => {
    const facts = after(one, planEntry, entry())
    expect([line(facts, '党政办', '2026-05-31'), line(facts, '党政办', '2026-06-01')]).toEqual([
      '3/1/0/2/0',
      '3/2/0/1/0',
    ])
    expect(standing(facts, personNamed(facts, '新人'), '2026-06-01')).toEqual(['substantive 党政办 科员 占编'])
    expect(facts.holding.at(-1)).toMatchObject({
      entry_cause: '21',
      entry_route: '考试录用应届毕业生',
      entry_document_number: '试编〔2026〕8号',
      entered_on: '2026-06-01',
      valid_to: null,
    })
    expect(registered(facts, 'entry')).toMatchObject([
      {
        unit_id: '党政办',
        category: 'administrative',
        cause: '21',
        document_number: '试编〔2026〕8号',
        proofs: '["录用通知"]',
        effective_on: '2026-06-01',
      },
    ])
  })

  it('names nobody in the sentence for the journal', () => {
    const plan = planned(one, planEntry, entry())
    expect(plan.summary).toMatch(/^\{person:n\d+\}入编党政办/)
    expect(plan.summary).not.toContain('新人')
    expect(plan.touches).toEqual([{ unitId: '党政办', category: 'administrative' }])
  })

  it('takes the vacant post of the title again, and no post somebody still holds', () => {
    const left = after(one, planExit, { type: 'exit', on: '2026-05-01', person: '甲一', cause: '31' })
    const facts = after(left, planEntry, entry())
    expect(seats(facts, '党政办', '2026-06-01')).toEqual([`科员 inUse ${personNamed(facts, '新人')}`])
    expect(facts.holding.at(-1)?.post_id).toBe('p-甲一')
    expect(seats(after(one, planEntry, entry()), '党政办', '2026-06-01')).toHaveLength(2)
  })

  it('makes a planned post a post in use from the day, and sits nobody in a frozen one', () => {
    const plannedPost = {
      ...town(),
      post: [{ id: 'p', recorded_at: '2026-01-01T00:00:00.000Z' }],
      post_version: [
        {
          id: 'v',
          post_id: 'p',
          unit_id: '党政办',
          title: '科员',
          leadership: null,
          state: 'planned' as const,
          valid_from: '2026-01-01',
          valid_to: null,
          recorded_at: '2026-01-01T00:00:00.000Z',
        },
      ],
    }
    const facts = after(plannedPost, planEntry, entry())
    expect([seats(facts, '党政办', '2026-05-31'), seats(facts, '党政办', '2026-06-01')]).toEqual([
      ['科员 planned 空'],
      [`科员 inUse ${personNamed(facts, '新人')}`],
    ])
    const frozen = {
      ...plannedPost,
      post_version: plannedPost.post_version.map((row) => ({ ...row, state: 'frozen' as const })),
    }
    expect(refusal(frozen, planEntry, entry())).toMatchObject({
      refusal: 'event_impossible',
      details: { why: '党政办的“科员”已冻结，不能安排人员' },
    })
    expect(refusal(frozen, planEntry, entry({ post: 'p' })).refusal).toBe('event_impossible')
  })

  it('leads where the post leads, or where it is said', () => {
    const facts = after(town(), planEntry, entry({ unit: '领导班子', post: '副乡长' }))
    expect([leaders(facts, '2026-05-31'), leaders(facts, '2026-06-01')]).toEqual(['0/0/0', '0/1/1'])
    expect(
      leaders(after(town(), planEntry, entry({ unit: '领导班子', post: '副乡长', leadership: null })), '2026-06-01'),
    ).toBe('0/0/0')
  })

  it('keeps 占编职级 and the planned end of standing over quota', () => {
    const facts = after(one, planEntry, entry({ occupiedRank: '四级主任科员', overUntil: '2027-12-31' }))
    expect(facts.holding.at(-1)).toMatchObject({ occupied_rank: '四级主任科员', due_on: '2027-12-31' })
  })

  it('counts a late entry on every day since, and one of a coming day only from then', () => {
    const late = after(one, planEntry, entry({ on: '2015-03-01' }))
    expect([
      line(late, '党政办', '2015-02-28'),
      line(late, '党政办', '2015-03-01'),
      line(late, '党政办', '2026-11-22'),
    ]).toEqual(['3/1/0/2/0', '3/2/0/1/0', '3/2/0/1/0'])
    const coming = after(one, planEntry, entry({ on: '2027-01-01' }))
    expect([line(coming, '党政办', '2026-12-31'), line(coming, '党政办', '2027-01-01')]).toEqual([
      '3/1/0/2/0',
      '3/2/0/1/0',
    ])
  })

  it('is refused to somebody who has a quota, or will, and under a number that has one', () => {
    expect(refusal(one, planEntry, entry({ person: '甲一', unit: '经发办' }))).toEqual({
      refusal: 'already_in_post',
      details: { name: '甲一', unit: '党政办' },
    })
    const coming = town({ name: '甲一', unit: '党政办', from: '2026-10-01' })
    expect(refusal(coming, planEntry, entry({ person: '甲一', unit: '经发办' })).refusal).toBe('event_impossible')
    const guestLater = town({
      name: '乙一',
      unit: '党政办',
      from: '2026-10-01',
      holding: { kind: 'secondedIn', category: null, occupies_quota: 0 },
    })
    expect(refusal(guestLater, planEntry, entry({ person: '乙一' })).details).toEqual({
      why: '乙一从 2026-10-01 起已登记借入，请先撤销它',
    })
    const claimed = town(
      { name: '甲一', unit: '党政办', idNumber: '362201198506169911' },
      { name: '甲二', unit: '经发办', to: '2020-01-01', disputed: '362201198506169911' },
    )
    expect(refusal(claimed, planEntry, entry({ person: '甲二', unit: '经发办' })).refusal).toBe('already_in_post')
  })

  it('is refused before the unit was there, for an unknown cause, and with an arrival before the entry', () => {
    expect(refusal(one, planEntry, entry({ on: '2006-10-31' })).details).toEqual({
      why: '党政办在 2006-10-31 还没有设立，或已经撤销',
    })
    expect(refusal(one, planEntry, entry({ cause: '99' })).refusal).toBe('event_impossible')
    expect(refusal(one, planEntry, entry({ arrivesOn: '2026-05-31' })).refusal).toBe('event_impossible')
    expect(planned(one, planEntry, entry({ cause: '公开招聘' })).writes).toContainEqual(
      expect.objectContaining({ row: expect.objectContaining({ entry_cause: 'G1' }) }),
    )
  })

  it('goes on in the unit that took over, where a late entry is into one merged since', () => {
    const merged = {
      ...one,
      unit_version: one.unit_version.map((row) =>
        row.unit_id === '党政办' ? { ...row, valid_to: '2020-01-01' } : row,
      ),
      post_version: one.post_version.flatMap((row) => [
        { ...row, valid_to: '2020-01-01' },
        { ...row, id: `${row.id}+`, unit_id: '经发办', valid_from: '2020-01-01' },
      ]),
      ledger_event: [
        {
          id: 'e',
          type: 'unit.merge',
          effective_on: '2020-01-01',
          person_id: null,
          unit_id: '党政办',
          other_unit_id: '经发办',
          category: null,
          cause: null,
          document_number: '试编〔2019〕9号',
          proofs: '[]',
          note: null,
          is_correction: 0 as const,
          recorded_at: '2020-01-01T00:00:00.000Z',
        },
      ],
    }
    const facts = after(merged, planEntry, entry({ on: '2015-03-01' }))
    expect(standing(facts, personNamed(facts, '新人'), '2019-12-31')).toEqual(['substantive 党政办 科员 占编'])
    expect(standing(facts, personNamed(facts, '新人'), '2020-01-01')).toEqual(['substantive 经发办 科员 占编'])
    const abolished = {
      ...town(),
      unit_version: one.unit_version.map((row) =>
        row.unit_id === '党政办' ? { ...row, valid_to: '2020-01-01' } : row,
      ),
    }
    expect(refusal(abolished, planEntry, entry({ on: '2015-03-01' })).details).toEqual({
      why: '党政办已定于 2020-01-01 撤销',
    })
  })

  it('ends what somebody was here before without 编制', () => {
    const off = town({
      name: '乙一',
      unit: '党政办',
      title: '编外人员',
      holding: { kind: 'offQuota', off_quota_kind: 'selfHired', category: null, occupies_quota: 0 },
    })
    const facts = after(off, planEntry, entry({ person: '乙一' }))
    expect([standing(facts, '乙一', '2026-05-31'), standing(facts, '乙一', '2026-06-01')]).toEqual([
      ['offQuota 党政办 编外人员 不占编'],
      ['substantive 党政办 科员 占编'],
    ])
  })
})

describe('已核准未到位 and 到位', () => {
  it('holds one seat from the entry on, reserved until the arrival, counted from it', () => {
    const waiting = after(one, planEntry, entry({ arrivesOn: null }))
    expect([
      line(waiting, '党政办', '2026-05-31'),
      line(waiting, '党政办', '2026-06-01'),
      line(waiting, '党政办', '2027-06-01'),
    ]).toEqual(['3/1/0/2/0', '3/1/1/1/0', '3/1/1/1/0'])
    const facts = after(waiting, planArrival, arrival(waiting))
    expect([line(facts, '党政办', '2026-07-31'), line(facts, '党政办', '2026-08-01')]).toEqual([
      '3/1/1/1/0',
      '3/2/0/1/0',
    ])
    expect(facts.holding.at(-1)).toMatchObject({
      entry_cause: '21',
      entry_document_number: '试编〔2026〕8号',
      entered_on: '2026-06-01',
      valid_from: '2026-08-01',
    })
  })

  it('on the very day of the entry leaves the seat counted once', () => {
    const waiting = after(one, planEntry, entry({ arrivesOn: null }))
    const facts = after(waiting, planArrival, arrival(waiting, { on: '2026-06-01' }))
    expect([line(facts, '党政办', '2026-06-01'), line(facts, '党政办', '2026-06-02')]).toEqual([
      '3/2/0/1/0',
      '3/2/0/1/0',
    ])
  })

  it('takes one seat of an approval for several; the sum of both never changes but by the approval', () => {
    const granted = after(one, planApprovalGrant, grant({ count: 2 }))
    const waiting = after(granted, planEntry, entry({ approval: '用编〔2026〕3号', arrivesOn: null }))
    expect(line(waiting, '党政办', '2026-06-01')).toBe(line(granted, '党政办', '2026-06-01'))
    expect(line(waiting, '党政办', '2026-03-01')).toBe('3/1/2/0/0')
    const facts = after(waiting, planArrival, arrival(waiting))
    expect([line(facts, '党政办', '2026-07-31'), line(facts, '党政办', '2026-08-01')]).toEqual([
      '3/1/2/0/0',
      '3/2/1/0/0',
    ])
  })

  it('ends the approval with its last seat, and refuses the next person', () => {
    const granted = after(one, planApprovalGrant, grant({ count: 1 }))
    const facts = after(granted, planEntry, entry({ approval: '用编〔2026〕3号', arrivesOn: '2026-07-01' }))
    expect(['2026-06-30', '2026-07-01'].map((day) => line(facts, '党政办', day))).toEqual(['3/1/1/1/0', '3/2/0/1/0'])
    expect(facts.entry_approval).toMatchObject([{ amount: 1, valid_to: '2026-07-01' }])
    expect(
      refusal(facts, planEntry, entry({ person: { name: '另一人' }, on: '2026-06-15', approval: '用编〔2026〕3号' }))
        .refusal,
    ).toBe('approval_not_found')
  })

  it('counts somebody who moved on as one arrival', () => {
    const granted = after(one, planApprovalGrant, grant({ count: 2 }))
    const come = after(granted, planEntry, entry({ approval: '用编〔2026〕3号' }))
    const facts = after(come, planMove, {
      type: 'move',
      on: '2026-09-01',
      person: personNamed(come, '新人'),
      unit: '经发办',
      post: '科员',
    })
    expect(line(facts, '党政办', '2026-09-01')).toBe('3/1/1/1/0')
    expect(
      after(facts, planEntry, entry({ person: { name: '另一人' }, on: '2026-09-01', approval: '用编〔2026〕3号' }))
        .holding,
    ).toHaveLength(4)
  })

  it('is refused by an approval that is unknown, expired, of another line or of another person', () => {
    const facts = after(one, planApprovalGrant, grant({ expiresOn: '2026-05-31' }))
    expect(refusal(facts, planEntry, entry({ approval: '用编〔2026〕4号' })).refusal).toBe('approval_not_found')
    expect(refusal(facts, planEntry, entry({ approval: '用编〔2026〕3号' })).refusal).toBe('approval_not_found')
    expect(
      refusal(facts, planEntry, entry({ on: '2026-05-31', arrivesOn: '2026-06-01', approval: '用编〔2026〕3号' }))
        .refusal,
    ).toBe('event_impossible')
    expect(
      refusal(facts, planEntry, entry({ on: '2026-05-31', unit: '经发办', approval: '用编〔2026〕3号' })).details,
    ).toMatchObject({ why: expect.stringContaining('不是这个机构') })
    const bound = after(one, planApprovalGrant, grant({ count: 1, person: '甲一' }))
    expect(refusal(bound, planEntry, entry({ approval: '用编〔2026〕3号' })).details).toMatchObject({
      why: expect.stringContaining('已核定给他人'),
    })
  })

  it('cannot reserve a seat by nothing, nor arrive without one', () => {
    const { document: _, ...bare } = entry({ arrivesOn: null })
    expect(refusal(one, planEntry, bare).refusal).toBe('event_needs')
    expect(refusal(one, planArrival, { type: 'arrival', on: '2026-08-01', person: '甲一', post: '科员' }).refusal).toBe(
      'event_impossible',
    )
    const waiting = after(one, planEntry, entry({ arrivesOn: null }))
    expect(refusal(waiting, planArrival, arrival(waiting, { on: '2026-05-31' })).refusal).toBe('event_impossible')
    const come = after(waiting, planArrival, arrival(waiting))
    expect(refusal(come, planArrival, arrival(waiting, { on: '2026-08-02' })).refusal).toBe('event_impossible')
  })
})

describe('causes', () => {
  it('are the ones the screen offers', () => {
    expect(ENTRY_CAUSE_NAMES).toEqual(ENTRY_CAUSES)
    expect(EXIT_CAUSE_NAMES).toEqual(
      Object.fromEntries(Object.entries(EXIT_CAUSES).map(([code, { title }]) => [code, title])),
    )
  })
})

describe('交接', () => {
  const held = after(one, planEntry, entry({ post: '出纳' }))
  const heir = entry({ on: '2026-08-01', person: { name: '接手', idNumber: '362201199606169926' }, post: '出纳' })

  it('without being asked for, a held post is not shared: the newcomer gets one of their own', () => {
    const facts = after(held, planEntry, heir)
    expect(new Set(facts.holding.map((row) => row.post_id)).size).toBe(3)
  })

  it("asked for, two sit in one post, both counted, the newcomer flagged; when the first leaves the post is the second one's", () => {
    const facts = after(held, planEntry, { ...heir, handover: 'overlap' })
    const inPost = facts.holding.filter(
      (row) => row.post_id === facts.holding.find((own) => own.person_id === personNamed(facts, '接手'))?.post_id,
    )
    expect(inPost.map((row) => [row.overlap_allowed, row.valid_to])).toEqual([
      [0, null],
      [1, null],
    ])
    expect([line(facts, '党政办', '2026-07-31'), line(facts, '党政办', '2026-08-01')]).toEqual([
      '3/2/0/1/0',
      '3/3/0/0/0',
    ])
    const left = after(facts, planExit, {
      type: 'exit',
      on: '2026-10-01',
      person: personNamed(facts, '新人'),
      cause: '31',
      proofs: ['退休审批表'],
    })
    expect(line(left, '党政办', '2026-10-01')).toBe('3/2/0/1/0')
  })

  it('is refused where there is nobody to take over from', () => {
    expect(refusal(one, planEvent, { ...heir, handover: 'overlap', handoverUntil: '2026-12-31' })).toEqual({
      refusal: 'event_impossible',
      details: { why: '“出纳”这天没有现任，不用交接' },
    })
  })
})
