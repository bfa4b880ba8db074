export type Severity = 'error' | 'warning' | 'info'

/** What the screen calls each. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '违规', warning: '待查', info: '提示' }

/**
 * What a finding does to the person it names. `eligibility`: keeps them off the public sheet (non-compliant list);
 * `overQuota`: the over-quota list; `evidence` 待补依据 and `data` 待更正: they stay on the list, flagged; `none`: nothing.
 */
export type FindingEffect = 'eligibility' | 'overQuota' | 'evidence' | 'data' | 'none'

/** Where the authority to flag comes from. `clause` is verbatim. */
export interface RuleSource {
  readonly document: string
  readonly documentNumber: string | null
  readonly article: string | null
  readonly clause: string
  /** In force from; null where the source gives none. */
  readonly inForceFrom: string | null
}

/** One flag raised by one rule on one subject. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly effect: FindingEffect
  readonly unitId: string | null
  readonly personId: string | null
  /** Chinese sentence: what, where, the arithmetic. */
  readonly text: string
  /** How to put it right, one sentence. */
  readonly remedy: string
  /** Named numbers behind the sentence, e.g. {核定: 5, 实有: 6, 超编: 1}. */
  readonly facts: Readonly<Record<string, string | number>>
}

/** Where a person stands; exactly one for everybody with a holding in force. */
export const ROSTER_LISTS = ['in-quota', 'over-quota', 'non-compliant', 'off-quota', 'seconded'] as const
export type RosterList = (typeof ROSTER_LISTS)[number]

export const ROSTER_LIST_NAMES: Readonly<Record<RosterList, string>> = {
  'in-quota': '在编名单',
  'over-quota': '超编名单',
  'non-compliant': '不合规名单',
  'off-quota': '编外名单',
  seconded: '借入挂职名单',
}

/** One person on the split roster. */
export interface RosterEntry {
  readonly personId: string
  readonly list: RosterList
  /** The holding that places them on the list: the 主职, else the one they have. */
  readonly holdingId: string
  readonly concurrentHoldingIds: readonly string[]
  /** 借出 holding in force, if any: the person stays on the own list, flagged. */
  readonly secondedOutHoldingId: string | null
  /** Rules whose findings put them here or flag them. */
  readonly rules: readonly string[]
  /** Sentence that says why they stand here and not on the in-quota list; null on the in-quota list. */
  readonly why: string | null
}
