import { SEVERITY_TITLES } from '../../electron/contract/shapes.ts'
import type { RosterListName, SeverityCode } from '../../electron/contract/shapes.ts'
import { FINDING_EFFECT_LIST, type FindingEffect } from '../../electron/vocabulary/findings.ts'
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

interface Listed {
  readonly list: RosterListName
  /** Where somebody lent out works now. */
  readonly secondedTo: string | null
}

/** The look of somebody's status among others: in post is nothing special, lent out is dashed like every seat apart. */
export function statusLook(person: Listed): TagLook {
  if (isLentOut(person)) return 'dashed'
  return person.list === 'in-quota' ? 'plain' : LIST_TAGS[person.list].look
}

/** The look of somebody's status by itself. */
export function ownStatusLook(person: Listed): TagLook {
  return isLentOut(person) ? 'dashed' : LIST_TAGS[person.list].look
}

function isLentOut({ list, secondedTo }: Listed): boolean {
  return list === 'in-quota' && secondedTo !== null
}

/** What a finding does to a person, said on the flag. */
export function effectWord(effect: FindingEffect): string {
  return FINDING_EFFECT_LIST[effect].title
}

/** The figure's five words, in the order the bureau's sheets print them. */
export const FIGURE_TITLES = {
  quota: '核定',
  actual: '实有',
  reserved: '已核准未到位',
  vacancy: '空编',
  over: '超编',
} as const

/** The name stands in the row already: what is wrong with it comes first, so that a narrow column still says it. */
export function withoutName(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length).replace(/^(?:的|（[^）]*）)/u, '') : text
}
