import { describe, expect, it } from 'vitest'
import {
  planRetirementArrange,
  type RetirementArrange,
} from '../../../../electron/domain/ledger/events/retirement-arrange.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import type { PersonTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { inventedId } from '../../../kit/people.ts'
import { after, planned, refusal, registered, town } from './town.ts'

/* Born 1965-03, 高级农艺师 of an institution: statutory 2025-04, may agree on up to 2028-04. */
const known = (more: Partial<PersonTable> = {}, title = '高级农艺师'): FactRows => {
  const facts = town({ name: '老', unit: '农业中心', category: 'institution', title, from: '1990-07-01' })
  return {
    ...facts,
    person: facts.person.map((row) => ({ ...row, birth: '1965-03-10', sex: '男' as const, ...more })),
  }
}
const arrange = (more: Partial<RetirementArrange> = {}): RetirementArrange => ({
  type: 'retirement.arrange',
  on: '2025-03-05',
  document: { number: '试人社延〔2025〕1号' },
  person: '老',
  kind: 'lateFlexible',
  month: '2028-04',
  ...more,
})
const rows = (facts: FactRows) =>
  facts.retirement_arrangement.map((row) => [row.kind, row.month, row.valid_from, row.valid_to, row.document_number])

describe('退休安排', () => {
  it('holds from its day, by its paper, and is told in the ledger', () => {
    const facts = after(known(), planRetirementArrange, arrange({ note: '本人申请' }))
    expect(rows(facts)).toEqual([['lateFlexible', '2028-04', '2025-03-05', null, '试人社延〔2025〕1号']])
    expect(registered(facts, 'retirement.arrange')).toMatchObject([
      {
        person_id: '老',
        unit_id: '农业中心',
        category: 'institution',
        note: '弹性延迟退休，退休时间 2028-04；本人申请',
        document_number: '试人社延〔2025〕1号',
      },
    ])
    expect(planned(known(), planRetirementArrange, arrange())).toMatchObject({
      summary: '{person:老}弹性延迟退休，退休时间 2028-04',
      touches: [],
    })
    expect(facts.basis_document.map((row) => row.number)).toContain('试人社延〔2025〕1号')
  })

  it('a later one takes its place from its day; one learnt late holds until the next', () => {
    const first = after(known(), planRetirementArrange, arrange())
    const second = arrange({ on: '2026-06-01', month: '2026-12', document: { number: '试人社延〔2026〕4号' } })
    const both = after(first, planRetirementArrange, second)
    expect(rows(both).map((row) => row.slice(1, 4))).toEqual([
      ['2028-04', '2025-03-05', '2026-06-01'],
      ['2026-12', '2026-06-01', null],
    ])
    expect(planned(first, planRetirementArrange, second).summary).toBe(
      '{person:老}弹性延迟退休，退休时间 2026-12，原安排的 2028-04 到此为止',
    )
    const late = after(both, planRetirementArrange, arrange({ on: '2025-06-01', month: '2027-01' }))
    expect(
      rows(late)
        .map((row) => row.slice(1, 4))
        .toSorted((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1)),
    ).toEqual([
      ['2026-12', '2026-06-01', null],
      ['2027-01', '2025-06-01', '2026-06-01'],
      ['2028-04', '2025-03-05', '2025-06-01'],
    ])
  })

  it('does not outlast the person’s time here', () => {
    const leaving = known()
    const facts = { ...leaving, holding: leaving.holding.map((row) => ({ ...row, valid_to: '2026-01-01' })) }
    expect(rows(after(facts, planRetirementArrange, arrange())).map((row) => row[3])).toEqual(['2026-01-01'])
  })
})

describe('is refused', () => {
  const why = (facts: FactRows, event: RetirementArrange) => refusal(facts, planRetirementArrange, event).details['why']

  it('to somebody who is not in post', () => {
    expect(refusal(known(), planRetirementArrange, arrange({ on: '1990-01-01' })).refusal).not.toBe('')
    expect(() => planned(known(), planRetirementArrange, arrange({ on: '1990-01-01' }))).toThrow()
  })

  it('where birth or sex is not known: then no statutory month can be told', () => {
    expect(why(known({ birth: null }), arrange())).toBe('老没有登记出生年月，算不出法定退休时间，请先补登')
    expect(why(known({ sex: null }), arrange())).toBe('老没有登记性别，算不出法定退休时间，请先补登')
    // The ID number says both.
    const numbered = known({ birth: null, sex: null, id_number: inventedId('1965-03-10', '男') })
    expect(rows(after(numbered, planRetirementArrange, arrange()))).toHaveLength(1)
  })

  it('outside the law, with the clause and the name of the arrangement', () => {
    expect(why(known(), arrange({ month: '2028-05' }))).toMatch(
      /^老的弹性延迟退休不能登记：2028-05 晚于.+最长不超过3年/u,
    )
  })

  it('to a 管理岗, who leaves when the age is reached; the post says which it is', () => {
    expect(why(known({}, '管理岗九级'), arrange())).toContain('管理人员')
    expect(why(known({}, '会计'), arrange())).toContain('看不出是管理岗还是专业技术、工勤岗')
    expect(rows(after(known({}, '会计'), planRetirementArrange, arrange({ note: '专业技术岗' })))).toHaveLength(1)
  })

  it('to a woman whose original age nothing tells, until it is on record', () => {
    const her = (more: Partial<PersonTable>): FactRows => {
      const facts = known({ sex: '女', birth: '1975-03-10', ...more }, '会计')
      return { ...facts, holding: facts.holding.map((row) => ({ ...row, category: 'other' as const })) }
    }
    const wish = arrange({ kind: 'earlyFlexible', month: '2030-04', note: '专业技术岗' })
    expect(why(her({}), wish)).toBe('老的原法定退休年龄待核，请由组织（人社）部门核定后先登记到人')
    expect(rows(after(her({ retirement_category: 'female55' }), planRetirementArrange, wish))).toHaveLength(1)
  })
})
