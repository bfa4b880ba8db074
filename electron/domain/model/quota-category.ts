import { QUOTA_CATEGORY_LIST, type QuotaCategory } from '../../vocabulary/establishment.ts'

export { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../vocabulary/establishment.ts'

/** Which side of 机关 / 事业单位 a category belongs to; `either` is judged by the document alone. */
export type Nature = 'organ' | 'institution'
export function natureOfCategory(category: QuotaCategory): Nature | 'either' {
  return QUOTA_CATEGORY_LIST[category].nature
}

/** Whose holders are 公务员, or managed like them (参公): the 公务员法 applies. */
export function isCivilService(category: QuotaCategory): boolean {
  return QUOTA_CATEGORY_LIST[category].civilService
}

/** 事业编制 outside the civil service: the 事业单位人事管理条例 applies. */
export function isInstitutionStaff(category: QuotaCategory): boolean {
  return natureOfCategory(category) === 'institution' && !isCivilService(category)
}
