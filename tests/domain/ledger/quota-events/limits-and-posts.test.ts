import { describe, expect, it } from 'vitest'
import { postsOnDay } from '../../../../electron/domain/ledger/told/post-history.ts'
import { seatable } from '../../../../electron/domain/ledger/planning/post-state.ts'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { factBook, held } from '../../../kit/fact-book.ts'
import { BY, desk } from './desk.ts'

const office = (people: Parameters<typeof factBook>[0]['people'] = []) =>
  desk(factBook({ units: [{ name: '党政办', quotas: { administrative: 5 } }], people }))

describe('numbers that are set, not shifted', () => {
  it('领导职数 holds until the next that is on record', () => {
    const own = office()
    const set = (on: string, amount: number) =>
      own.add({ type: 'leadershipQuota.set', document: BY, on, unit: '党政办', amount, chief: 1, deputy: amount - 1 })
    set('2020-01-01', 4)
    set('2015-01-01', 3)
    const on = (day: string) =>
      snapshotAt(own.facts(), day).leadershipQuotas.map(({ amount, chief, deputy }) => [amount, chief, deputy])
    expect(['2014-12-31', '2015-01-01', '2020-01-01'].map(on)).toEqual([[], [[3, 1, 2]], [[4, 1, 3]]])
    set('2020-01-01', 5)
    expect([on('2019-12-31'), on('2020-01-01')]).toEqual([[[3, 1, 2]], [[5, 1, 4]]])
    expect(
      own.refused({
        type: 'leadershipQuota.set',
        document: BY,
        on: '2021-01-01',
        unit: '党政办',
        amount: 3,
        chief: 1,
        deputy: 1,
      }).code,
    ).toBe('event_impossible')
  })

  it('职级职数 is one number a pool, 编外控制数 one a kind', () => {
    const own = office()
    own.add({
      type: 'rankQuota.set',
      document: BY,
      on: '2020-01-01',
      unit: '党政办',
      pool: '一级和二级主任科员',
      amount: 3,
    })
    own.add({
      type: 'rankQuota.set',
      document: BY,
      on: '2020-01-01',
      unit: '党政办',
      pool: '三级和四级主任科员',
      amount: 4,
    })
    own.add({
      type: 'rankQuota.set',
      document: BY,
      on: '2022-01-01',
      unit: '党政办',
      pool: '一级和二级主任科员',
      amount: 2,
    })
    own.add({ type: 'offQuotaControl.set', document: BY, on: '2020-01-01', kind: 'purchasedService', amount: 6 })
    expect(snapshotAt(own.facts(), '2021-12-31').rankQuotas.map((row) => row.amount)).toEqual([3, 4])
    expect(snapshotAt(own.facts(), '2022-01-01').rankQuotas.map((row) => row.amount)).toEqual([4, 2])
    expect(snapshotAt(own.facts(), '2020-01-01').offQuotaControls).toMatchObject([
      { kind: 'purchasedService', amount: 6, documentNumber: BY.number },
    ])
    expect(own.quota('党政办', '2022-01-01')).toBe(5)
  })

  it('允许溢出 lasts through its last day', () => {
    const own = office()
    own.add({
      type: 'tolerance.set',
      document: BY,
      on: '2025-01-01',
      unit: '党政办',
      category: 'administrative',
      percent: 10,
      until: '2026-12-31',
    })
    const on = (day: string) => snapshotAt(own.facts(), day).tolerances.map((row) => row.percent)
    expect(['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([[], [10], [10], []])
    expect(own.refused({ type: 'tolerance.set', document: BY, on: '2025-01-01' }).code).toBe('event_impossible')
    expect(own.refused({ type: 'tolerance.set', document: BY, on: '2025-01-01', amount: 1, percent: 10 }).code).toBe(
      'event_impossible',
    )
    expect(
      own.refused({ type: 'tolerance.set', document: BY, on: '2025-01-01', amount: 1, until: '2024-12-31' }).code,
    ).toBe('event_impossible')
  })
})

describe('岗位', () => {
  const stateOn = (own: ReturnType<typeof office>, post: string, day: string) =>
    snapshotAt(own.facts(), day).posts.find((row) => row.id === post)?.state

  it('is planned, frozen, planned again, abolished; its past stays', () => {
    const own = office()
    own.add({ type: 'post.plan', on: '2020-01-01', unit: '党政办', post: '文秘' })
    const post = own.facts().post[0]?.id ?? ''
    own.add({ type: 'post.freeze', on: '2021-01-01', unit: '党政办', post })
    own.add({ type: 'post.unfreeze', on: '2022-01-01', unit: '党政办', post })
    own.add({ type: 'post.abolish', on: '2023-01-01', unit: '党政办', post })
    const states = ['2019-12-31', '2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'].map((day) =>
      stateOn(own, post, day),
    )
    expect(states).toEqual([undefined, 'planned', 'frozen', 'planned', 'abolished'])
    expect((['planned', 'inUse', 'frozen', 'abolished'] as const).filter((state) => seatable({ state }))).toEqual([
      'planned',
      'inUse',
    ])
    expect(own.refused({ type: 'post.freeze', on: '2023-01-01', unit: '党政办', post }).code).toBe('event_impossible')
    expect(own.refused({ type: 'post.unfreeze', on: '2022-06-01', unit: '党政办', post }).code).toBe('event_impossible')
  })

  it('somebody sits in may be frozen, and is in use again after; it is not abolished before they have left', () => {
    const own = office([{ name: '甲', holdings: [held('党政办')] }])
    const seat = { unit: '党政办', post: '甲-岗0' }
    expect(own.add({ type: 'post.freeze', on: '2021-01-01', ...seat }).summary).toContain('离岗后不再补人')
    own.add({ type: 'post.unfreeze', on: '2022-01-01', ...seat })
    expect([stateOn(own, '甲-岗0', '2021-01-01'), stateOn(own, '甲-岗0', '2022-01-01')]).toEqual(['frozen', 'inUse'])
    expect(own.refused({ type: 'post.abolish', on: '2023-01-01', ...seat })).toMatchObject({
      code: 'event_impossible',
      details: { why: expect.not.stringContaining('甲') },
    })
  })

  it('vacancy runs from the day the last counted holder left, or the post began', () => {
    const own = desk(
      factBook({
        units: [{ name: '党政办' }],
        people: [
          { name: '甲', holdings: [held('党政办', { post: '岗', to: '2015-01-01' })] },
          { name: '乙', holdings: [held('党政办', { post: '岗', from: '2016-01-01', to: '2026-11-01' })] },
          {
            name: '丙',
            holdings: [{ unit: '党政办', kind: 'concurrent', post: '岗', from: '2026-11-03', to: '2026-11-10' }],
          },
        ],
        posts: [
          { post_id: '岗', unit_id: '党政办', title: '科员' },
          { post_id: '新岗', unit_id: '党政办', title: '文秘', valid_from: '2026-11-12', state: 'planned' },
        ],
      }),
    )
    const on = (day: string) =>
      postsOnDay(own.facts(), day, null).map(({ post, holding, vacantDays, before }) => [
        post.post_id,
        holding?.person_id ?? null,
        vacantDays,
        before.map((row) => row.person_id),
      ])
    expect(on('2015-06-01')).toEqual([['岗', null, 151, ['甲']]])
    expect(on('2020-01-01')).toEqual([['岗', '乙', null, ['甲']]])
    expect(on('2026-11-05')).toEqual([['岗', '丙', null, ['乙', '甲']]])
    expect(on('2026-11-22')).toEqual([
      ['岗', null, 21, ['丙', '乙', '甲']],
      ['新岗', null, 10, []],
    ])
  })
})
