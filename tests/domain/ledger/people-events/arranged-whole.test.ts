import { describe, expect, it, test } from 'vitest'
import {
  planRetirementArrange,
  type RetirementArrange,
} from '../../../../electron/domain/ledger/events/retirement-arrange.ts'
import type { FactRows, PersonVersionTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { town, type Resident } from './town.ts'
import { answer, why, writesTo } from './writes-told.ts'

/* 退休安排 to the last column: whose arrangements it meets, and whose title, rank and post the law is asked with. */

const AT = { recorded_at: '2020-01-01T00:00:00.000Z' }
const OLD: Resident = { name: '老', unit: '农业中心', category: 'institution', title: '高级农艺师', from: '1990-07-01' }
const OTHER: Resident = { name: '旁', unit: '农业中心', category: 'institution', title: '会计', from: '1990-07-01' }

/** 旁 stands before 老 in every list; both born 1965-03: statutory 2025-04. */
function folk(old: Partial<Resident> = {}, more: Partial<FactRows['person'][number]> = {}): FactRows {
  const facts = town(OTHER, { ...OLD, ...old })
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
const arrangement = (id: string, person_id: string, valid_from: string, valid_to: string | null = null) => ({
  id,
  person_id,
  kind: 'lateFlexible' as const,
  month: '2027-01',
  document_number: '前文',
  valid_from,
  valid_to,
  ...AT,
})
const arranged = (facts: FactRows, event = arrange()) =>
  writesTo(['retirement_arrangement'], facts, planRetirementArrange, event)
const row = { person_id: '老', kind: 'lateFlexible', month: '2028-04', document_number: '试人社延〔2025〕1号' }

describe('the rows', () => {
  it('the whole plan without a note: the paper, the arrangement, the entry of the ledger', () => {
    expect(answer(folk(), planRetirementArrange, arrange())).toEqual({
      writes: [
        ['+', 'basis_document', { number: '试人社延〔2025〕1号' }],
        ['+', 'retirement_arrangement', { ...row, valid_from: '2025-03-05' }],
        [
          '+',
          'ledger_event',
          {
            type: 'retirement.arrange',
            effective_on: '2025-03-05',
            person_id: '老',
            unit_id: '农业中心',
            category: 'institution',
            document_number: '试人社延〔2025〕1号',
            note: '弹性延迟退休，退休时间 2028-04',
          },
        ],
      ],
      summary: '{person:老}弹性延迟退休，退休时间 2028-04',
      touches: [],
    })
  })

  it('leaves the arrangements of others alone, running or of later days', () => {
    const facts = {
      ...folk(),
      retirement_arrangement: [
        arrangement('旁一', '旁', '2025-01-01', '2026-01-01'),
        arrangement('旁二', '旁', '2026-01-01'),
      ],
    }
    expect(arranged(facts)).toEqual([['+', 'retirement_arrangement', { ...row, valid_from: '2025-03-05' }]])
  })

  it('takes the place of one of the very day, and of one that runs; one that is over or comes later stays', () => {
    const sameDay = { ...folk(), retirement_arrangement: [arrangement('同日', '老', '2025-03-05')] }
    expect(arranged(sameDay)).toEqual([
      ['同日', 'retirement_arrangement', { removed: true }],
      ['+', 'retirement_arrangement', { ...row, valid_from: '2025-03-05' }],
    ])
    const many = {
      ...folk(),
      retirement_arrangement: [
        arrangement('再后', '老', '2027-01-01'),
        arrangement('以后', '老', '2026-01-01', '2027-01-01'),
        arrangement('从前', '老', '2020-01-01', '2021-01-01'),
        arrangement('现在', '老', '2021-01-01', '2026-01-01'),
      ],
    }
    expect(arranged(many)).toEqual([
      ['现在', 'retirement_arrangement', { valid_to: '2025-03-05' }],
      ['+', 'retirement_arrangement', { ...row, valid_from: '2025-03-05', valid_to: '2026-01-01' }],
    ])
  })
})

describe('what the law is asked with', () => {
  const version = (id: string, person_id: string, more: Partial<PersonVersionTable>): PersonVersionTable => {
    const known = town(OLD).person_version[0]
    if (known === undefined) throw new Error('no version')
    return { ...known, id, person_id, valid_from: '1990-07-01', valid_to: null, ...more }
  }
  const extension = arrange({ kind: 'expertExtension', month: '2030-03' })

  it('the 职称 of the person on the day: not of another, not of before or after', () => {
    const facts = {
      ...folk({ title: '会计' }),
      person_version: [
        version('旁今', '旁', { professional_title: null }),
        version('老前', '老', { professional_title: null, valid_to: '2015-01-01' }),
        version('老今', '老', { professional_title: '高级农艺师', valid_from: '2015-01-01', valid_to: '2026-01-01' }),
        version('老后', '老', { professional_title: null, valid_from: '2026-01-01' }),
      ],
    }
    expect(arranged(facts, extension)).toHaveLength(1)
    expect(answer(facts, planRetirementArrange, { ...extension, month: '2030-04' })).toMatchObject(
      why(expect.stringMatching(/^老的高级专家延长退休不能登记：2030-04 超过 六十五周岁（2030-03 满）/u) as string),
    )
    const his = {
      ...facts,
      person_version: [
        version('旁今', '旁', { professional_title: '高级农艺师' }),
        version('老今', '老', { professional_title: null }),
      ],
    }
    expect(answer(his, planRetirementArrange, extension)).toMatchObject(
      why(expect.stringContaining('没有登记高级职称，不是高级专家') as string),
    )
  })

  it('nobody’s words where nothing is kept of the person but birth and sex', () => {
    const bare = { ...folk({ title: '会计' }), person_version: [] }
    expect(answer(bare, planRetirementArrange, extension)).toMatchObject(
      why(expect.stringContaining('没有登记高级职称') as string),
    )
    expect(arranged(bare, arrange({ note: '专业技术岗' }))).toHaveLength(1)
  })

  it('a 主职 without a post names no post', () => {
    const facts = folk({ holding: { post_id: null, occupies_quota: 0 } })
    expect(answer(facts, planRetirementArrange, arrange())).toMatchObject(
      why(expect.stringContaining('看不出是管理岗还是专业技术、工勤岗') as string),
    )
    expect(answer(facts, planRetirementArrange, arrange({ note: '工勤岗' }))).toMatchObject({
      summary: '{person:老}弹性延迟退休，退休时间 2028-04',
    })
  })

  test.each([
    ['副调研员', '老的原法定退休年龄待核，请由组织（人社）部门核定后先登记到人'],
    ['县处级副职', '老的弹性提前退休不能登记：2026-01 早于可以选择的最早月份'],
    ['一级科员', '老的弹性提前退休不能登记：2026-01 不早于法定退休时间 2020-03，不是弹性提前退休'],
  ])('her 职级 %s settles the original age', (rank, said) => {
    const facts = { ...folk({ title: '会计' }, { sex: '女' }), person_version: [version('老今', '老', { rank })] }
    expect(
      answer(
        {
          ...facts,
          person: facts.person.map((each) => ({ ...each, birth: rank === '县处级副职' ? '1970-03-10' : '1965-03-10' })),
        },
        planRetirementArrange,
        arrange({ kind: 'earlyFlexible', month: '2026-01', note: '专业技术岗' }),
      ),
    ).toMatchObject(why(expect.stringContaining(said) as string))
  })

  it('who leads the institution is 管理人员, whatever the note says', () => {
    const note = '专业技术岗'
    expect(
      answer(folk({ title: '会计', leadership: 'deputy' }), planRetirementArrange, arrange({ note })),
    ).toMatchObject(why(expect.stringContaining('事业单位领导人员、管理人员不能弹性延迟') as string))
    expect(arranged(folk({ title: '会计' }), arrange({ note }))).toHaveLength(1)
  })

  it('因公致残 in the note asks for no age', () => {
    const young = folk({}, { birth: '1985-03-10' })
    const ill = arrange({ kind: 'illness', month: '2030-01' })
    expect(answer(young, planRetirementArrange, ill)).toMatchObject(
      why(expect.stringContaining('2030-01 未满 50 周岁（2035-03 才满）') as string),
    )
    expect(arranged(young, { ...ill, note: '因公致残' })).toHaveLength(1)
  })

  it('somebody the register does not know has no birth on record either', () => {
    expect(answer({ ...folk(), person: [] }, planRetirementArrange, arrange())).toEqual(
      why('此人没有登记出生年月，算不出法定退休时间，请先补登'),
    )
  })
})
