import { codesOf, titlesOf, type CodeList } from './code-list.ts'

/* 主管本: who keeps one, and what a township hands up to it. */

/** 分级汇总: each level gathers the one below it. `below`: what its members are called. */
export const COUNTY_LEVEL_LIST = {
  county: { title: '县（市、区）', below: '乡镇' },
  city: { title: '市（州）', below: '县（市、区）' },
  province: { title: '省（自治区、直辖市）', below: '市（州）' },
  nation: { title: '全国', below: '省（自治区、直辖市）' },
} as const satisfies CodeList<{ readonly title: string; readonly below: string }>
export type CountyLevel = keyof typeof COUNTY_LEVEL_LIST
export const COUNTY_LEVELS = codesOf(COUNTY_LEVEL_LIST)
export const COUNTY_LEVEL_NAMES = titlesOf(COUNTY_LEVEL_LIST)

/** Whether a package tells identity numbers whole. */
export const PACKAGE_NUMBERS = ['masked', 'whole'] as const
export type PackageNumbers = (typeof PACKAGE_NUMBERS)[number]

/** 上报数据包: all of the book's day, or what differs from the last one the bureau answered. */
export const PACKAGE_KIND_LIST = {
  full: { title: '全量' },
  changes: { title: '变动部分' },
} as const satisfies CodeList
export type PackageKind = keyof typeof PACKAGE_KIND_LIST
export const PACKAGE_KINDS = codesOf(PACKAGE_KIND_LIST)
export const PACKAGE_KIND_NAMES = titlesOf(PACKAGE_KIND_LIST)
