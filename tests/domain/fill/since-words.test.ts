import { describe, expect, it } from 'vitest'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'

/* Lists of those who came, began or joined within some years: the title says which years, and nobody else may stand on them. */

const UNITS = [{ id: 'a', name: '党政综合办公室' }]
const DAY = '2026-11-30'
/** Each month asked, and whether somebody of it belongs. */
const belongs = (
  title: string,
  field: 'entered' | 'workStarted' | 'partyJoined' | 'birth',
  months: readonly string[],
) => {
  const { conditions, stopped } = readScope([title], UNITS, false)
  expect(stopped).toBeNull()
  return months.map((month) =>
    conditions.reduce<boolean | null>((all, one) => {
      const holds = one.holds({ ...NOBODY, politicalStatus: '中共党员', [field]: month }, DAY)
      return all === false || holds === false ? false : all === null || holds === null ? null : true
    }, true),
  )
}

describe('who came in some years', () => {
  it.each([
    ['2015年以来新进编制人员花名册', ['2014-12', '2015-01', '2026-01'], [false, true, true]],
    ['2015年7月以来入编人员名册', ['2015-06', '2015-07-01', '2016-01'], [false, true, true]],
    ['2018年至今新录用人员名册', ['2017-12', '2018-01'], [false, true]],
    ['2020年起招聘人员名单', ['2019-12', '2020-01'], [false, true]],
    ['2024年度新录用干部名册', ['2023-12', '2024-05', '2025-01'], [false, true, false]],
    ['2024年5月新录用干部名册', ['2024-04', '2024-05', '2024-06'], [false, true, false]],
    ['2021—2023年新进人员花名册', ['2020-12', '2021-01', '2023-12', '2024-01'], [false, true, true, false]],
    // Whether 以后 and 以前 hold the year itself nobody can say; unless the title does.
    ['2015年以后入编人员名册', ['2014-12', '2015-03', '2016-01'], [false, null, true]],
    ['2015年（含）以后入编人员名册', ['2014-12', '2015-03'], [false, true]],
    ['2015年（不含）以后入编人员名册', ['2015-12', '2016-01'], [false, true]],
    ['2010年以前进入编制人员名册', ['2009-12', '2010-05', '2011-01'], [true, null, false]],
    ['2010年底前入编人员名册', ['2010-12', '2011-01'], [true, false]],
  ])('%s', (title, months, expected) => {
    expect(belongs(title, 'entered', months)).toEqual(expected)
  })

  it.each([
    // Whether 近三年 is three times twelve months or years of the calendar nobody can say.
    [
      '近三年新进在编人员花名册',
      ['2022-12', '2023-05', '2023-12', '2024-01', '2026-11'],
      [false, null, null, true, true],
    ],
    ['最近两年新录用干部名册', ['2023-12', '2024-11', '2025-01'], [false, null, true]],
    ['近6个月新增人员名单', ['2026-04', '2026-05', '2026-06'], [false, null, true]],
    ['今年以来新进人员名册', ['2025-12', '2026-01'], [false, true]],
    ['去年新招录人员名册', ['2024-12', '2025-06', '2026-01'], [false, true, false]],
    ['本年上半年新进人员名册', ['2026-06', '2026-07'], [true, false]],
    ['2026年第三季度新进人员名册', ['2026-06', '2026-07', '2026-10'], [false, true, false]],
    ['2025年下半年新进人员名册', ['2025-06', '2025-07', '2026-01'], [false, true, false]],
    ['2025年1—6月新招聘人员名册', ['2024-12', '2025-06', '2025-07'], [false, true, false]],
    ['2024年11月至2025年2月新进人员名册', ['2024-10', '2024-11', '2025-02', '2025-03'], [false, true, true, false]],
    ['上月新进人员名单', ['2026-09', '2026-10', '2026-11'], [false, true, false]],
  ])('%s, reckoned from the day of the form', (title, months, expected) => {
    expect(belongs(title, 'entered', months)).toEqual(expected)
  })

  it('who was moved in and who was taken on differ by how they came, where that is told', () => {
    const holds = (title: string, entryCause: string | null) =>
      readScope([title], UNITS, false).conditions[0]?.holds({ ...NOBODY, entered: '2026-03', entryCause }, DAY)
    expect(['G3', '21', null].map((cause) => holds('2026年调入人员名册', cause))).toEqual([true, false, null])
    expect(['G3', '21', null].map((cause) => holds('2026年新录用人员名册', cause))).toEqual([false, true, true])
    expect(['G3', '21', null].map((cause) => holds('2026年新进人员名册', cause))).toEqual([true, true, true])
  })

  it('the sheet may be called 新进人员 where a title says of which years; without one it waits', () => {
    const stopped = (...titles: readonly string[]) => readScope(titles, UNITS, false).stopped !== null
    expect([stopped('新进人员', '近三年新进人员名册'), stopped('新进人员', '新进人员名册')]).toEqual([false, true])
  })

  it('asks for the beginning of work, the party and the birth in the same words', () => {
    expect(belongs('1995年底前参加工作人员名册', 'workStarted', ['1995-12', '1996-01'])).toEqual([true, false])
    expect(belongs('2012年以来入党人员名册', 'partyJoined', ['2011-12', '2012-01'])).toEqual([false, true])
    expect(belongs('1990年以来出生干部名册', 'birth', ['1989-12', '1990-01'])).toEqual([false, true])
  })

  it('keeps what else the title says', () => {
    const { conditions } = readScope(['2018年至今新录用公务员名册'], UNITS, false)
    expect(conditions.map(({ aspect }) => aspect).toSorted()).toEqual(['category', 'entered'])
  })

  it('does not take somebody without the day, nor leave them out for certain', () => {
    const [condition] = readScope(['2015年以来新进编制人员花名册'], UNITS, false).conditions
    expect(condition?.aspect).toBe('entered')
    expect(condition?.holds(NOBODY, DAY)).toBeNull()
    const [party] = readScope(['2012年以来入党人员名册'], UNITS, false).conditions
    expect(party?.holds({ ...NOBODY, politicalStatus: '群众' }, DAY)).toBe(false)
  })

  it.each([
    ['新进编制人员花名册'],
    ['新增事业单位人员名册'],
    ['2026年增减变动人员名册'],
    ['2019年以来享受补贴人员名册'],
    ['2019年以来培训人员名册'],
  ])('%s is not filled with everybody', (title) => {
    expect(readScope([title], UNITS, false).stopped).not.toBeNull()
  })

  it.each([
    ['2026年度机关事业单位人员花名册'],
    ['2026年在编人员花名册'],
    ['2021—2025年人员情况统计表'],
    ['截至2025年底在编人员名册'],
  ])('%s is of everybody', (title) => {
    const { stopped, conditions } = readScope([title], UNITS, false)
    expect({ stopped, conditions }).toEqual({ stopped: null, conditions: [] })
  })
})
