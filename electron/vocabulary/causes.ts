import { codesOf, titlesOf, wordKey, type CodeEntry, type CodeList } from './code-list.ts'

/*
 * 变动原因: the codes an event may bring. Source: 全国公务员管理信息系统 code tables ZB77 and ZB78 (township part), with what 事业单位 add (G…, ours).
 * ZB78 `proofs`: the papers each needs (滕州市机构编制委员会办公室 2013 通知).
 */

/** 进入方式 ZB77. */
export const ENTRY_CAUSE_LIST = {
  '11': { title: '从实施公务员法机关调入', national: '11' },
  '12': { title: '从参照群团调入', national: '12' },
  '13': { title: '从参照事业单位调入', national: '13' },
  '14': { title: '从其他事业单位调任', national: '14' },
  '15': { title: '从国有企业调任', national: '15' },
  '21': { title: '考试录用应届毕业生', national: '21' },
  '22': { title: '从机关和参照单位录用', national: '22' },
  '23': { title: '从其他事业单位录用', national: '23' },
  '24': { title: '从企业录用', national: '24' },
  '26': { title: '从服务基层项目人员录用', national: '26' },
  '27': { title: '从农民（村干部）录用', national: '27' },
  '29': { title: '其他录用', national: '29' },
  '31': { title: '整建制转入', national: '31' },
  '36': { title: '军转干部安置', national: '36' },
  '37': { title: '选举登记', national: '37' },
  '5': { title: '聘任', national: '5' },
  '6': { title: '其他增加', national: '6' },
  G1: { title: '公开招聘' },
  G2: { title: '政策性安置' },
  G3: { title: '调入' },
} as const satisfies CodeList
export const ENTRY_CAUSE_NAMES: Readonly<Record<string, string>> = titlesOf(ENTRY_CAUSE_LIST)

interface ExitEntry extends CodeEntry {
  readonly proofs: readonly string[]
}

/** 退出原因 ZB78. */
export const EXIT_CAUSE_LIST = {
  '11': { title: '调往公务员法机关', national: '11', proofs: ['调动证明'] },
  '12': { title: '调往参照群团', national: '12', proofs: ['调动证明'] },
  '13': { title: '调往参照事业单位', national: '13', proofs: ['调动证明'] },
  '14': { title: '调往其他事业单位', national: '14', proofs: ['调动证明'] },
  '15': { title: '调往国有企业', national: '15', proofs: ['调动证明'] },
  '21': { title: '整建制转出', national: '21', proofs: ['机构编制批文'] },
  '31': { title: '离（退）休', national: '31', proofs: ['退休审批表'] },
  '32': { title: '辞去公职', national: '32', proofs: ['辞职申请', '单位研究意见'] },
  '33': { title: '辞退', national: '33', proofs: ['主管部门或单位文件'] },
  '34': { title: '开除', national: '34', proofs: ['主管部门或单位文件'] },
  '35': { title: '死亡', national: '35', proofs: ['死亡证明'] },
  '36': { title: '因选举退出登记', national: '36', proofs: ['选举结果文件'] },
  '37': { title: '其他退出', national: '37', proofs: [] },
  G1: { title: '解聘或终止合同', proofs: ['解除或终止聘用合同文件'] },
} as const satisfies CodeList<ExitEntry>
export const EXIT_CAUSES: Readonly<Record<string, ExitEntry>> = EXIT_CAUSE_LIST
export const EXIT_CAUSE_NAMES: Readonly<Record<string, string>> = titlesOf(EXIT_CAUSE_LIST)

/** The code a cause is known by: itself where it is one, else the one with these words; null where the list has neither. */
export function causeCode(names: Readonly<Record<string, string>>, cause: string): string | null {
  if (Object.hasOwn(names, cause)) return cause
  return Object.entries(names).find(([, name]) => wordKey(name) === wordKey(cause))?.[0] ?? null
}

/** 编外退出原因. 清退 asks why. */
export const OFF_QUOTA_END_LIST = {
  dismissed: { title: '清退', also: ['清理清退', '辞退'] },
  contractEnd: { title: '合同期满' },
  resigned: { title: '本人辞职', also: ['辞职'] },
  retired: { title: '到龄', also: ['退休'] },
  recruited: { title: '考录进编' },
  otherForm: { title: '转为其他用工形式' },
  other: { title: '其他' },
} as const satisfies CodeList
export type OffQuotaEndCause = keyof typeof OFF_QUOTA_END_LIST
export const OFF_QUOTA_END_CAUSES = codesOf(OFF_QUOTA_END_LIST)
export const OFF_QUOTA_END_NAMES: Readonly<Record<string, string>> = titlesOf(OFF_QUOTA_END_LIST)

/** The names of the causes that an event of a type gives: 退出原因, 编外退出原因, else 进入方式. */
export function causeNamesOf(type: string): Readonly<Record<string, string>> {
  if (type === 'exit') return EXIT_CAUSE_NAMES
  return type === 'offQuota.end' ? OFF_QUOTA_END_NAMES : ENTRY_CAUSE_NAMES
}
