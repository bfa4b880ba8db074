import { describe, expect, it } from 'vitest'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventTools, PlanResult } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { badTerm, cannotBeSeated, isRefusal } from '../../../../electron/domain/ledger/planning/people-in-events.ts'
import { planComingIn, planGoingOut } from '../../../../electron/domain/ledger/planning/seconding.ts'
import type { HoldingTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { factBook, held, type FactHolding, type FactPerson } from '../../../kit/fact-book.ts'

/* Who can be lent, borrowed or seated on a day, and until when. */

const ON = '2026-06-01'
const tools: EventTools = { newId: () => '新', recordedAt: '2026-11-22T03:00:00.000Z', today: '2026-11-22' }
const UNITS = [{ name: '甲办' }, { name: '乙办' }]
const book = (...people: readonly FactPerson[]) => ledgerBook(factBook({ units: UNITS, people }))
const of = (name: string, ...holdings: readonly FactHolding[]): FactPerson => ({ name, holdings })

function begun(result: PlanResult): HoldingTable {
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  for (const write of result.writes) if (write.op === 'insert' && write.table === 'holding') return write.row
  throw new Error('no holding')
}
const why = (result: PlanResult | null) => (result !== null && 'refusal' in result ? result.details['why'] : result)

describe('借入 and 挂职 here', () => {
  const coming = (holdings: readonly FactHolding[], more: object = {}) =>
    planComingIn(
      { type: 'secondment.in', on: ON, person: '甲', unit: '甲办', from: '县林业局', ...more },
      'secondedIn',
      book(of('甲', ...holdings)),
      tools,
    )

  it('lasts until the next thing the person is registered to be here; a 兼任 is none', () => {
    const later = (kind: HoldingTable['kind']) => begun(coming([held('乙办', { kind, from: '2027-01-01' })])).valid_to
    for (const kind of ['substantive', 'attached', 'secondedIn', 'offQuota'] as const)
      expect(later(kind)).toBe('2027-01-01')
    expect(later('concurrent')).toBeNull()
    expect(begun(coming([])).valid_to).toBeNull()
  })

  it('is for nobody who is here; who only has a 兼任 is not', () => {
    const here = '甲 2026-06-01 这天已在本乡镇任职，不能再借入'
    expect(why(coming([held('乙办')]))).toBe(here)
    expect(why(coming([held('乙办', { kind: 'offQuota', occupies_quota: 0 })]))).toBe(here)
    expect(begun(coming([held('乙办', { kind: 'concurrent', occupies_quota: 0 })])).kind).toBe('secondedIn')
    expect(begun(coming([held('乙办', { to: ON })]))).toMatchObject({ counterpart: '县林业局', due_on: null })
    expect(begun(coming([], { until: '2027-06-01' })).due_on).toBe('2027-06-01')
  })

  it('needs its unit, an end after its beginning, and a seat', () => {
    expect(why(coming([], { unit: '丙办' }))).toBe('该机构在 2026-06-01 还没有设立，或已经撤销')
    expect(why(coming([], { until: ON }))).toBe('期满日 2026-06-01 不晚于生效日 2026-06-01')
    const frozen = ledgerBook(
      factBook({ units: UNITS, posts: [{ post_id: '岗', unit_id: '甲办', title: '干事', state: 'frozen' }] }),
    )
    expect(
      why(
        planComingIn(
          { type: 'attachment.in', on: ON, person: { name: '新人' }, unit: '甲办', post: '干事', from: '县' },
          'attached',
          frozen,
          tools,
        ),
      ),
    ).toBe('甲办的“干事”已冻结，不能安排人员')
  })
})

describe('借出 and 挂职 outside', () => {
  const going = (word: '借出' | '挂职', ...more: readonly FactHolding[]) =>
    planGoingOut(
      { type: 'secondment.out', on: ON, person: '甲', to: '县水利局' },
      word,
      book(of('甲', held('甲办'), ...more)),
      tools,
    )

  it('挂职 is kept as a 借出 whose remark says so; one at a time', () => {
    expect(begun(going('借出'))).toMatchObject({ remark: null, due_on: null, valid_to: null, post_id: null })
    expect(begun(going('挂职')).remark).toBe('挂职')
    const out = (more: object): FactHolding => ({ unit: null, kind: 'secondedOut', from: '2020-01-01', ...more })
    expect(why(going('借出', out({ counterpart: '县林业局' })))).toBe(
      '甲从 2020-01-01 起已在县林业局借用或挂职，请先登记返回',
    )
    expect(why(going('借出', out({})))).toBe('甲从 2020-01-01 起已在外单位借用或挂职，请先登记返回')
    expect(begun(going('借出', out({ to: ON }))).valid_to).toBeNull()
    expect(begun(going('借出', out({ from: '2027-01-01' }))).valid_to).toBe('2027-01-01')
  })

  it('an end must come after the beginning', () => {
    expect([badTerm(ON, undefined), badTerm(ON, '2026-06-02')]).toEqual([null, null])
    expect(why(badTerm(ON, ON))).toBe('期满日 2026-06-01 不晚于生效日 2026-06-01')
  })
})

describe('一人一编', () => {
  const seated = (...people: readonly FactPerson[]) => cannotBeSeated(book(...people), '甲', ON)
  const number = '99010119850602994X'

  it('who has a quota on the day, or will, has one; who gave it up by then has none', () => {
    const inPost = { refusal: 'already_in_post', details: { name: '甲', unit: '乙办' } }
    expect(seated(of('甲', held('乙办')))).toEqual(inPost)
    expect(seated(of('甲', held('乙办', { from: ON })))).toEqual(inPost)
    expect(seated(of('甲', held('乙办', { to: '2026-06-02' })))).toEqual(inPost)
    expect(seated(of('甲', held('乙办', { to: ON })))).toBeNull()
    expect(why(seated(of('甲', held('乙办', { from: '2026-06-02' }))))).toBe(
      '甲从 2026-06-02 起已登记在乙办占用编制，一人不能占两个编制',
    )
  })

  it('a number is one person, in dispute or not', () => {
    const other = (more: object): FactPerson => ({ name: '乙', holdings: [held('乙办')], ...more })
    const self = (more: object): FactPerson => ({ name: '甲', holdings: [], ...more })
    const taken = { refusal: 'already_in_post', details: { name: '甲', unit: '乙办' } }
    expect(seated(self({ id_number: number }), other({ id_number: number }))).toEqual(taken)
    expect(seated(self({ id_number: number }), other({ disputed_id_number: number }))).toEqual(taken)
    expect(seated(self({ disputed_id_number: number }), other({ id_number: number }))).toEqual(taken)
    expect(seated(self({ id_number: number }), other({ id_number: '990101198506029958' }))).toBeNull()
    expect(seated(self({}), other({}))).toBeNull()
    expect(cannotBeSeated(book(), '没有', ON)).toBeNull()
  })

  it('what somebody is to be here later without 编制 stands against it', () => {
    const later = (from: string) => seated(of('甲', held('乙办', { kind: 'secondedIn', occupies_quota: 0, from })))
    expect(later(ON)).toBeNull()
    expect(why(later('2026-06-02'))).toBe('甲从 2026-06-02 起已登记借入，请先撤销它')
  })

  it('a refusal is told from anything else', () => {
    expect([{ refusal: 'x', details: {} }, {}, null, undefined, 'refusal', 7].map(isRefusal)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})
