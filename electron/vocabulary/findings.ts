import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* What a rule's flag weighs and what it does. */

/** 严重程度. `weight` 0 is the worst: the order findings are shown in. */
export const SEVERITY_LIST = {
  error: { title: '违规', weight: 0 },
  warning: { title: '待查', weight: 1 },
  info: { title: '提示', weight: 2 },
} as const satisfies CodeList<CodeEntry & { readonly weight: number }>
export type Severity = keyof typeof SEVERITY_LIST
export const SEVERITIES = codesOf(SEVERITY_LIST)
export const SEVERITY_NAMES = titlesOf(SEVERITY_LIST)

/**
 * What a finding does to the person it names. `eligibility`: keeps them off the public sheet (non-compliant list);
 * `overQuota`: the over-quota list; `evidence` 待补依据 and `data` 待更正: they stay on the list, flagged; `none`: nothing.
 */
export const FINDING_EFFECT_LIST = {
  eligibility: { title: '不合规' },
  overQuota: { title: '超编' },
  evidence: { title: '待补依据' },
  data: { title: '待更正' },
  none: { title: '提示' },
} as const satisfies CodeList
export type FindingEffect = keyof typeof FINDING_EFFECT_LIST
export const FINDING_EFFECTS = codesOf(FINDING_EFFECT_LIST)

/** What a rule does to an event whose finding it would create: say so, take a reason down, refuse. */
export const GATE_LIST = {
  hint: { title: '提示' },
  record: { title: '记录' },
  block: { title: '拦截' },
} as const satisfies CodeList
export type Gate = keyof typeof GATE_LIST
export const GATES = codesOf(GATE_LIST)
export const GATE_NAMES = titlesOf(GATE_LIST)

/** Orders what carries a severity, the worst first. */
export function bySeverity(left: Severity, right: Severity): number {
  return SEVERITY_LIST[left].weight - SEVERITY_LIST[right].weight
}
