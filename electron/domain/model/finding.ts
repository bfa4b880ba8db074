import type { FindingEffect, Severity } from '../../vocabulary/findings.ts'
import type { RosterList } from '../../vocabulary/standing.ts'

export { SEVERITY_NAMES, type FindingEffect, type Severity } from '../../vocabulary/findings.ts'
export { ROSTER_LISTS, ROSTER_LIST_NAMES, type RosterList } from '../../vocabulary/standing.ts'

/** Where the authority to flag comes from. `clause` is verbatim. */
export interface RuleSource {
  /** Where the words stand, one paper after another: 《…条例》（国务院令第486号）第六条第二款. */
  readonly cited: string
  readonly document: string
  readonly documentNumber: string | null
  readonly article: string | null
  readonly clause: string
  /** In force from; null where the source gives none. */
  readonly inForceFrom: string | null
  /** What must be said beside the clause: 要点，非原文; 二手文本. */
  readonly note?: string
  /** Where several papers speak: each with its own words, in the order of `cited`. Absent where one does. */
  readonly parts?: SourcePart[]
  /** Where the cited texts can be read here. */
  readonly places?: { readonly lawId: string; readonly title: string; readonly article: string | null }[]
}

/** One of several papers a rule stands on, with the words it takes from there. */
export type SourcePart = Pick<RuleSource, 'cited' | 'clause' | 'inForceFrom' | 'note'>

/** A paper as it is cited. */
export type CitedPaper = Pick<RuleSource, 'document' | 'documentNumber' | 'article'>

/** The source of words taken from these papers, in their order; each keeps its number and article beside its own title. */
export function sourceFrom(
  papers: readonly CitedPaper[],
  rest: Omit<RuleSource, keyof CitedPaper | 'cited'>,
): RuleSource {
  const told = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('；') || null
  return {
    cited: papers.map(citedPaper).join('；'),
    document: papers.map(({ document }) => document).join('；'),
    documentNumber: told(papers.map(({ documentNumber }) => documentNumber)),
    article: told(papers.map(({ article }) => article)),
    ...rest,
  }
}

/** 《…条例》（国务院令第486号）第六条第二款. */
export function citedPaper({ document, documentNumber, article }: CitedPaper): string {
  return `《${document}》${documentNumber === null ? '' : `（${documentNumber}）`}${article ?? ''}`
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
