import { describe, expect, test } from 'vitest'
import { arrangementProblem, type ArrangementAsked } from '../../../electron/domain/retirement/arrangement-range.ts'
import { staffKindOf } from '../../../electron/domain/retirement/staff-kind.ts'

/** A man born 1965-03: 60 in 2025-03, statutory 2025-04. */
const MAN: ArrangementAsked = {
  kind: 'lateFlexible',
  month: '2026-04',
  birth: '1965-03-10',
  category: 'male60',
  sex: '男',
  staff: 'professional',
  professionalTitle: null,
  note: '',
}
/** A woman born 1975-06, 原 50 周岁: 50 in 2025-06, statutory 2025-09. */
const WOMAN: ArrangementAsked = { ...MAN, birth: '1975-06', category: 'female50', sex: '女', staff: 'worker' }
const problem = (asked: ArrangementAsked, more: Partial<ArrangementAsked>) => arrangementProblem({ ...asked, ...more })

describe('弹性提前', () => {
  const early = { kind: 'earlyFlexible' as const }
  test('not before the original age, and not in or after the statutory month', () => {
    expect(problem(MAN, { ...early, month: '2025-03' })).toBeNull()
    expect(problem(MAN, { ...early, month: '2025-02' })).toMatch(
      /最早月份 2025-03.*不得低于女职工50周岁、55周岁及男职工60周岁/u,
    )
    expect(problem(MAN, { ...early, month: '2025-04' })).toBe('2025-04 不早于法定退休时间 2025-04，不是弹性提前退休')
    expect(problem(WOMAN, { ...early, month: '2025-06' })).toBeNull()
    expect(problem(WOMAN, { ...early, month: '2025-05' })).toMatch(/最早月份 2025-06/u)
  })

  test('not by more than three years', () => {
    // Born 1976-09: 63 in 2039-09, so 2036-09 and no earlier.
    const young = { ...early, birth: '1976-09' }
    expect(problem(MAN, { ...young, month: '2036-09' })).toBeNull()
    expect(problem(MAN, { ...young, month: '2036-08' })).toMatch(/最长不超过3年/u)
  })

  test('a 公务员 may retire early, not late', () => {
    expect(problem(MAN, { ...early, month: '2025-03', staff: 'civilServant' })).toBeNull()
  })

  test('nobody who had reached the original age before 2025', () => {
    expect(problem(MAN, { ...early, birth: '1964-12', month: '2024-11' })).toMatch(/不适用弹性退休/u)
  })
})

describe('弹性延迟', () => {
  test('up to three years, and no month more', () => {
    expect(problem(MAN, { month: '2025-05' })).toBeNull()
    expect(problem(MAN, { month: '2028-04' })).toBeNull()
    expect(problem(MAN, { month: '2028-05' })).toMatch(
      /最晚月份 2028-04.*第四条第一款：.*延迟时间距法定退休年龄最长不超过3年/u,
    )
    expect(problem(MAN, { month: '2025-04' })).toMatch(/不晚于法定退休时间/u)
  })

  test.each(['civilServant', 'manager'] as const)('never for a %s, with the clause', (staff) => {
    expect(problem(MAN, { staff })).toMatch(
      /第四条第二款：公务员、国有企事业单位领导人员及其他管理人员，达到法定退休年龄时应当及时办理退休手续。/u,
    )
  })

  test('who is neither this nor that by anything on record must be told first', () => {
    expect(problem(MAN, { staff: null })).toMatch(/看不出是管理岗还是专业技术、工勤岗/u)
  })
})

describe('特殊工种, 病退', () => {
  test('特殊工种 from 55 and 45', () => {
    const special = { kind: 'earlySpecial' as const }
    expect(problem({ ...MAN, birth: '1970-01' }, { ...special, month: '2025-01' })).toBeNull()
    expect(problem({ ...MAN, birth: '1970-01' }, { ...special, month: '2024-12' })).toMatch(/男满五十五周岁/u)
    expect(problem({ ...WOMAN, birth: '1980-01' }, { ...special, month: '2025-01' })).toBeNull()
    expect(problem({ ...WOMAN, birth: '1980-01' }, { ...special, month: '2024-12' })).toMatch(/未满 45 周岁/u)
  })

  test('病退 from 50 and 45; 因公致残 has no age', () => {
    const ill = { kind: 'illness' as const, birth: '1976-01' }
    expect(problem(MAN, { ...ill, month: '2026-01' })).toBeNull()
    expect(problem(MAN, { ...ill, month: '2025-12' })).toMatch(/完全丧失工作能力/u)
    expect(problem(MAN, { ...ill, month: '2025-12', note: '因公致残' })).toBeNull()
    expect(problem(MAN, { ...ill, month: '2045-01' })).toMatch(/不早于法定退休时间/u)
  })
})

describe('高级专家延长', () => {
  const expert = { kind: 'expertExtension' as const, professionalTitle: '高级农艺师' }
  test('副高 to 65, 正高 to 70, nobody else', () => {
    expect(problem(MAN, { ...expert, month: '2030-03' })).toBeNull()
    expect(problem(MAN, { ...expert, month: '2030-04' })).toMatch(/最长不超过六十五周岁/u)
    expect(problem(MAN, { ...expert, professionalTitle: '农业技术推广研究员', month: '2035-03' })).toBeNull()
    expect(problem(MAN, { ...expert, professionalTitle: '研究员', month: '2035-04' })).toMatch(/最长不超过七十周岁/u)
    expect(problem(MAN, { ...expert, professionalTitle: '农艺师', month: '2026-03' })).toMatch(/没有登记高级职称/u)
    expect(problem(MAN, { ...expert, staff: 'civilServant', month: '2026-03' })).toMatch(/不适用高级专家延长/u)
  })
})

describe('what somebody is employed as', () => {
  const seat = { category: 'institution' as const, leads: false, postTitle: '', professionalTitle: null, note: '' }
  test.each([
    [{ category: 'administrative' as const }, 'civilServant'],
    [{ category: 'institutionCivilService' as const }, 'civilServant'],
    [{ category: 'worker' as const }, 'worker'],
    [{ postTitle: '高级农艺师' }, 'professional'],
    [{ postTitle: '管理岗九级' }, 'manager'],
    [{ postTitle: '站长' }, 'manager'],
    [{ postTitle: '农技员', leads: true }, 'manager'],
    [{ postTitle: '工勤技能岗三级' }, 'worker'],
    [{ postTitle: '干事', professionalTitle: '助理农艺师' }, 'professional'],
    [{ postTitle: '干事' }, null],
    [{ postTitle: '干事', note: '专业技术岗' }, 'professional'],
  ])('%j is %s', (more, kind) => {
    expect(staffKindOf({ ...seat, ...more })).toBe(kind)
  })
})
