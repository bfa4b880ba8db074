import { describe, expect, it } from 'vitest'
import { upgradeLegacyId } from '../../../../electron/domain/identity/resident-id.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { earlierEnd, nextBegin, presentUntil } from '../../../../electron/domain/ledger/book/presence.ts'
import { factBook, held, type FactHolding } from '../../../kit/fact-book.ts'
import { RECORDED_AT } from '../../../kit/book.ts'

/* What the planning of an event asks of the facts: of the day, oldest first, ended ones only where all are asked for. */

const DAY = '2026-11-22'
const FACTS = (() => {
  const facts = factBook({
    units: [
      { name: '山溪乡', kind: 'township', quotas: {} },
      { name: '党政办', quotas: { administrative: 3, worker: 1 } },
      { name: '经发办', quotas: { administrative: 2 } },
    ],
    people: [
      {
        name: '甲',
        id_number: '99010119850602994X',
        holdings: [
          held('经发办', { from: '2015-01-01', to: '2020-01-01', title: '主任' }),
          held('党政办', { from: '2020-01-01', title: '主任' }),
          { unit: null, kind: 'secondedOut', from: '2024-01-01', to: '2025-01-01' },
        ],
      },
      {
        name: '乙',
        id_number: '990101850602994',
        holdings: [held('党政办', { from: '2021-01-01', to: '2026-11-22' })],
      },
      { name: '丙', holdings: [held('党政办', { kind: 'concurrent', occupies_quota: 0, from: '2022-01-01' })] },
    ],
    posts: [{ post_id: '空岗', unit_id: '党政办', title: '主任', valid_to: '2026-11-22' }],
    approvals: [
      { unit_id: '党政办', number: '用编1号', person_id: '甲' },
      { unit_id: '党政办', number: '用编1号', expires_on: '2026-11-21' },
      { unit_id: '党政办', number: '用编2号', expires_on: DAY },
      { unit_id: '党政办', number: '用编3号', valid_from: '2026-11-23' },
    ],
  })
  const [root, ...others] = facts.unit_version
  const learnt = { recorded_at: RECORDED_AT }
  const plate = (id: string, unit: string, name: string, to: string | null = null) => ({
    id,
    unit_id: unit,
    name,
    document_id: null,
    valid_from: '2018-01-01',
    valid_to: to,
    ...learnt,
  })
  if (root === undefined) throw new Error('no root')
  return {
    ...facts,
    unit_version: [
      { ...root, id: '新版', name: '山溪镇', valid_from: '2016-01-01' },
      { ...root, valid_to: '2016-01-01' },
      ...others.map((row) => ({ ...row, parent_id: '山溪乡' })),
    ],
    nameplate: [
      plate('牌1', '党政办', '综治中心'),
      plate('牌2', '经发办', '经发办'),
      plate('牌3', '经发办', '扶贫办', '2021-01-01'),
    ],
    quota: [
      ...facts.quota,
      ...facts.quota.slice(0, 1).map((row) => ({ ...row, id: '先前', amount: 5, valid_to: '2012-01-01' })),
    ].map((row) => (row.id === '党政办-administrative' ? { ...row, valid_from: '2012-01-01' } : row)),
  }
})()
const book = () => ledgerBook(FACTS)
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('事实的查找', () => {
  it('units: the version of the day, all versions oldest first, the township itself', () => {
    expect(book().unitAt('山溪乡', '2015-12-31')?.name).toBe('山溪乡')
    expect(book().unitAt('山溪乡', '2016-01-01')?.name).toBe('山溪镇')
    expect(book().unitAt('无', DAY)).toBeUndefined()
    expect(ids(book().unitVersions('山溪乡'))).toEqual(['山溪乡-版', '新版'])
    expect(book().rootAt(DAY)?.name).toBe('山溪镇')
    expect(book().rootAt('1999-12-31')).toBeUndefined()
    // Neither an office without a unit above it nor a township below another is the township itself.
    const [own] = FACTS.unit_version
    if (own === undefined) throw new Error('no unit')
    const odd = (more: Partial<typeof own>) => ledgerBook({ ...FACTS, unit_version: [{ ...own, ...more }] }).rootAt(DAY)
    expect(odd({})?.name).toBe('山溪镇')
    expect(odd({ kind: 'office' })).toBeUndefined()
    expect(odd({ parent_id: '上级' })).toBeUndefined()
  })

  it('a nameplate left on a unit that is gone names nothing', () => {
    const gone = FACTS.unit_version.map((row) => (row.unit_id === '党政办' ? { ...row, valid_to: '2020-01-01' } : row))
    const ledger = ledgerBook({ ...FACTS, unit_version: gone })
    expect(ledger.unitNamed('综治中心', '2019-12-31')).toHaveLength(1)
    expect(ledger.unitNamed('综治中心', DAY)).toEqual([])
  })

  it('somebody entered with an ID number of 15 places is found by that of 18, a small x too', () => {
    const one = FACTS.person.filter((row) => row.id === '乙').map((row) => ({ ...row, id_number: '990101600602992' }))
    const ledger = ledgerBook({ ...FACTS, person: one })
    for (const text of ['99010119600602992X', '99010119600602992x', '990101600602992'])
      expect(ledger.peopleNamed(text).map(({ id }) => id)).toEqual(['乙'])
    expect(ledger.peopleNamed('990101196006029921')).toEqual([])
  })

  it('a name is first a unit of that name, then a nameplate in force', () => {
    expect(
      book()
        .unitNamed('党政办', DAY)
        .map((row) => row.unit_id),
    ).toEqual(['党政办'])
    expect(
      book()
        .unitNamed('综治中心', DAY)
        .map((row) => row.unit_id),
    ).toEqual(['党政办'])
    expect(book().unitNamed('综治中心', '2017-12-31')).toEqual([])
    expect(
      book()
        .unitNamed('扶贫办', '2020-12-31')
        .map((row) => row.unit_id),
    ).toEqual(['经发办'])
    expect(book().unitNamed('扶贫办', '2021-01-01')).toEqual([])
    expect(book().unitNamed('经发办', DAY)).toHaveLength(1)
    expect(book().unitNamed('山溪乡', DAY)).toEqual([])
    expect(ids(book().nameplatesOf('经发办', '2020-12-31'))).toEqual(['牌2', '牌3'])
    expect(ids(book().nameplatesOf('经发办', DAY))).toEqual(['牌2'])
  })

  it('people by name or number, the 15-digit number and its 18-digit form being one', () => {
    expect(book().person('甲')?.name).toBe('甲')
    expect(book().person('丁')).toBeUndefined()
    expect(ids(book().peopleNamed('甲'))).toEqual(['甲'])
    expect(ids(book().peopleNamed('99010119850602994x'))).toEqual(['甲'])
    expect(ids(book().peopleNamed('990101850602994'))).toEqual(['乙'])
    expect(ids(book().peopleNamed(upgradeLegacyId('990101850602994') ?? ''))).toEqual(['乙'])
    expect(book().peopleNamed('丁')).toEqual([])
  })

  it('holdings of a person: all, of the day, the one that counts', () => {
    expect(ids(book().allHoldingsOf('甲'))).toEqual(['甲-任0', '甲-任1', '甲-任2'])
    expect(ids(book().holdingsOf('甲', '2024-06-01'))).toEqual(['甲-任1', '甲-任2'])
    expect(ids(book().holdingsOf('甲', '2025-01-01'))).toEqual(['甲-任1'])
    expect(book().countedHolding('甲', '2019-12-31')?.id).toBe('甲-任0')
    expect(book().countedHolding('甲', '2024-06-01')?.id).toBe('甲-任1')
    expect(book().countedHolding('丙', DAY)).toBeUndefined()
    expect(book().countedHolding('乙', DAY)).toBeUndefined()
  })

  it('a holding counts only with 编制, a category and a post', () => {
    const counted = (holding: FactHolding) =>
      ledgerBook(
        factBook({ units: [{ name: '党政办' }], people: [{ name: '甲', holdings: [holding] }] }),
      ).countedHolding('甲', DAY)?.id
    expect(counted(held('党政办'))).toBe('甲-任0')
    expect(counted(held('党政办', { category: null }))).toBeUndefined()
    expect(counted(held('党政办', { occupies_quota: 0 }))).toBeUndefined()
    expect(counted({ ...held('党政办'), unit: null })).toBeUndefined()
  })

  it('posts: holders of the day and ever, posts of a unit, by title or by id', () => {
    expect(ids(book().holdersOf('乙-岗0', '2026-11-21'))).toEqual(['乙-任0'])
    expect(book().holdersOf('乙-岗0', DAY)).toEqual([])
    expect(ids(book().allHoldersOf('乙-岗0'))).toEqual(['乙-任0'])
    expect(book().postAt('空岗', '2026-11-21')?.title).toBe('主任')
    expect(book().postAt('空岗', DAY)).toBeUndefined()
    expect(book().postVersions('空岗')).toHaveLength(1)
    expect(
      book()
        .postsOf('党政办', DAY)
        .map((row) => row.post_id),
    ).toEqual(['甲-岗1', '乙-岗0', '丙-岗0'])
    expect(
      book()
        .postsTitled('党政办', '主任', DAY)
        .map((row) => row.post_id),
    ).toEqual(['甲-岗1'])
    expect(
      book()
        .postsTitled('党政办', '主任', '2026-11-21')
        .map((row) => row.post_id),
    ).toEqual(['甲-岗1', '空岗'])
    expect(
      book()
        .postsTitled('党政办', '乙-岗0', DAY)
        .map((row) => row.post_id),
    ).toEqual(['乙-岗0'])
    expect(book().postsTitled('经发办', '乙-岗0', DAY)).toEqual([])
  })

  it('quotas of the unit, of a line, of the day', () => {
    expect(ids(book().quotasOf('党政办'))).toEqual(
      ['党政办-worker', '先前', '党政办-administrative'].toSorted(byStartOf),
    )
    expect(ids(book().quotaRows('党政办', 'administrative', 'allocation'))).toEqual(['先前', '党政办-administrative'])
    expect(book().quotaRow('党政办', 'administrative', 'allocation', '2011-12-31')?.amount).toBe(5)
    expect(book().quotaRow('党政办', 'administrative', 'allocation', '2012-01-01')?.amount).toBe(3)
    expect(book().quotaRow('党政办', 'administrative', 'ceiling', DAY)).toBeUndefined()
    expect(book().quotaRow('经发办', 'worker', 'allocation', DAY)).toBeUndefined()
    expect(book().leadershipRows('党政办')).toEqual([])
  })

  it('papers by number; an approval to its last day, the one for nobody in particular first', () => {
    expect(book().documentByNumber('山编办〔2000〕1号')?.id).toBe('批文')
    expect(book().documentByNumber('山编办〔2000〕2号')).toBeUndefined()
    expect(ids(book().approvalsByNumber('用编1号', '2026-11-21'))).toEqual(['核准0', '核准1'])
    expect(book().approvalByNumber('用编1号', '2026-11-21')?.id).toBe('核准1')
    expect(book().approvalByNumber('用编1号', DAY)?.id).toBe('核准0')
    expect(book().approvalByNumber('用编2号', DAY)?.id).toBe('核准2')
    expect(book().approvalByNumber('用编2号', '2026-11-23')).toBeUndefined()
    expect(book().approvalByNumber('用编3号', DAY)).toBeUndefined()
  })
})

/** 先前 and the worker' row begin with the book, the present one later: as they lie otherwise. */
function byStartOf(one: string, other: string): number {
  const rank = (id: string) => (id === '党政办-administrative' ? 1 : 0)
  return rank(one) - rank(other)
}

describe('人在不在', () => {
  const present = (holdings: readonly FactHolding[], day: string) =>
    presentUntil(ledgerBook(factBook({ units: [{ name: '党政办' }], people: [{ name: '甲', holdings }] })), '甲', day)

  it('to the end of what follows without a gap; open where something is open', () => {
    const [one, two] = [
      held('党政办', { from: '2015-01-01', to: '2020-01-01' }),
      held('党政办', { from: '2020-01-01', to: '2023-01-01' }),
    ]
    expect(present([one], '2016-01-01')).toBe('2020-01-01')
    expect(present([one, two], '2016-01-01')).toBe('2023-01-01')
    expect(present([one, held('党政办', { from: '2020-01-02' })], '2016-01-01')).toBe('2020-01-01')
    expect(present([one, held('党政办', { from: '2020-01-01' })], '2016-01-01')).toBeNull()
    expect(present([], '2016-01-01')).toBe('2016-01-01')
    // A shorter one beside a longer one shortens nothing.
    expect(present([two, held('党政办', { from: '2020-06-01', to: '2021-01-01' })], '2020-07-01')).toBe('2023-01-01')
  })

  it('借出 and 兼任 keep nobody here', () => {
    const away: FactHolding = { unit: null, kind: 'secondedOut', from: '2015-01-01' }
    const beside = held('党政办', { kind: 'concurrent', from: '2015-01-01' })
    expect(present([held('党政办', { from: '2015-01-01', to: '2020-01-01' }), away, beside], '2016-01-01')).toBe(
      '2020-01-01',
    )
  })

  it('the earlier of two ends; the next begin of a kind after the day', () => {
    expect(earlierEnd('2020-01-01', '2021-01-01')).toBe('2020-01-01')
    expect(earlierEnd('2021-01-01', '2020-01-01')).toBe('2020-01-01')
    expect(earlierEnd(null, '2020-01-01')).toBe('2020-01-01')
    expect(earlierEnd('2020-01-01', null)).toBe('2020-01-01')
    expect(earlierEnd(null, null)).toBeNull()
    expect(nextBegin(book(), '甲', ['substantive'], '2016-01-01')).toBe('2020-01-01')
    expect(nextBegin(book(), '甲', ['substantive'], '2020-01-01')).toBeNull()
    expect(nextBegin(book(), '甲', ['secondedOut', 'concurrent'], '2020-01-01')).toBe('2024-01-01')
  })
})
