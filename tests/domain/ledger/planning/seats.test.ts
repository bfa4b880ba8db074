import { describe, expect, it } from 'vitest'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventTools } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import {
  approvalEnd,
  bindApproval,
  closeUsedUp,
  takenBy,
  usableApproval,
  type ApprovalWish,
} from '../../../../electron/domain/ledger/planning/approvals.ts'
import {
  closeMadeSeat,
  leaveForSeat,
  leaveLine,
  leavePost,
} from '../../../../electron/domain/ledger/planning/leave-post.ts'
import { insertRow, removeRow, updateRow } from '../../../../electron/domain/ledger/planning/pieces.ts'
import { holdingsFrom, openSeats, postsFrom } from '../../../../electron/domain/ledger/planning/unit-holdings.ts'
import {
  endableUnit,
  lifeEnd,
  mergedInto,
  nameTaken,
  nextSortOrder,
  unitTitle,
  withinLife,
} from '../../../../electron/domain/ledger/planning/unit-life.ts'
import { unitStretches } from '../../../../electron/domain/ledger/planning/unit-stretches.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { factBook, held, type FactHolding, type FactSpec } from '../../../kit/fact-book.ts'

/* Approvals, seats and the lives of units, each question by itself: the day before, the day, the day after. */

const NOW = '2026-11-22T03:00:00.000Z'
const DAY = '2026-06-01'
const tools: EventTools = { newId: () => '新', recordedAt: NOW, today: '2026-11-22' }
const UNITS = [{ name: '党政办' }, { name: '经发办' }]
const why = (result: unknown) => (result as { readonly details: { readonly why: string } }).details.why

describe('用编核准', () => {
  const book = (approvals: FactSpec['approvals'], people: FactSpec['people'] = [], more: Partial<FactRows> = {}) =>
    ledgerBook({ ...factBook({ units: UNITS, people, approvals: approvals ?? [] }), ...more })
  const by = (approval_id: string, more: Partial<FactHolding> = {}) => held('党政办', { approval_id, ...more })

  it('a seat is taken once a person, by their first counted holding', () => {
    const ledger = book(
      [{ unit_id: '党政办', amount: 3 }],
      [
        {
          name: '甲',
          holdings: [by('核准0', { from: '2022-01-01' }), by('核准0', { from: '2020-01-01', to: '2022-01-01' })],
        },
        { name: '乙', holdings: [by('核准0', { from: '2021-01-01' })] },
        { name: '丙', holdings: [by('核准0', { occupies_quota: 0 })] },
        { name: '丁', holdings: [by('别的')] },
      ],
    )
    expect(takenBy(ledger, '核准0').map(({ id }) => id)).toEqual(['甲-任1', '乙-任0'])
  })

  const wish = (more: Partial<ApprovalWish> = {}): ApprovalWish => ({
    number: '用编',
    unitId: '党政办',
    category: 'administrative',
    personId: '甲',
    on: DAY,
    arrivesOn: DAY,
    ...more,
  })
  const own = { unit_id: '党政办', number: '用编' }

  it('the one bound to the person goes before one bound to nobody; one bound to another is no use', () => {
    const found = (approvals: FactSpec['approvals']) => usableApproval(book(approvals), wish())
    expect(found([own, { ...own, person_id: '甲' }])).toMatchObject({ id: '核准1' })
    expect(found([own, { ...own, person_id: '乙' }])).toMatchObject({ id: '核准0' })
    expect(why(found([{ ...own, person_id: '乙' }]))).toBe('用编核准“用编”已核定给他人')
    expect(found([])).toEqual({ refusal: 'approval_not_found', details: { number: '用编' } })
    expect(why(found([{ ...own, unit_id: '经发办' }]))).toBe('用编核准“用编”核准的不是这个机构的这类编制')
    expect(why(found([{ ...own, category: 'worker' }]))).toBe('用编核准“用编”核准的不是这个机构的这类编制')
  })

  it('one whose seats are all taken is none', () => {
    const ledger = book([{ ...own, amount: 2 }], [{ name: '乙', holdings: [by('核准0')] }])
    expect(usableApproval(ledger, wish())).toMatchObject({ id: '核准0' })
    const full = book([own], [{ name: '乙', holdings: [by('核准0')] }])
    expect(usableApproval(full, wish())).toEqual({ refusal: 'approval_not_found', details: { number: '用编' } })
  })

  it('the arrival must fall on its last day at the latest', () => {
    const arriving = (arrivesOn: string | null, more: object) =>
      usableApproval(book([{ ...own, ...more }]), wish({ arrivesOn }))
    expect(arriving('2026-09-30', { expires_on: '2026-09-30' })).toMatchObject({ id: '核准0' })
    expect(why(arriving('2026-10-01', { expires_on: '2026-09-30' }))).toBe(
      '用编核准“用编”到 2026-09-30 为止，到位日 2026-10-01 已过期',
    )
    expect(arriving('2026-09-29', { valid_to: '2026-09-30' })).toMatchObject({ id: '核准0' })
    expect(why(arriving('2026-09-30', { valid_to: '2026-09-30' }))).toBe(
      '用编核准“用编”到 2026-09-30 为止，到位日 2026-09-30 已过期',
    )
    expect(arriving(null, { expires_on: '2026-09-30' })).toMatchObject({ id: '核准0' })
  })

  it('one carried over into another unit by a merger is asked for there', () => {
    const from = { ...own, valid_to: '2026-09-01' }
    const over = { ...own, unit_id: '经发办', valid_from: '2026-09-01' }
    const found = (next: object) => usableApproval(book([from, { ...over, ...next }]), wish())
    expect(why(found({}))).toBe('用编核准“用编”自 2026-09-01 起已随机构合并转到经发办，请登记在那里')
    for (const other of [
      { number: '别号' },
      { category: 'worker' },
      { valid_from: '2026-09-02' },
      { unit_id: '党政办' },
    ])
      expect(found(other)).toMatchObject({ id: '核准0' })
  })

  it('binding splits one seat off and changes nothing that is reserved', () => {
    const ledger = book([{ ...own, amount: 3 }, own, { ...own, person_id: '甲' }])
    const [three, one, bound] = ledger.facts.entry_approval
    if (three === undefined || one === undefined || bound === undefined) throw new Error('three approvals')
    const split = { ...three, id: '新', amount: 1, person_id: '甲', recorded_at: NOW }
    expect(bindApproval(three, '甲', tools)).toEqual({
      row: split,
      writes: [updateRow('entry_approval', three.id, { amount: 2 }), insertRow('entry_approval', split)],
    })
    expect(bindApproval(one, '甲', tools)).toEqual({
      row: { ...one, person_id: '甲' },
      writes: [updateRow('entry_approval', one.id, { person_id: '甲' })],
    })
    expect(bindApproval(bound, '甲', tools)).toEqual({ row: bound, writes: [] })
  })

  it('ends on the day its last seat is taken; not before, and not where it begins or has ended by then', () => {
    const closing = (approval: object, days: readonly string[], day: string) => {
      const ledger = book(
        [{ ...own, valid_from: '2026-01-01', ...approval }],
        days.map((from, place) => ({ name: `人${place}`, holdings: [by('核准0', { from })] })),
      )
      return closeUsedUp(ledger, ledger.facts.entry_approval[0]!, day)
    }
    const ended = (valid_to: string) => [updateRow('entry_approval', '核准0', { valid_to })]
    expect(closing({}, [], DAY)).toEqual(ended(DAY))
    expect(closing({ amount: 2 }, [], DAY)).toEqual([])
    expect(closing({ amount: 2 }, ['2026-03-01'], DAY)).toEqual(ended(DAY))
    expect(closing({ amount: 2 }, ['2026-08-01'], DAY)).toEqual(ended('2026-08-01'))
    expect(closing({}, [], '2026-01-01')).toEqual([])
    expect(closing({}, [], '2026-01-02')).toEqual(ended('2026-01-02'))
    expect(closing({ valid_to: DAY }, [], DAY)).toEqual([])
    expect(closing({ valid_to: '2026-06-02' }, [], DAY)).toEqual(ended(DAY))
  })

  it('open seats: the number less who has come by the day', () => {
    const ledger = book(
      [{ ...own, amount: 2 }],
      [
        { name: '甲', holdings: [by('核准0', { from: DAY }), by('核准0', { from: '2026-07-01' })] },
        { name: '乙', holdings: [by('核准0', { from: DAY, occupies_quota: 0 })] },
      ],
    )
    const open = (day: string, amount = 2) => openSeats(ledger, { id: '核准0', amount }, day)
    expect([open('2026-05-31'), open(DAY), open('2026-08-01'), open(DAY, 0)]).toEqual([2, 1, 1, 0])
  })
})

describe('离开座位', () => {
  const left = (spec: Partial<FactSpec>, change: (facts: FactRows) => FactRows = (facts) => facts) => {
    const ledger = ledgerBook(change(factBook({ units: UNITS, ...spec })))
    return { ledger, row: ledger.facts.holding[0]! }
  }
  const guest = held('党政办', { kind: 'secondedIn', occupies_quota: 0, from: '2020-01-01' })

  it('the row ends on the day, or is taken out where it begins then; the post of a counted person stays', () => {
    const { ledger, row } = left({ people: [{ name: '甲', holdings: [held('党政办', { from: '2020-01-01' })] }] })
    expect(leavePost(ledger, row, DAY, { exit_cause: '31' })).toEqual([
      updateRow('holding', '甲-任0', { valid_to: DAY, exit_cause: '31' }),
    ])
    expect(leavePost(ledger, row, '2020-01-01')).toEqual([removeRow('holding', '甲-任0')])
    expect(leavePost(ledger, row, '2020-01-02')).toEqual([updateRow('holding', '甲-任0', { valid_to: '2020-01-02' })])
  })

  it('a seat made for a guest goes with the guest; gone from the book where nobody ever sat in it', () => {
    const { ledger, row } = left({ people: [{ name: '甲', holdings: [guest] }] })
    expect(closeMadeSeat(ledger, row, DAY)).toEqual([updateRow('post_version', '甲-岗0-版', { valid_to: DAY })])
    const begun = left({ people: [{ name: '甲', holdings: [guest] }] }, (facts) => ({
      ...facts,
      post_version: facts.post_version.map((version) => ({ ...version, valid_from: DAY })),
    }))
    expect(closeMadeSeat(begun.ledger, begun.row, DAY)).toEqual([
      removeRow('post_version', '甲-岗0-版'),
      removeRow('post', '甲-岗0'),
    ])
  })

  it('the seat stays where a counted person ever held it, somebody follows, it was planned, or it is not there', () => {
    const shared = { ...guest, post: '共岗' }
    const seat = { post_id: '共岗', unit_id: '党政办' }
    const other = (more: Partial<FactHolding>) => ({
      name: '乙',
      holdings: [{ ...shared, from: '2010-01-01', ...more }],
    })
    const closed = (people: FactSpec['people'], posts: FactSpec['posts'] = [seat]) => {
      const { ledger, row } = left({ people: [{ name: '甲', holdings: [shared] }, ...(people ?? [])], posts })
      return closeMadeSeat(ledger, row, DAY).length
    }
    expect(closed([])).toBe(1)
    expect(closed([other({ to: '2012-01-01' })])).toBe(1)
    expect(closed([other({ to: DAY })])).toBe(1)
    expect(closed([other({ to: '2026-06-02' })])).toBe(0)
    expect(closed([other({ from: '2027-01-01' })])).toBe(0)
    expect(closed([other({ kind: 'substantive', to: '2012-01-01' })])).toBe(0)
    expect(closed([other({ kind: 'offQuota', to: '2012-01-01' })])).toBe(1)
    expect(closed([other({ kind: 'attached', to: '2012-01-01' })])).toBe(1)
    expect(closed([], [{ ...seat, state: 'planned' }])).toBe(0)
    expect(closed([], [{ ...seat, valid_to: DAY }])).toBe(0)
    // 待安排 is no post of the establishment, whoever waited there.
    expect(closed([other({ kind: 'substantive', to: '2012-01-01' })], [{ ...seat, title: '待安排' }])).toBe(1)
    // An earlier version that is over stays as it was.
    expect(
      closed(
        [],
        [
          { ...seat, valid_to: '2021-01-01' },
          { ...seat, valid_from: '2021-01-01' },
        ],
      ),
    ).toBe(1)
  })

  it('who goes on in the very seat keeps it open', () => {
    const { ledger, row } = left({ people: [{ name: '甲', holdings: [guest] }] })
    expect(leaveForSeat(ledger, row, DAY, '甲-岗0')).toEqual([updateRow('holding', '甲-任0', { valid_to: DAY })])
    expect(leaveForSeat(ledger, row, DAY, '别岗')).toHaveLength(2)
  })

  it('somebody who sits nowhere closes nothing; a choice of who stands over ends with its person alone', () => {
    const out = left({ people: [{ name: '甲', holdings: [{ unit: null, kind: 'secondedOut' }] }] })
    expect(closeMadeSeat(out.ledger, out.row, DAY)).toEqual([])
    const choice = (id: string, person_id: string, valid_to: string | null = null) => ({
      id,
      unit_id: '党政办',
      category: 'administrative' as const,
      person_id,
      reason: '会议研究',
      valid_from: '2020-01-01',
      valid_to,
      recorded_at: NOW,
    })
    const { ledger } = left({}, (facts) => ({
      ...facts,
      over_quota_choice: [choice('一', '甲'), choice('二', '乙'), choice('三', '甲', '2021-01-01')],
    }))
    expect(leaveLine(ledger, '甲', DAY)).toEqual([updateRow('over_quota_choice', '一', { valid_to: DAY })])
  })
})

describe('机构的起止', () => {
  const plain = factBook({
    units: [{ name: '山溪乡', kind: 'township' }, { name: '甲办' }, { name: '乙办' }, { name: '丙办' }],
  })
  const [root, first, second, third] = plain.unit_version
  if (root === undefined || first === undefined || second === undefined || third === undefined) throw new Error('units')
  const merged = {
    id: '并',
    type: 'unit.merge' as const,
    effective_on: '2022-01-01',
    person_id: null,
    unit_id: '甲办',
    other_unit_id: '乙办',
    category: null,
    cause: null,
    document_number: null,
    proofs: '[]',
    note: null,
    is_correction: 0 as const,
    recorded_at: NOW,
  }
  const facts: FactRows = {
    ...plain,
    unit_version: [
      root,
      { ...first, id: '后', name: '甲室', valid_from: '2015-01-01', valid_to: '2022-01-01', sort_order: 7 },
      { ...first, id: '先', valid_to: '2015-01-01' },
      second,
      { ...third, valid_to: '2024-01-01' },
    ],
    ledger_event: [
      { ...merged, id: '早', effective_on: '2021-01-01', other_unit_id: '丙办' },
      { ...merged, id: '别', unit_id: '丙办', other_unit_id: '丙办' },
      { ...merged, id: '撤', type: 'unit.abolish', other_unit_id: '丙办' },
      merged,
    ],
  }
  const ledger = ledgerBook(facts)

  it('a unit lives through all its versions; who took it over is the one of that very day', () => {
    expect(lifeEnd(ledger, '甲办', '2010-01-01')).toBe('2022-01-01')
    expect(lifeEnd(ledger, '甲办', '2016-01-01')).toBe('2022-01-01')
    expect(lifeEnd(ledger, '乙办', DAY)).toBeNull()
    expect(lifeEnd(ledger, '没有', DAY)).toBeNull()
    expect(mergedInto(ledger, '甲办', '2022-01-01')).toBe('乙办')
    expect(mergedInto(ledger, '甲办', '2022-01-02')).toBeNull()
    expect(mergedInto(ledger, '乙办', '2022-01-01')).toBeNull()
  })

  it('its name is that of the day, else the last before, else the first', () => {
    expect(unitTitle(ledger, '甲办', '2014-12-31')).toBe('甲办')
    expect(unitTitle(ledger, '甲办', '2015-01-01')).toBe('甲室')
    expect(unitTitle(ledger, '甲办', '2025-01-01')).toBe('甲室')
    expect(unitTitle(ledger, '甲办', '1990-01-01')).toBe('甲办')
    expect(unitTitle(ledger, '没有', DAY)).toBe('（已撤销机构）')
  })

  it('a name is taken while another unit bears it then or later', () => {
    const refused = { refusal: 'unit_name_taken', details: { name: '丙办' } }
    expect(nameTaken(ledger, '丙办', '2023-12-31', null)).toEqual(refused)
    expect(nameTaken(ledger, '丙办', '2024-01-01', null)).toBeNull()
    expect(nameTaken(ledger, '丙办', '2020-01-01', '丙办')).toBeNull()
    expect(nameTaken(ledger, '乙办', '2090-01-01', null)).toMatchObject({ refusal: 'unit_name_taken' })
    expect(nameTaken(ledger, '丁办', DAY, null)).toBeNull()
    expect(nextSortOrder(ledger)).toBe(8)
    expect(nextSortOrder(ledgerBook({ ...facts, unit_version: [] }))).toBe(0)
  })

  it('a range ends with the unit at the latest', () => {
    const range = (valid_from: string, valid_to: string | null) => withinLife(ledger, '甲办', { valid_from, valid_to })
    expect(range('2016-01-01', null).valid_to).toBe('2022-01-01')
    expect(range('2016-01-01', '2023-01-01').valid_to).toBe('2022-01-01')
    expect(range('2016-01-01', '2022-01-01').valid_to).toBe('2022-01-01')
    expect(range('2016-01-01', '2018-01-01').valid_to).toBe('2018-01-01')
    expect(withinLife(ledger, '乙办', { valid_from: DAY, valid_to: null }).valid_to).toBeNull()
  })

  it('a unit can end once it has begun, if it is no township and nothing of it is registered for later', () => {
    const ending = (unit: string, day: string) => endableUnit(ledger, unit, day, '撤销')
    expect(ending('乙办', DAY)).toBe(second)
    expect(ending('没有', DAY)).toEqual({ refusal: 'unit_not_found', details: {} })
    expect(why(ending('山溪乡', DAY))).toBe('乡镇本身不能撤销')
    expect(why(ending('甲办', '2010-01-01'))).toBe('甲办自 2015-01-01 起已登记有变动，请先撤销那一条')
    expect(why(ending('甲办', '2016-01-01'))).toBe('甲室自 2022-01-01 起已登记有变动，请先撤销那一条')
    expect(why(ending('乙办', '2000-01-01'))).toBe('乙办当日才设立，不能当日撤销')
    expect(ending('乙办', '2000-01-02')).toBe(second)
  })

  it('an approval ends with its unit; one that would outlive a merger belongs to the heir', () => {
    expect(approvalEnd(ledger, '乙办', DAY, null)).toEqual({ validTo: null })
    expect(approvalEnd(ledger, '丙办', '2020-01-01', null)).toEqual({ validTo: '2024-01-01' })
    expect(approvalEnd(ledger, '甲办', '2016-01-01', '2021-12-31')).toEqual({ validTo: '2022-01-01' })
    const told = '甲室自 2022-01-01 起并入乙办，用编核准请登记在乙办'
    expect(why(approvalEnd(ledger, '甲办', '2016-01-01', '2022-01-01'))).toBe(told)
    expect(why(approvalEnd(ledger, '甲办', '2016-01-01', null))).toBe(told)
  })

  it('a seat learnt late goes on in the unit that took over, and no further than a unit that was abolished', () => {
    expect(unitStretches(ledger, '甲办', '2016-01-01', null)).toEqual([
      { unitId: '甲办', from: '2016-01-01', to: '2022-01-01' },
      { unitId: '乙办', from: '2022-01-01', to: null },
    ])
    const own = [{ unitId: '丙办', from: '2020-01-01', to: '2024-01-01' }]
    expect(unitStretches(ledger, '丙办', '2020-01-01', '2024-01-01')).toEqual(own)
    expect(unitStretches(ledger, '丙办', '2020-01-01', '2021-01-01')).toEqual(own)
    const told = '丙办已定于 2024-01-01 撤销'
    expect(why(unitStretches(ledger, '丙办', '2020-01-01', '2024-01-02'))).toBe(told)
    expect(why(unitStretches(ledger, '丙办', '2020-01-01', null))).toBe(told)
    const lost = ledgerBook({ ...facts, unit_version: facts.unit_version.filter((row) => row.unit_id !== '乙办') })
    expect(why(unitStretches(lost, '甲办', '2016-01-01', null))).toBe('甲室已定于 2022-01-01 撤销')
  })

  it('posts and holdings of a unit from a day on, while the post is the unit’s', () => {
    const seat = (place: number, valid_from: string, valid_to: string | null) => ({
      post_id: `岗${place}`,
      unit_id: '党政办',
      valid_from,
      valid_to,
    })
    const sitting = (name: string, post: string, from: string, to: string | null = null) => ({
      name,
      holdings: [held('党政办', { post, from, to })],
    })
    const own = ledgerBook(
      factBook({
        units: UNITS,
        people: [
          sitting('走', '岗0', '2010-01-01', DAY),
          sitting('在', '岗0', '2010-01-01', '2026-06-02'),
          sitting('来', '岗1', '2027-01-01'),
          sitting('迟', '岗1', '2028-01-01'),
          sitting('早', '岗1', '2010-01-01', '2026-09-01'),
          sitting('旧', '岗2', '2010-01-01'),
        ],
        posts: [
          seat(0, '2000-01-01', null),
          seat(1, '2026-09-01', '2028-01-01'),
          seat(2, '2000-01-01', DAY),
          { ...seat(3, '2000-01-01', null), unit_id: '经发办' },
        ],
      }),
    )
    expect(postsFrom(own, '党政办', DAY).map(({ post_id }) => post_id)).toEqual(['岗0', '岗1'])
    expect(holdingsFrom(own, '党政办', DAY).map(({ person_id }) => person_id)).toEqual(['在', '来'])
  })
})
