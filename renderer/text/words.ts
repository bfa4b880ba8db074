import { SEVERITY_TITLES } from '../../electron/contract/shapes.ts'
import type { RosterListName, SeverityCode } from '../../electron/contract/shapes.ts'
import type { TagLook } from '../ui/tag.tsx'

/** How each list is named on a tag, and its shape. */
export const LIST_TAGS: Readonly<Record<RosterListName, { readonly word: string; readonly look: TagLook }>> = {
  'in-quota': { word: '在编', look: 'ink' },
  'over-quota': { word: '超编', look: 'solid-red' },
  'non-compliant': { word: '不合规', look: 'outline-red' },
  'off-quota': { word: '编外', look: 'outline' },
  seconded: { word: '借入挂职', look: 'dashed' },
}

export type Severity = SeverityCode
export const SEVERITY_TAGS: Readonly<Record<Severity, { readonly word: string; readonly look: TagLook }>> = {
  error: { word: SEVERITY_TITLES.error, look: 'outline-red' },
  warning: { word: SEVERITY_TITLES.warning, look: 'amber' },
  info: { word: SEVERITY_TITLES.info, look: 'outline' },
}

/** The look of a roster status word (在编 · 借出 · 超编 · 不合规 · 编外 · 借入 · 挂职). */
export function statusLook(status: string): TagLook {
  switch (status) {
    case '超编': return 'solid-red'
    case '不合规': return 'outline-red'
    case '借出':
    case '借入':
    case '挂职': return 'dashed'
    case '编外': return 'outline'
    default: return 'plain'
  }
}

/** What a finding does to a person, said on the flag. */
export function effectWord(effect: string): string {
  switch (effect) {
    case 'eligibility': return '不合规'
    case 'overQuota': return '超编'
    case 'evidence': return '待补依据'
    case 'data': return '待更正'
    default: return '提示'
  }
}

/** The figure's five words, in the order the bureau's sheets print them. */
export const FIGURE_TITLES = { quota: '核定', actual: '实有', reserved: '已核准未到位', vacancy: '空编', over: '超编' } as const
