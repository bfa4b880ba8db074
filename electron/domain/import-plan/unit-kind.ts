import type { UnitKind } from '../model/unit.ts'

const KINDS: Readonly<Record<string, UnitKind>> = {
  领导班子: 'leadership', 班子: 'leadership', 内设机构: 'office', 行政机构: 'office', 党政机构: 'office', 综合办事机构: 'office', 党政综合办事机构: 'office',
  事业单位: 'institution', 事业站所: 'institution', 事业机构: 'institution', 直属事业单位: 'institution', 下属事业单位: 'institution', 站所: 'institution', 参公事业单位: 'institution',
  人民武装部: 'armedForces', 人武部: 'armedForces', 纪委: 'discipline', 纪检监察: 'discipline', 专项: 'special', 乡镇: 'township',
}

/** The first word of each 机构类别. */
export const UNIT_KIND_WORDS: readonly string[] = [...new Set(Object.values(KINDS))].flatMap((kind) => Object.keys(KINDS).find((word) => KINDS[word] === kind) ?? [])

/** Kind of a unit from its 机构类别, else from its name. 其他 says nothing, so the name decides. */
export function unitKindOf(written: string, name: string): UnitKind {
  const known = KINDS[written]
  if (known !== undefined) return known
  if (/(?:人民)?武装部$/u.test(name)) return 'armedForces'
  if (/纪委|纪检|纪律检查/u.test(name)) return 'discipline'
  if (/领导班子|党政班子|班子成员|领导成员/u.test(name)) return 'leadership'
  if (written !== '') return 'other'
  if (/(?:中心|所|站|队|院|馆)$/u.test(name)) return 'institution'
  return /(?:办公室|办|局|科|股|大厅)$/u.test(name) ? 'office' : 'other'
}
