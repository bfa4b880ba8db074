import type { CodeList } from './code-list.ts'

/* Code lists that only 资料 use. */

/** 培训类别. */
export const TRAINING_LIST = {
  general: { title: '业务或理论培训' },
  partySchool: { title: '党校轮训' },
  teamClass: { title: '班子成员培训班' },
} as const satisfies CodeList
/** 年度考核 ZB18. */
export const REVIEW_LIST = {
  excellent: { title: '优秀', national: '1' },
  competent: { title: '称职（合格）', national: '2' },
  basic: { title: '基本称职（基本合格）', national: '3' },
  incompetent: { title: '不称职（不合格）', national: '4' },
  undetermined: { title: '不定等次', national: '5' },
  exempt: { title: '不进行考核', national: '6' },
} as const satisfies CodeList
export type ReviewResult = keyof typeof REVIEW_LIST
/** 在岗情况. */
export const DUTY_MATTER_LIST = {
  nominal: { title: '挂名未到岗' },
  absentWithoutLeave: { title: '旷工（请假逾期）' },
  steppedBack: { title: '退居二线（离岗待退）' },
  keptStatus: { title: '保留人事关系（离岗创业等）', also: ['保留身份', '停薪留职', '离岗创业'] },
  discipline: { title: '处分' },
  sentence: { title: '刑罚' },
} as const satisfies CodeList
export type DutyMatterKind = keyof typeof DUTY_MATTER_LIST
export const TASK_KIND_LIST = {
  task: { title: '任务' },
  stage: { title: '阶段' },
  report: { title: '报送' },
  veto: { title: '一票否决事项' },
} as const satisfies CodeList
/** 凭证. */
export const EVIDENCE_LIST = {
  overRank: { title: '高配文件' },
  partyOpinion: { title: '任免听取乡镇党委意见' },
  secondmentApproval: { title: '借调审批表' },
  superiorApproval: { title: '上级批准' },
  earlyRetirement: { title: '提前退休批准' },
  enforcementLicence: { title: '执法资格证' },
  other: { title: '其他凭证' },
} as const satisfies CodeList
/** 申报事项: what was filed with the bureau. */
export const FILING_LIST = {
  exit: { title: '编制核销' },
  document: { title: '编制文件登记' },
  change: { title: '人员信息更新' },
} as const satisfies CodeList

/** 定岗定责: what somebody is put on by name. */
export const ASSIGNMENT_LIST = {
  grid: { title: '网格', also: ['网格员', '基本网格'] },
  specialPost: { title: '专岗' },
} as const satisfies CodeList
/** Who judges a member of the team. */
export const TEAM_REVIEW_LIST = {
  party: { title: '党员代表评议', also: ['党员代表', '党代表'] },
  congress: { title: '人大代表评议', also: ['人大代表'] },
  both: { title: '党员代表和人大代表评议' },
} as const satisfies CodeList
