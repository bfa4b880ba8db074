import type { Finding, Severity } from '../model/finding.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { keyFindings, keyText, type FindingKey, type KeyedFinding } from './finding-key.ts'

/** Something the clerk said of a finding, on a day. */
export interface FindingMark extends FindingKey {
  readonly kind: 'explained' | 'reopened'
  readonly unitId: string | null
  readonly personId: string | null
  readonly markedOn: PlainDate
  /** Last day the explanation holds; null: no end. */
  readonly untilOn: PlainDate | null
  /** Who gave the explanation; null: not said, the journal names who wrote it down. */
  readonly saidBy: string | null
  readonly reason: string
  readonly documentNumber: string | null
}

/** A finding that an entry of the journal made go away. */
export interface FindingCure extends FindingKey {
  readonly seq: number
  readonly unitId: string | null
  readonly personId: string | null
  readonly severity: Severity
  /** What it said last. */
  readonly text: string
}

/** `open`: to be settled; `explained`: stands, with a reason that holds on the day. Both count in a check. */
export type FindingState = 'open' | 'explained'

export interface StatedFinding extends KeyedFinding {
  readonly state: FindingState
  /** The explanation in force; null while open. */
  readonly explanation: FindingMark | null
  /** An explanation that has run out by itself: why the finding is open again. */
  readonly lapsed: FindingMark | null
  /** Everything said of it up to the day, oldest first. */
  readonly history: readonly FindingMark[]
}

/** A finding that is not there on the day, and was: cured by an entry, or explained and then gone. */
export interface GoneFinding extends FindingKey {
  readonly unitId: string | null
  readonly personId: string | null
  /** The last cure; null: it went without an entry (a time limit passed, a person's retirement came, the book is older than this register). */
  readonly cure: FindingCure | null
  readonly history: readonly FindingMark[]
}

/** The findings of a day with their states. `marks` in the order they were entered; later days do not count. */
export function stateFindings(findings: readonly Finding[], marks: readonly FindingMark[], asOf: PlainDate): readonly StatedFinding[] {
  const history = historyOf(marks, asOf)
  return keyFindings(findings).map((keyed) => {
    const own = history.get(keyText(keyed)) ?? NONE
    const last = own.at(-1)
    const explained = last?.kind === 'explained' ? last : null
    const holds = explained !== null && (explained.untilOn === null || asOf <= explained.untilOn)
    return { ...keyed, state: holds ? 'explained' : 'open', explanation: holds ? explained : null, lapsed: holds ? null : explained, history: own }
  })
}

/** What is not found on the day any more, newest cure first, then what went by itself. */
export function goneFindings(present: readonly FindingKey[], marks: readonly FindingMark[], cures: readonly FindingCure[], asOf: PlainDate): readonly GoneFinding[] {
  const here = new Set(present.map(keyText))
  const history = historyOf(marks, asOf)
  const lastCure = new Map<string, FindingCure>()
  for (const cure of cures) if (!here.has(keyText(cure))) lastCure.set(keyText(cure), cure)
  const cured = [...lastCure.values()].toSorted((left, right) => right.seq - left.seq).map((cure): GoneFinding => ({ ...ofKey(cure), cure, history: history.get(keyText(cure)) ?? NONE }))
  const went = [...history].flatMap(([text, own]) => {
    const first = own[0]
    return first === undefined || here.has(text) || lastCure.has(text) ? [] : [{ ...ofKey(first), cure: null, history: own }]
  })
  return [...cured, ...went]
}

/** Findings of the first list that the second has not: what an entry between the two cured. Hints are no findings to be cured. */
export function curedBetween(before: readonly Finding[], after: readonly Finding[]): readonly KeyedFinding[] {
  const left = new Set(keyFindings(after).map(keyText))
  return keyFindings(before).filter((keyed) => keyed.finding.severity !== 'info' && !left.has(keyText(keyed)))
}

const NONE: readonly FindingMark[] = []

function historyOf(marks: readonly FindingMark[], asOf: PlainDate): ReadonlyMap<string, readonly FindingMark[]> {
  return Map.groupBy(marks.filter((mark) => mark.markedOn <= asOf), keyText)
}

function ofKey({ rule, subject, unitId, personId }: FindingKey & Pick<FindingMark, 'unitId' | 'personId'>): Pick<GoneFinding, 'rule' | 'subject' | 'unitId' | 'personId'> {
  return { rule, subject, unitId, personId }
}
