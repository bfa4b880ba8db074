import { describe, expect, it } from 'vitest'
import { ledgerBook, type LedgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventTools } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { insertRow, updateRow } from '../../../../electron/domain/ledger/planning/pieces.ts'
import { takeSeat, type Seat, type SeatWish } from '../../../../electron/domain/ledger/planning/seat-person.ts'
import { titlesShared } from '../../../../electron/domain/ledger/planning/title-holders.ts'
import { SINGLE_TITLES } from '../../../../electron/domain/roster/single-titles.ts'
import { factBook, held, type FactHolding, type FactSpec } from '../../../kit/fact-book.ts'

/* Which seat somebody gets: the vacant one of that title, one beside its holder, or one that is made. */

const NOW = '2026-11-22T03:00:00.000Z'
const DAY = '2026-06-01'
const SEAT = { post_id: '岗', unit_id: '党政办', title: '文书' }

function desk(): EventTools {
  let made = 0
  return { newId: () => `新${(made += 1)}`, recordedAt: NOW, today: '2026-11-22' }
}
const book = (spec: Partial<FactSpec> = {}) =>
  ledgerBook(factBook({ units: [{ name: '党政办' }, { name: '经发办' }], posts: [SEAT], ...spec }))
const wish = (more: Partial<SeatWish> = {}): SeatWish => ({
  unitId: '党政办',
  post: '文书',
  from: DAY,
  to: null,
  personId: '新人',
  kind: 'substantive',
  ...more,
})
function seated(ledger: LedgerBook, more: Partial<SeatWish> = {}): Seat {
  const result = takeSeat(ledger, wish(more), desk())
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  return result
}
function refused(ledger: LedgerBook, more: Partial<SeatWish> = {}): unknown {
  const result = takeSeat(ledger, wish(more), desk())
  return 'refusal' in result ? result.details['why'] : result
}
/** Somebody in the seat, from and to. */
const sitting = (from: string, to: string | null = null, more: Partial<FactHolding> = {}) => ({
  people: [{ name: '甲', holdings: [held('党政办', { post: '岗', from, to, ...more })] }],
})

describe('空着的座位', () => {
  it('is taken as it is; a planned one is in use from the day', () => {
    expect(seated(book())).toEqual({
      postId: '岗',
      title: '文书',
      occupiesLeadership: 0,
      overlapAllowed: 0,
      writes: [],
    })
    expect(seated(book({ posts: [{ ...SEAT, state: 'planned' }] })).writes).toEqual([
      updateRow('post_version', '岗版0', { valid_to: DAY }),
      expect.objectContaining({ op: 'insert', row: expect.objectContaining({ state: 'inUse', valid_from: DAY }) }),
    ])
  })

  it('is free once its holder has left, and until the next one comes', () => {
    expect(seated(book(sitting('2010-01-01', DAY))).postId).toBe('岗')
    expect(seated(book(sitting('2010-01-01', '2026-06-02'))).postId).not.toBe('岗')
    expect(seated(book(sitting('2027-01-01'))).postId).not.toBe('岗')
    expect(seated(book(sitting('2027-01-01')), { to: '2027-01-01' }).postId).toBe('岗')
    expect(seated(book(sitting('2027-01-01')), { to: '2027-01-02' }).postId).not.toBe('岗')
    // Their own seat is free to them.
    expect(seated(book(sitting('2010-01-01')), { personId: '甲' }).postId).toBe('岗')
  })

  it('named by its id, the refusal says why it cannot be', () => {
    const named = { post: '岗' }
    expect(refused(book(sitting('2010-01-01')), named)).toBe('岗位“文书”2026-06-01 这天还有人')
    expect(refused(book(sitting('2027-01-01')), named)).toBe('岗位“文书”从 2027-01-01 起已安排他人')
    expect(refused(book({ posts: [{ ...SEAT, state: 'frozen' }] }), named)).toBe('岗位“文书”已冻结，不能安排人员')
    expect(refused(book({ posts: [{ ...SEAT, valid_to: '2027-01-01' }] }), named)).toBe('岗位“文书”之后要冻结或撤销')
    expect(refused(book({ posts: [{ ...SEAT, unit_id: '经发办' }] }), named)).toBe('所选岗位 2026-06-01 不在党政办')
    expect(seated(book({ posts: [{ ...SEAT, valid_to: '2027-01-01' }] }), { ...named, to: '2027-01-01' }).postId).toBe(
      '岗',
    )
  })

  it('one that is closed and empty is not made anew beside it; one that is closed and held is', () => {
    const frozen = { posts: [{ ...SEAT, state: 'frozen' as const }] }
    expect(refused(book(frozen))).toBe('党政办的“文书”已冻结，不能安排人员')
    expect(refused(book({ posts: [{ ...SEAT, state: 'abolished' }] }))).toBe('党政办的“文书”已撤销，不能安排人员')
    expect(seated(book({ ...frozen, ...sitting('2010-01-01') })).postId).toBe('新1')
  })

  it('stays open through later versions while they take people, in a unit that lives', () => {
    const later = (state: 'inUse' | 'frozen', more: object = {}) => ({
      posts: [
        { ...SEAT, valid_to: '2027-01-01' },
        { ...SEAT, valid_from: '2027-01-01', state, ...more },
      ],
    })
    expect(seated(book(later('inUse'))).postId).toBe('岗')
    expect(refused(book(later('frozen')), { post: '岗' })).toBe('岗位“文书”之后要冻结或撤销')
    expect(seated(book(later('frozen')), { post: '岗', to: '2027-01-01' }).postId).toBe('岗')
    expect(refused(book(later('frozen')), { post: '岗', to: '2027-01-02' })).toBe('岗位“文书”之后要冻结或撤销')
    expect(refused(book(later('inUse', { valid_from: '2027-01-02' })), { post: '岗' })).toBe(
      '岗位“文书”之后要冻结或撤销',
    )
    const facts = book().facts
    const ending = (valid_to: string) =>
      ledgerBook({ ...facts, unit_version: facts.unit_version.map((row) => ({ ...row, valid_to })) })
    expect(refused(ending('2027-01-01'), { post: '岗' })).toBe('岗位“文书”之后要冻结或撤销')
    expect(seated(ending('2027-01-01'), { post: '岗', to: '2027-01-01' }).postId).toBe('岗')
    expect(refused(ending('2027-01-01'), { post: '岗', to: '2027-01-02' })).toBe('岗位“文书”之后要冻结或撤销')
  })

  it('nobody is put into a unit that is not there', () => {
    expect(refused(book(), { from: '1999-12-31' })).toBe('党政办在 1999-12-31 还没有设立，或已经撤销')
  })
})

describe('领导职位', () => {
  const both = {
    posts: [SEAT, { ...SEAT, post_id: '领岗', leadership: 'deputy' as const }],
  }

  it('the seat whose leadership is meant goes first; a guest takes none unless it is named', () => {
    expect(seated(book(both))).toMatchObject({ postId: '岗', occupiesLeadership: 0 })
    expect(seated(book(both), { leadership: 'deputy' })).toMatchObject({
      postId: '领岗',
      occupiesLeadership: 1,
      writes: [],
    })
    const only = { posts: [{ ...SEAT, leadership: 'chief' as const }] }
    expect(seated(book(only))).toMatchObject({ postId: '岗', occupiesLeadership: 1 })
    expect(seated(book(only), { leadership: null })).toMatchObject({ postId: '岗', occupiesLeadership: 0, writes: [] })
    expect(seated(book(only), { kind: 'concurrent' })).toMatchObject({ postId: '岗', occupiesLeadership: 0 })
    for (const kind of ['attached', 'secondedIn', 'offQuota'] as const) {
      expect(seated(book(only), { kind })).toMatchObject({ postId: '新1', occupiesLeadership: 0 })
      expect(seated(book(only), { kind, post: '岗' })).toMatchObject({ postId: '岗', occupiesLeadership: 0 })
    }
  })

  it('a seat made a leadership post is one from the day, in use, later versions with it', () => {
    const planned = {
      posts: [
        { ...SEAT, state: 'planned' as const, valid_to: '2027-01-01' },
        { ...SEAT, state: 'planned' as const, valid_from: '2027-01-01' },
      ],
    }
    expect(seated(book(planned), { leadership: 'chief' })).toMatchObject({
      occupiesLeadership: 1,
      writes: [
        updateRow('post_version', '岗版0', { valid_to: DAY }),
        { op: 'insert', row: { leadership: 'chief', state: 'inUse', valid_from: DAY, recorded_at: NOW, id: '新1' } },
        updateRow('post_version', '岗版1', { leadership: 'chief', state: 'planned' }),
      ],
    })
  })

  it('a new seat leads where its title says so in a leading unit, for who brings 编制 along', () => {
    const leading = ledgerBook(factBook({ units: [{ name: '党政办', kind: 'leadership' }] }))
    const made = (kind: SeatWish['kind'], leadership?: SeatWish['leadership']) =>
      seated(leading, { post: '副乡长', kind, leadership })
    expect(made('substantive').occupiesLeadership).toBe(1)
    expect(made('concurrent').occupiesLeadership).toBe(0)
    expect(made('attached').occupiesLeadership).toBe(0)
    expect(made('substantive', null).occupiesLeadership).toBe(0)
    expect(made('attached', 'deputy').occupiesLeadership).toBe(1)
    expect(seated(book({ posts: [] }))).toEqual({
      postId: '新1',
      title: '文书',
      occupiesLeadership: 0,
      overlapAllowed: 0,
      writes: [
        insertRow('post', { id: '新1', recorded_at: NOW }),
        insertRow('post_version', {
          id: '新2',
          post_id: '新1',
          unit_id: '党政办',
          title: '文书',
          leadership: null,
          state: 'inUse',
          valid_from: DAY,
          valid_to: null,
          recorded_at: NOW,
        }),
      ],
    })
  })
})

describe('交接', () => {
  const overlap = { handover: 'overlap' as const }

  it('is beside a counted holder; of a title held elsewhere it is in a seat of one’s own', () => {
    expect(seated(book(sitting('2010-01-01')), overlap)).toMatchObject({ postId: '岗', overlapAllowed: 1 })
    expect(seated(book(sitting('2010-01-01', null, { occupies_quota: 0 })), overlap)).toMatchObject({
      postId: '新1',
      overlapAllowed: 1,
    })
    expect(seated(book(sitting('2010-01-01', DAY)), overlap)).toMatchObject({ postId: '岗', overlapAllowed: 1 })
    expect(seated(book(sitting('2010-01-01')), { ...overlap, personId: '甲' })).toMatchObject({ postId: '岗' })
    const two = {
      posts: [SEAT, { ...SEAT, post_id: '二岗' }],
      people: [
        { name: '甲', holdings: [held('党政办', { post: '岗' })] },
        { name: '乙', holdings: [held('党政办', { post: '二岗' })] },
      ],
    }
    expect(seated(book(two), { ...overlap, post: '二岗' })).toMatchObject({ postId: '二岗', overlapAllowed: 1 })
    const closing = { ...sitting('2010-01-01'), posts: [{ ...SEAT, valid_to: '2027-01-01' }] }
    expect(seated(book(closing), overlap)).toMatchObject({ postId: '新1', overlapAllowed: 1 })
    expect(refused(book(closing), { ...overlap, post: '岗' })).toBe('岗位“文书”2026-06-01 这天还有人')
    expect(seated(book(sitting('2010-01-01')), { handover: 'succeed' }).postId).toBe('新1')
  })
})

describe('一个职务一个人', () => {
  const clerk = (name: string, more: Partial<FactHolding> = {}) => ({
    name,
    holdings: [held('党政办', { title: '武装部长', ...more })],
  })
  const shared = (mine: Partial<FactHolding>, other: Partial<FactHolding>, day = DAY) => {
    const ledger = ledgerBook(
      factBook({ units: [{ name: '党政办' }], people: [clerk('甲', mine), clerk('乙', other)] }),
    )
    return titlesShared(ledger, '甲', day, SINGLE_TITLES).map(({ other: found, from }) => [found.holding.id, from])
  }

  it('two who hold it over the same days share it from the later begin, and not before the day asked', () => {
    expect(shared({}, {})).toEqual([['乙-任0', DAY]])
    expect(shared({ from: '2027-01-01' }, {})).toEqual([['乙-任0', '2027-01-01']])
    expect(shared({}, { from: '2027-01-01' })).toEqual([['乙-任0', '2027-01-01']])
    expect(shared({ to: '2027-01-01' }, { from: '2027-01-01' })).toEqual([])
    expect(shared({ to: '2027-01-02' }, { from: '2027-01-01' })).toEqual([['乙-任0', '2027-01-01']])
    expect(shared({ from: '2027-01-01' }, { to: '2027-01-01' })).toEqual([])
    expect(shared({}, { to: DAY })).toEqual([])
    expect(shared({}, { to: '2026-06-02' })).toEqual([['乙-任0', DAY]])
    expect(shared({ to: DAY }, {})).toEqual([])
  })

  it('兼任 holds a title; a guest, somebody 编外 and one who is away hold none', () => {
    expect(shared({}, { kind: 'concurrent' })).toHaveLength(1)
    for (const kind of ['attached', 'secondedIn', 'offQuota'] as const) {
      expect(shared({}, { kind })).toEqual([])
      expect(shared({ kind }, {})).toEqual([])
    }
    expect(shared({}, { unit: null })).toEqual([])
    expect(shared({ title: '文书' }, { title: '文书' })).toEqual([])
    expect(shared({ title: '纪委书记' }, {})).toEqual([])
  })
})
