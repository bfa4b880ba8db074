import type { QuotaCategory } from './quota-category.ts'

/** What 编制类型 people of a 人员类别 (ZB125) may use. Empty: none at all. */
export interface PersonClass {
  readonly name: string
  readonly categories: readonly QuotaCategory[]
}

const ADMINISTRATIVE: readonly QuotaCategory[] = ['administrative', 'politicalLegal', 'discipline']
const CIVIL_SERVICE: readonly QuotaCategory[] = ['institutionCivilService']
const INSTITUTION: readonly QuotaCategory[] = ['institution', 'institutionFull', 'institutionPartial', 'institutionSelf', 'other']
const WORKER: readonly QuotaCategory[] = ['worker', 'other']
const NONE: readonly QuotaCategory[] = []

/**
 * The map of the national system: 公务员, 参照管理机关 and 法检警 use 行政编制 (政法专项 and 纪检监察 are kinds of it), 参照管理事业 uses
 * 参公事业编制, 事业 people 事业编制 or 其他, 机关工勤 工勤 or 其他; 临时 and 企业 people use none.
 */
const PERSON_CLASSES: ReadonlyMap<string | null, PersonClass> = new Map([
  ['1', { name: '综合管理类公务员', categories: ADMINISTRATIVE }],
  ['2', { name: '专业技术类公务员', categories: ADMINISTRATIVE }],
  ['3', { name: '行政执法类公务员', categories: ADMINISTRATIVE }],
  ['5', { name: '参照管理的机关工作人员', categories: ADMINISTRATIVE }],
  ['6', { name: '参照管理的事业工作人员', categories: CIVIL_SERVICE }],
  ['61', { name: '参照管理的事业工作人员', categories: CIVIL_SERVICE }],
  ['62', { name: '参照管理的事业工作人员', categories: CIVIL_SERVICE }],
  ['63', { name: '参照管理的事业工作人员', categories: CIVIL_SERVICE }],
  ['7', { name: '事业单位管理人员', categories: INSTITUTION }],
  ['8', { name: '事业单位专业技术人员', categories: INSTITUTION }],
  ['A0', { name: '机关工勤人员', categories: WORKER }],
  ['A1', { name: '事业单位工勤人员', categories: INSTITUTION }],
  ['A2', { name: '临时人员', categories: NONE }],
  ['A4', { name: '企业管理人员', categories: NONE }],
  ['A5', { name: '企业技术人员', categories: NONE }],
  ['A6', { name: '企业工勤人员', categories: NONE }],
  ['B1', { name: '法官', categories: ADMINISTRATIVE }],
  ['B2', { name: '检察官', categories: ADMINISTRATIVE }],
  ['B3', { name: '执法勤务警员', categories: ADMINISTRATIVE }],
  ['B4', { name: '警务技术人员', categories: ADMINISTRATIVE }],
  ['B5', { name: '在机关工作的事业编制人员', categories: INSTITUTION }],
])

/** 人员类别 by its code; undefined for none, or one outside the list. */
export function personClass(code: string | null): PersonClass | undefined {
  return PERSON_CLASSES.get(code)
}
