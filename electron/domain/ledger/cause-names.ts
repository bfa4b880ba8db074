/* 进入方式 ZB77 and 退出原因 ZB78: the codes an event may bring and their words (the contract lists the same for the screen). */

export const ENTRY_CAUSE_NAMES: Readonly<Record<string, string>> = {
  '11': '从实施公务员法机关调入', '12': '从参照群团调入', '13': '从参照事业单位调入', '14': '从其他事业单位调任', '15': '从国有企业调任', '21': '考试录用应届毕业生', '22': '从机关和参照单位录用', '23': '从其他事业单位录用', '24': '从企业录用',
  '26': '从服务基层项目人员录用', '27': '从农民（村干部）录用', '29': '其他录用', '31': '整建制转入', '36': '军转干部安置', '37': '选举登记', '5': '聘任', '6': '其他增加', G1: '公开招聘', G2: '政策性安置', G3: '调入',
}

export const EXIT_CAUSE_NAMES: Readonly<Record<string, string>> = {
  '11': '调往公务员法机关', '12': '调往参照群团', '13': '调往参照事业单位', '14': '调往其他事业单位', '15': '调往国有企业', '21': '整建制转出', '31': '离（退）休', '32': '辞去公职', '33': '辞退', '34': '开除',
  '35': '死亡', '36': '因选举退出登记', '37': '其他退出', G1: '解聘或终止合同',
}

/** The code a cause is known by: itself where it is one, else the one with these words; null where the list has neither. */
export function causeCode(names: Readonly<Record<string, string>>, cause: string): string | null {
  if (Object.hasOwn(names, cause)) return cause
  return Object.entries(names).find(([, name]) => name === cause)?.[0] ?? null
}
