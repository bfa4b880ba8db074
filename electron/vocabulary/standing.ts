import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* How somebody stands in the township: in a seat, beside it, away from it, and on which list. */

/**
 * 主职 兼任 挂职 借入 借出 编外. `order`: in which a person's holdings are read. `says`: which of several says what the person is here,
 * the 主职 first, then what they are instead.
 */
export const HOLDING_KIND_LIST = {
  substantive: { title: '主职', order: 0, says: 0 },
  concurrent: { title: '兼任', order: 1, says: 4 },
  attached: { title: '挂职', order: 2, says: 3 },
  secondedIn: { title: '借入', order: 3, says: 2 },
  secondedOut: { title: '借出', order: 5, says: 5 },
  offQuota: { title: '编外', order: 4, says: 1 },
} as const satisfies CodeList<CodeEntry & { readonly order: number; readonly says: number }>
export type HoldingKind = keyof typeof HOLDING_KIND_LIST
export const HOLDING_KINDS = codesOf(HOLDING_KIND_LIST)
export const HOLDING_KIND_NAMES = titlesOf(HOLDING_KIND_LIST)

/** 编外: how somebody works here without 编制. */
export const OFF_QUOTA_LIST = {
  selfHired: { title: '自聘', also: ['自聘人员', '乡聘', '镇聘', '乡镇自聘', '单位自聘', '编外自聘'] },
  agency: { title: '劳务派遣', also: ['劳务派遣人员', '派遣制', '派遣人员'] },
  purchasedService: { title: '政府购买服务', also: ['购买服务', '政府购买服务人员', '购买服务人员'] },
  publicWelfare: { title: '公益性岗位', also: ['公益性岗位人员', '公益岗', '公益岗位', '公岗'] },
  temporary: {
    title: '临时聘用',
    also: ['临时聘用人员', '临聘', '临聘人员', '临时工', '临时人员', '编外临时聘用', '临时用工'],
  },
} as const satisfies CodeList
export type OffQuotaKind = keyof typeof OFF_QUOTA_LIST
export const OFF_QUOTA_KINDS = codesOf(OFF_QUOTA_LIST)
export const OFF_QUOTA_KIND_NAMES = titlesOf(OFF_QUOTA_LIST)

/** Away from the post, still counted. */
export const ABSENCE_LIST = {
  sickLeave: { title: '病休' },
  study: { title: '离岗学习' },
  offPost: { title: '离岗' },
  suspended: { title: '停职' },
} as const satisfies CodeList
export type AbsenceKind = keyof typeof ABSENCE_LIST
export const ABSENCE_KINDS = codesOf(ABSENCE_LIST)
export const ABSENCE_KIND_NAMES = titlesOf(ABSENCE_LIST)

/** The life of a 岗位. */
export const POST_STATE_LIST = {
  planned: { title: '拟设' },
  inUse: { title: '在用' },
  frozen: { title: '冻结' },
  abolished: { title: '撤销' },
} as const satisfies CodeList
export type PostState = keyof typeof POST_STATE_LIST
export const POST_STATES = codesOf(POST_STATE_LIST)
export const POST_STATE_NAMES = titlesOf(POST_STATE_LIST)

/** 五张名单: where somebody stands; exactly one for everybody with a holding in force. `tag`: the short word beside a name. */
export const ROSTER_LIST_LIST = {
  'in-quota': { title: '在编名单', tag: '在编' },
  'over-quota': { title: '超编名单', tag: '超编' },
  'non-compliant': { title: '不合规名单', tag: '不合规' },
  'off-quota': { title: '编外名单', tag: '编外' },
  seconded: { title: '借入挂职名单', tag: '借入挂职' },
} as const satisfies CodeList<CodeEntry & { readonly tag: string }>
export type RosterList = keyof typeof ROSTER_LIST_LIST
export const ROSTER_LISTS = codesOf(ROSTER_LIST_LIST)
export const ROSTER_LIST_NAMES = titlesOf(ROSTER_LIST_LIST)

/** 四类人员, as a county office counts a township: in post, on the books and not in post, without 编制, retired from here. Nobody stands in two. */
export const STAFF_BLOCK_LIST = {
  serving: { title: '在编' },
  away: { title: '非在职' },
  offQuota: { title: '编外' },
  retired: { title: '退休' },
} as const satisfies CodeList
export type StaffBlock = keyof typeof STAFF_BLOCK_LIST
export const STAFF_BLOCKS = codesOf(STAFF_BLOCK_LIST)
export const STAFF_BLOCK_TITLES = titlesOf(STAFF_BLOCK_LIST)
