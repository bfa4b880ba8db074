import { describe, expect, it } from 'vitest'
import { planAbsenceBegin } from '../../../../electron/domain/ledger/events/absence-begin.ts'
import { planAttachmentIn } from '../../../../electron/domain/ledger/events/attachment-in.ts'
import { planAttachmentOut } from '../../../../electron/domain/ledger/events/attachment-out.ts'
import { planExit } from '../../../../electron/domain/ledger/events/exit.ts'
import { planOffQuotaBegin, type OffQuotaBegin } from '../../../../electron/domain/ledger/events/off-quota-begin.ts'
import { planOffQuotaEnd } from '../../../../electron/domain/ledger/events/off-quota-end.ts'
import { planRunOffPlan } from '../../../../electron/domain/ledger/events/run-off-plan.ts'
import { planSecondmentIn, type SecondmentIn } from '../../../../electron/domain/ledger/events/secondment-in.ts'
import { planSecondmentOut, type SecondmentOut } from '../../../../electron/domain/ledger/events/secondment-out.ts'
import { planTermEnd } from '../../../../electron/domain/ledger/events/term-end.ts'
import { planTermRenew } from '../../../../electron/domain/ledger/events/term-renew.ts'
import { after, leaders, line, personNamed, refusal, registered, seats, standing, town } from './town.ts'

const one = town({ name: '甲一', unit: '党政办' })
const out = (more: Partial<SecondmentOut> = {}): SecondmentOut => ({
  type: 'secondment.out',
  on: '2026-06-01',
  person: '甲一',
  to: '区委办',
  until: '2026-12-01',
  ...more,
})
const guest = (more: Partial<SecondmentIn> = {}): SecondmentIn => ({
  type: 'secondment.in',
  on: '2026-06-01',
  person: { name: '来客' },
  unit: '党政办',
  from: '区林业局',
  until: '2026-12-01',
  ...more,
})

describe('借出 and 挂职 outside', () => {
  it('leaves the person counted and at their post, with the place and the planned end', () => {
    const facts = after(one, planSecondmentOut, out())
    expect([
      line(facts, '党政办', '2026-06-01'),
      standing(facts, '甲一', '2026-05-31').length,
      standing(facts, '甲一', '2026-06-01'),
    ]).toEqual(['3/1/0/2/0', 1, ['secondedOut 区委办  不占编', 'substantive 党政办 科员 占编']])
    expect(facts.holding.at(-1)).toMatchObject({ due_on: '2026-12-01', valid_to: null, post_id: null })
    expect(after(one, planAttachmentOut, { ...out(), type: 'attachment.out' }).holding.at(-1)).toMatchObject({
      kind: 'secondedOut',
      remark: '挂职',
    })
  })

  it('is renewed and ends with the return; the renewal stays on record', () => {
    const renewed = after(after(one, planSecondmentOut, out()), planTermRenew, {
      type: 'term.renew',
      on: '2026-11-20',
      person: '甲一',
      until: '2027-06-01',
    })
    expect(renewed.holding.at(-1)).toMatchObject({ due_on: '2027-06-01', valid_to: null })
    expect(registered(renewed, 'term.renew')).toHaveLength(1)
    const back = after(renewed, planTermEnd, { type: 'term.end', on: '2027-03-01', person: '甲一' })
    expect([standing(back, '甲一', '2027-02-28').length, standing(back, '甲一', '2027-03-01')]).toEqual([
      2,
      ['substantive 党政办 科员 占编'],
    ])
    expect(back.holding.find((row) => row.kind === 'substantive')).toEqual(one.holding[0])
  })

  it('begun and ended on one day leaves nothing; it does not outlast a registered 出编, nor meet a later one', () => {
    const facts = after(one, planSecondmentOut, out())
    expect(after(facts, planTermEnd, { type: 'term.end', on: '2026-06-01', person: '甲一' }).holding).toEqual(
      one.holding,
    )
    const leaving = after(one, planExit, { type: 'exit', on: '2027-01-01', person: '甲一', cause: '31' })
    expect(standing(after(leaving, planSecondmentOut, out()), '甲一', '2027-01-01')).toEqual([])
    expect(
      after(facts, planSecondmentOut, out({ on: '2020-01-01', until: '2020-06-01' })).holding.at(-1),
    ).toMatchObject({ valid_from: '2020-01-01', valid_to: '2026-06-01' })
  })

  it('is refused twice at once, to who is not in post, and with an end that does not come after the beginning', () => {
    const facts = after(one, planSecondmentOut, out())
    expect(refusal(facts, planAttachmentOut, { ...out(), type: 'attachment.out', on: '2026-07-01' }).refusal).toBe(
      'event_impossible',
    )
    expect(refusal(one, planSecondmentOut, out({ on: '2010-06-30' })).refusal).toBe('not_in_post')
    expect(refusal(one, planSecondmentOut, out({ until: '2026-06-01' })).refusal).toBe('event_impossible')
    expect(
      refusal(facts, planTermRenew, { type: 'term.renew', on: '2026-11-20', person: '甲一', until: '2026-12-01' })
        .refusal,
    ).toBe('event_impossible')
    expect(
      refusal(facts, planTermRenew, { type: 'term.renew', on: '2026-05-31', person: '甲一', until: '2027-12-01' })
        .refusal,
    ).toBe('event_impossible')
    expect(refusal(one, planTermEnd, { type: 'term.end', on: '2026-06-01', person: '甲一' }).refusal).toBe(
      'event_impossible',
    )
  })

  it('续延 of an absence moves its planned end', () => {
    const away = after(one, planAbsenceBegin, {
      type: 'absence.begin',
      on: '2026-06-01',
      person: '甲一',
      kind: 'study',
      until: '2026-12-01',
    })
    expect(
      after(away, planTermRenew, { type: 'term.renew', on: '2026-11-20', person: '甲一', until: '2027-06-01' }).absence,
    ).toMatchObject([{ due_on: '2027-06-01' }])
  })
})

describe('借入 and 挂职 here', () => {
  it('shows a newcomer from the day and never counts them; the seat goes with them', () => {
    const facts = after(one, planSecondmentIn, guest())
    const id = personNamed(facts, '来客')
    expect([
      line(facts, '党政办', '2026-06-01'),
      standing(facts, id, '2026-05-31'),
      standing(facts, id, '2026-06-01'),
    ]).toEqual(['3/1/0/2/0', [], ['secondedIn 党政办 借用人员 不占编']])
    const gone = after(facts, planTermEnd, { type: 'term.end', on: '2026-09-01', person: id })
    expect([
      standing(gone, id, '2026-09-01'),
      seats(gone, '党政办', '2026-08-31').length,
      seats(gone, '党政办', '2026-09-01'),
    ]).toEqual([[], 2, ['科员 inUse 甲一']])
  })

  it('of a 挂职副乡长 takes no 领导职数 and no vacant leadership post', () => {
    const vacant = after(town({ name: '甲一', unit: '领导班子', title: '副乡长', leadership: 'deputy' }), planExit, {
      type: 'exit',
      on: '2026-01-01',
      person: '甲一',
      cause: '12',
    })
    const facts = after(vacant, planAttachmentIn, {
      type: 'attachment.in',
      on: '2026-06-01',
      person: { name: '来客' },
      unit: '领导班子',
      post: '副乡长',
      from: '省农科院',
      until: '2028-06-01',
    })
    expect([
      leaders(facts, '2026-06-01'),
      line(facts, '领导班子', '2026-06-01'),
      seats(facts, '领导班子', '2026-06-01').length,
    ]).toEqual(['0/0/0', '2/0/0/2/0', 2])
  })

  it('takes somebody known who has left, and nobody who is here', () => {
    const left = after(one, planExit, { type: 'exit', on: '2026-01-01', person: '甲一', cause: '12' })
    expect(standing(after(left, planSecondmentIn, guest({ person: '甲一' })), '甲一', '2026-06-01')).toEqual([
      'secondedIn 党政办 借用人员 不占编',
    ])
    expect(refusal(one, planSecondmentIn, guest({ person: '甲一' })).refusal).toBe('event_impossible')
    expect(refusal(one, planSecondmentIn, guest({ on: '2006-10-31' })).refusal).toBe('event_impossible')
    expect(refusal(one, planSecondmentIn, guest({ until: '2026-05-01' })).refusal).toBe('event_impossible')
  })

  it('back-dated and of a coming day', () => {
    const late = after(one, planSecondmentIn, guest({ on: '2019-01-01', until: '2019-06-01' }))
    expect(standing(late, personNamed(late, '来客'), '2019-01-01')).toHaveLength(1)
    const coming = after(one, planSecondmentIn, guest({ on: '2027-01-01', until: '2027-06-01' }))
    expect([
      standing(coming, personNamed(coming, '来客'), '2026-12-31').length,
      standing(coming, personNamed(coming, '来客'), '2027-01-01').length,
    ]).toEqual([0, 1])
  })
})

describe('编外', () => {
  const begin = (more: Partial<OffQuotaBegin> = {}): OffQuotaBegin => ({
    type: 'offQuota.begin',
    on: '2026-06-01',
    person: { name: '帮手' },
    unit: '党政办',
    kind: 'agency',
    document: { number: '试府〔2026〕2号' },
    ...more,
  })

  it('is on its own ledger from the day and never in 实有, and ends on the day', () => {
    const facts = after(one, planOffQuotaBegin, begin())
    const id = personNamed(facts, '帮手')
    expect([line(facts, '党政办', '2026-06-01'), standing(facts, id, '2026-06-01')]).toEqual([
      '3/1/0/2/0',
      ['offQuota 党政办 编外人员 不占编'],
    ])
    const gone = after(facts, planOffQuotaEnd, { type: 'offQuota.end', on: '2026-09-01', person: id })
    expect([
      standing(gone, id, '2026-08-31').length,
      standing(gone, id, '2026-09-01'),
      seats(gone, '党政办', '2026-09-01'),
    ]).toEqual([1, [], ['科员 inUse 甲一']])
    const never = after(facts, planOffQuotaEnd, { type: 'offQuota.end', on: '2026-06-01', person: id })
    expect([never.holding, never.post, never.post_version]).toEqual([one.holding, one.post, one.post_version])
  })

  it('learnt of late, of somebody who has 编制 by now: the seat made for it ends with it, as every guest’s does', () => {
    const facts = town({ name: '甲一', unit: '党政办', from: '2010-07-01' })
    const before = { on: '2008-07-01', person: '甲一', document: undefined }
    for (const late of [
      after(facts, planOffQuotaBegin, begin(before)),
      after(facts, planSecondmentIn, guest({ ...before, until: '2009-07-01' })),
      after(facts, planAttachmentIn, { ...guest({ ...before, until: '2009-07-01' }), type: 'attachment.in' }),
    ]) {
      expect([standing(late, '甲一', '2010-06-30').length, seats(late, '党政办', '2010-06-30').length]).toEqual([1, 1])
      expect([standing(late, '甲一', '2010-07-01'), seats(late, '党政办', '2010-07-01')]).toEqual([
        ['substantive 党政办 科员 占编'],
        ['科员 inUse 甲一'],
      ])
    }
  })

  it('is refused to who is here already, and the end of it to who is not 编外', () => {
    expect(refusal(one, planOffQuotaBegin, begin({ person: '甲一' })).refusal).toBe('event_impossible')
    expect(refusal(one, planOffQuotaEnd, { type: 'offQuota.end', on: '2026-06-01', person: '甲一' }).refusal).toBe(
      'event_impossible',
    )
    const facts = after(one, planOffQuotaBegin, begin())
    expect(
      refusal(facts, planOffQuotaEnd, { type: 'offQuota.end', on: '2026-05-31', person: personNamed(facts, '帮手') })
        .refusal,
    ).toBe('event_impossible')
  })

  it('has one planned number per kind and year: a new one takes the place of the old', () => {
    const first = after(one, planRunOffPlan, {
      type: 'runOff.plan',
      on: '2026-06-01',
      kind: 'selfHired',
      year: 2027,
      amount: 1,
    })
    const facts = after(
      after(first, planRunOffPlan, { type: 'runOff.plan', on: '2026-07-01', kind: 'selfHired', year: 2027, amount: 2 }),
      planRunOffPlan,
      { type: 'runOff.plan', on: '2026-07-01', kind: 'agency', year: 2027, amount: 1 },
    )
    expect(facts.run_off_plan).toMatchObject([
      { kind: 'selfHired', year: 2027, amount: 2 },
      { kind: 'agency', year: 2027, amount: 1 },
    ])
    expect(registered(facts, 'runOff.plan')).toHaveLength(3)
  })
})
