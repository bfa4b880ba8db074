import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* Words of retirement. */

/** 原法定退休年龄: 男 60, 女 55 (干部), 女 50 (工人). `age` in years, as it was before 2025. */
export const RETIREMENT_CATEGORY_LIST = {
  male60: { title: '原 60 周岁', age: 60, also: ['60', '60周岁', '60岁', '男职工', '男60'] },
  female55: { title: '原 55 周岁', age: 55, also: ['55', '55周岁', '55岁', '女干部', '女55'] },
  female50: { title: '原 50 周岁', age: 50, also: ['50', '50周岁', '50岁', '女工人', '女50'] },
} as const satisfies CodeList<CodeEntry & { readonly age: number }>
export type RetirementCategory = keyof typeof RETIREMENT_CATEGORY_LIST
export const RETIREMENT_CATEGORIES = codesOf(RETIREMENT_CATEGORY_LIST)
export const RETIREMENT_CATEGORY_NAMES = titlesOf(RETIREMENT_CATEGORY_LIST)

/** What somebody is to the flexible retirement of 2025: who may choose, and who may not. */
export const STAFF_KIND_LIST = {
  civilServant: { title: '公务员' },
  manager: { title: '管理人员' },
  professional: { title: '专业技术人员' },
  worker: { title: '工人' },
} as const satisfies CodeList
export type StaffKind = keyof typeof STAFF_KIND_LIST
export const STAFF_KINDS = codesOf(STAFF_KIND_LIST)

/** 退休安排: what was arranged instead of the statutory month. `early`: before it; else after it. */
export const RETIREMENT_ARRANGEMENT_LIST = {
  earlyFlexible: { title: '弹性提前退休', early: true },
  lateFlexible: { title: '弹性延迟退休', early: false },
  earlySpecial: { title: '特殊工种提前退休', early: true },
  illness: { title: '因病提前退休', early: true },
  expertExtension: { title: '高级专家延长退休', early: false },
} as const satisfies CodeList<CodeEntry & { readonly early: boolean }>
export type RetirementArrangementKind = keyof typeof RETIREMENT_ARRANGEMENT_LIST
export const RETIREMENT_ARRANGEMENT_KINDS = codesOf(RETIREMENT_ARRANGEMENT_LIST)
export const RETIREMENT_ARRANGEMENT_NAMES = titlesOf(RETIREMENT_ARRANGEMENT_LIST)
