import type { Finding, Severity } from '../model/finding.ts'
import { madeOf } from '../model/made-of.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { differingRules } from '../rules/differing-rules.ts'
import { placeOfRule, ruleById } from '../rules/registry.ts'
import { factKey, gatherFacts } from './facts.ts'
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

/**
 * One fact with the state it is in: the gravest finding speaks, `alsoBy` are the other rules that say the same. An explanation of any of the
 * gravest holds for the fact; where a graver rule comes to speak of it later, it is open again.
 */
export interface StatedFinding extends KeyedFinding {
  readonly alsoBy: readonly KeyedFinding[]
  readonly state: FindingState
  /** The explanation in force; null while open. */
  readonly explanation: FindingMark | null
  /** An explanation that has run out by itself: why the finding is open again. */
  readonly lapsed: FindingMark | null
  /** Everything said of it up to the day, oldest first; what was said of all its rules at once stands once. */
  readonly history: readonly FindingMark[]
}

/** A finding that is not there on the day, and was: cured by an entry, or explained and then gone. */
export interface GoneFinding extends FindingKey {
  /** The other rules that had spoken of the same fact. */
  readonly alsoBy: readonly FindingKey[]
  readonly unitId: string | null
  readonly personId: string | null
  /** The last cure; null: it went without an entry (a time limit passed, a person's retirement came, the book is older than this register). */
  readonly cure: FindingCure | null
  readonly history: readonly FindingMark[]
}

/** The findings of a day as facts. */
export const factsOfDay = madeOf((findings: readonly Finding[]): readonly FactOfDay[] =>
  gatherFacts(keyFindings(findings), ({ rule, subject, finding: { severity, effect } }) => ({
    rule,
    subject,
    severity,
    effect,
  })).map(([main, ...alsoBy]) => ({ ...main, alsoBy })),
)

type FactOfDay = KeyedFinding & Pick<StatedFinding, 'alsoBy'>

/** The facts of a day with their states. `marks` in the order they were entered; later days do not count. */
export function stateFindings(
  findings: readonly Finding[],
  marks: readonly FindingMark[],
  asOf: PlainDate,
): readonly StatedFinding[] {
  const [history, places] = [historyOf(marks, asOf), placesOf(marks)]
  return factsOfDay(findings).map((fact) => {
    if (history.size === 0) return { ...fact, ...UNSAID }
    const rules = [fact, ...fact.alsoBy]
    const said = rules
      .filter((one) => one.finding.severity === fact.finding.severity)
      .flatMap((one) => history.get(keyText(one))?.at(-1) ?? [])
      .filter((last) => last.kind === 'explained')
    const holding = said.find((last) => last.untilOn === null || asOf <= last.untilOn) ?? null
    return {
      ...fact,
      state: holding === null ? 'open' : 'explained',
      explanation: holding,
      lapsed: holding === null ? (said[0] ?? null) : null,
      history: saidOnce(
        rules.map((one) => history.get(keyText(one)) ?? NONE),
        places,
      ),
    }
  })
}

/** A fact of which nobody has said anything. */
const UNSAID = { state: 'open', explanation: null, lapsed: null, history: [] } as const

/**
 * What is not found on the day any more, newest cure first, then what went by itself. A fact of which another rule still speaks is not gone.
 */
export function goneFindings(
  present: readonly (FindingKey & { readonly alsoBy?: readonly FindingKey[] })[],
  marks: readonly FindingMark[],
  cures: readonly FindingCure[],
  asOf: PlainDate,
): readonly GoneFinding[] {
  const rules = present.flatMap((fact) => [fact, ...(fact.alsoBy ?? [])])
  const [here, facts] = [new Set(rules.map(keyText)), new Set(rules.map(factKey))]
  const stands = (key: FindingKey) => here.has(keyText(key)) || facts.has(factKey(key))
  const history = historyOf(marks, asOf)
  const lastCure = new Map<string, FindingCure>()
  for (const cure of cures) if (!stands(cure)) lastCure.set(keyText(cure), cure)
  const cured = [...lastCure.values()].map((cure): GoneFinding => ({
    ...ofKey(cure),
    alsoBy: NO_RULES,
    cure,
    history: history.get(keyText(cure)) ?? NONE,
  }))
  const went = [...history].flatMap(([text, own]): readonly GoneFinding[] => {
    const first = own[0]
    return first === undefined || stands(first) || lastCure.has(text)
      ? []
      : [{ ...ofKey(first), alsoBy: NO_RULES, cure: null, history: own }]
  })
  const places = placesOf(marks)
  const inOrder = [...cured, ...went].toSorted((left, right) => placeOfRule(left.rule) - placeOfRule(right.rule))
  return gatherFacts(inOrder, toldOfGone)
    .map(([main, ...others]) => goneFact(main, others, places))
    .toSorted((left, right) => (right.cure?.seq ?? 0) - (left.cure?.seq ?? 0))
}

function toldOfGone({ rule, subject, cure }: GoneFinding): FindingKey & Pick<Finding, 'severity' | 'effect'> {
  const known = ruleById(rule)
  return { rule, subject, severity: cure?.severity ?? known?.severity ?? 'info', effect: known?.effect ?? 'none' }
}

/** The fact went with the last of its rules. */
function goneFact(
  main: GoneFinding,
  others: readonly GoneFinding[],
  places: ReadonlyMap<FindingMark, number>,
): GoneFinding {
  const cures = [main, ...others].flatMap((one) => one.cure ?? [])
  const last = cures.reduce<FindingCure | null>((newest, cure) => (cure.seq > (newest?.seq ?? 0) ? cure : newest), null)
  return {
    ...main,
    alsoBy: others.map(({ rule, subject }) => ({ rule, subject })),
    cure: last === null ? null : { ...(main.cure ?? last), seq: last.seq },
    history: saidOnce(
      [main, ...others].map((one) => one.history),
      places,
    ),
  }
}

/** Findings of the first list that the second has not: what an entry between the two cured. Hints are no findings to be cured. */
export function curedBetween(before: readonly Finding[], after: readonly Finding[]): readonly KeyedFinding[] {
  return differingRules(before, after).flatMap(([old, now]) => {
    const left = new Set(keyFindings(now).map(keyText))
    return keyFindings(old).filter((keyed) => keyed.finding.severity !== 'info' && !left.has(keyText(keyed)))
  })
}

const NONE: readonly FindingMark[] = []
const NO_RULES: readonly FindingKey[] = []

/** Marks of several rules in the order they were entered (`places`); one act said of all of them is told once. */
function saidOnce(
  ofRules: readonly (readonly FindingMark[])[],
  places: ReadonlyMap<FindingMark, number>,
): readonly FindingMark[] {
  const acts = ofRules.flatMap((own) => {
    const before = new Map<string, number>()
    return own.map((mark): readonly [string, FindingMark] => {
      const { kind, markedOn, untilOn, saidBy, reason, documentNumber } = mark
      const act = JSON.stringify([kind, markedOn, untilOn, saidBy, reason, documentNumber])
      const time = (before.get(act) ?? 0) + 1
      before.set(act, time)
      return [`${act}#${time}`, mark]
    })
  })
  return [...new Map(acts.toReversed()).values()].toSorted(
    (left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0),
  )
}

function placesOf(marks: readonly FindingMark[]): ReadonlyMap<FindingMark, number> {
  return new Map(marks.map((mark, place) => [mark, place]))
}

function historyOf(marks: readonly FindingMark[], asOf: PlainDate): ReadonlyMap<string, readonly FindingMark[]> {
  return Map.groupBy(
    marks.filter((mark) => mark.markedOn <= asOf),
    keyText,
  )
}

function ofKey({
  rule,
  subject,
  unitId,
  personId,
}: FindingKey & Pick<FindingMark, 'unitId' | 'personId'>): Pick<
  GoneFinding,
  'rule' | 'subject' | 'unitId' | 'personId'
> {
  return { rule, subject, unitId, personId }
}
