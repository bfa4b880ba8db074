/**
 * 编制类型. One flat list because every one of them is counted on its own and never netted against another
 * (国务院令第486号 第15条: 不得混用、挤占、挪用). 事业编制 splits by 经费形式 only where the approving document does.
 */
export const QUOTA_CATEGORIES = [
  'administrative',
  'politicalLegal',
  'discipline',
  'worker',
  'institutionCivilService',
  'institution',
  'institutionFull',
  'institutionPartial',
  'institutionSelf',
  'other',
] as const
export type QuotaCategory = (typeof QUOTA_CATEGORIES)[number]

/** What the screen, the sheets and the command line call each category. */
export const QUOTA_CATEGORY_NAMES: Readonly<Record<QuotaCategory, string>> = {
  administrative: '行政编制',
  politicalLegal: '政法专项编制',
  discipline: '纪检监察行政编制',
  worker: '机关工勤编制',
  institutionCivilService: '事业编制（参公）',
  institution: '事业编制',
  institutionFull: '事业编制（全额拨款）',
  institutionPartial: '事业编制（差额补贴）',
  institutionSelf: '事业编制（自收自支）',
  other: '其他编制',
}

/** Which side of 机关 / 事业单位 a category belongs to; `either` is judged by the document alone. */
export type Nature = 'organ' | 'institution'
export function natureOfCategory(category: QuotaCategory): Nature | 'either' {
  switch (category) {
    case 'administrative':
    case 'politicalLegal':
    case 'discipline':
    case 'worker':
      return 'organ'
    case 'institutionCivilService':
    case 'institution':
    case 'institutionFull':
    case 'institutionPartial':
    case 'institutionSelf':
      return 'institution'
    case 'other':
      return 'either'
  }
}

/** Whose holders are 公务员, or managed like them (参公): the 公务员法 applies. */
export function isCivilService(category: QuotaCategory): boolean {
  return category === 'administrative' || category === 'politicalLegal' || category === 'discipline' || category === 'institutionCivilService'
}

/** 事业编制 outside the civil service: the 事业单位人事管理条例 applies. */
export function isInstitutionStaff(category: QuotaCategory): boolean {
  return natureOfCategory(category) === 'institution' && category !== 'institutionCivilService'
}
