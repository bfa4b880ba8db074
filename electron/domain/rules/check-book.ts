import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, Severity } from '../model/finding.ts'
import { keptWith } from '../model/kept-with.ts'
import { wholeOf } from '../model/in-steps.ts'
import { keptOff } from '../model/ineligible.ts'
import { overQuotaPeople } from '../roster/over-quota-order.ts'
import { parameterValues } from './packs/index.ts'
import { NATIONAL_PARAMETERS } from './packs/national-parameters.ts'
import { packInForce } from './packs/pack-in-force.ts'
import { RULES } from './registry.ts'
import { groundOf, lighter, weightOf, type RuleWeight } from './weight-in-force.ts'
import type { Flag, Rule, RuleInput, Standing } from './rule.ts'
import { indexSnapshot } from '../model/snapshot-index.ts'
import { isAsSeen, watchRule, type Seen } from './watched-input.ts'

const NOBODY: Standing = { ineligible: new Set(), overQuota: [] }

/** The rules a book is checked by: national ones and those of its pack, without what the locality has switched off; in the order of the registry. */
export function rulesInForce(snapshot: Pick<BookSnapshot, 'book' | 'localPack'>): readonly Rule[] {
  const inForce = packInForce(snapshot)
  return RULES.filter(
    (rule) => (rule.pack === null || rule.pack === inForce?.base.id) && (inForce?.rules[rule.id]?.off ?? null) === null,
  )
}

/**
 * Runs the rules in force over one day. Who is over quota depends on who is off the sheet for another reason, so rules about that run
 * second. A pack this version does not know brings no rules of its own.
 */
export function checkBook(snapshot: BookSnapshot, figures: Figures): readonly Finding[] {
  return wholeOf(checkInSteps(snapshot, figures))
}

/** The same, a rule at a time. */
export function checkInSteps(snapshot: BookSnapshot, figures: Figures): Generator<void, readonly Finding[]> {
  return runInForce(snapshot, figures, undefined)
}

/**
 * The same for a snapshot made from a checked one by what a change touched: a rule that read nothing that is another now has said it already;
 * rules of one person are asked of those people and said again of all others (`rule-by-person`); the rest run again.
 */
export function recheckBook(snapshot: BookSnapshot, figures: Figures, origin: BookSnapshot): readonly Finding[] {
  return wholeOf(recheckInSteps(snapshot, figures, origin))
}

/** The same, a rule at a time. */
export function recheckInSteps(
  snapshot: BookSnapshot,
  figures: Figures,
  origin: BookSnapshot,
): Generator<void, readonly Finding[]> {
  return runInForce(snapshot, figures, RUNS.get(origin))
}

/** What a rule said, and of what. */
interface RuleRun {
  readonly seen: Seen
  readonly severity: Severity
  readonly cap: Severity | null
  readonly flags: readonly Flag[]
  readonly findings: readonly Finding[]
}

interface Run {
  readonly rules: ReadonlyMap<Rule, RuleRun>
  /** Whom each rule of the first stage keeps off the sheet. */
  readonly off: readonly (readonly string[])[]
  readonly ineligible: ReadonlySet<string>
}

const RUNS = new WeakMap<BookSnapshot, Run>()
const BY_RULE = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>()

/** Findings by their rule; those of one check that say the same as in the check before are the same lists. */
export function findingsByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return BY_RULE.get(findings) ?? Map.groupBy(findings, (finding) => finding.rule)
}

function* runInForce(
  snapshot: BookSnapshot,
  figures: Figures,
  before: Run | undefined,
): Generator<void, readonly Finding[]> {
  const inForce = packInForce(snapshot)
  const rules = rulesInForce(snapshot)
  const ground = groundOf(snapshot)
  const input = {
    snapshot,
    figures,
    index: indexSnapshot(snapshot),
    parameters: parameterValues(inForce?.pack.parameters ?? NATIONAL_PARAMETERS),
  }
  yield
  const runs = new Map<Rule, RuleRun>()
  const runStage = function* (stage: Rule['stage'], standing: Standing): Generator<void, void> {
    const whole = { ...input, standing }
    for (const rule of rules) {
      if (rule.stage !== stage) continue
      runs.set(rule, yield* runRule(rule, weightOf(rule, ground), whole, before?.rules.get(rule)))
      yield
    }
  }
  yield* runStage('facts', NOBODY)
  const off = [...runs.values()].map((run) => keptOff(run.findings))
  const ineligible = before !== undefined && isSameList(before.off, off) ? before.ineligible : new Set(off.flat())
  yield* runStage('standing', { ineligible, overQuota: overQuotaPeople(snapshot, figures, ineligible) })
  // Tens of thousands: joined by the engine, list after list.
  const findings = new Array<Finding>().concat(...rules.map((rule) => runs.get(rule)?.findings ?? []))
  RUNS.set(snapshot, { rules: runs, off, ineligible })
  BY_RULE.set(findings, new Map([...runs].map(([rule, run]) => [rule.id, run.findings])))
  return findings
}

function isSameList<Thing>(before: readonly Thing[], now: readonly Thing[]): boolean {
  return before.length === now.length && before.every((thing, place) => thing === now[place])
}

function* runRule(
  rule: Rule,
  weight: RuleWeight,
  input: RuleInput<keyof BookSnapshot>,
  before: RuleRun | undefined,
): Generator<void, RuleRun> {
  const { severity, cap } = weight
  const sameWeight = before?.severity === severity && before.cap === cap
  if (before !== undefined && sameWeight && isAsSeen(before.seen, input)) return before
  const { flags, seen } = yield* watchRule(rule, input)
  // The very list of flags it gave before: the rule has seen for itself that it says the same.
  if (before !== undefined && sameWeight && flags === before.flags) return { ...before, seen }
  const findings = flags.map((flag) => toFinding(rule, flag, weight))
  return { seen, severity, cap, flags, findings: before === undefined ? findings : sayAgain(before.findings, findings) }
}

/** So far ahead a finding is looked for among those before. */
const AHEAD = 8

/** The findings now, each as the object it was before where it says the same; the list before where all of them do. */
function sayAgain(before: readonly Finding[], now: readonly Finding[]): readonly Finding[] {
  let place = 0
  const said = now.map((finding) => {
    for (let ahead = place; ahead < Math.min(place + AHEAD, before.length); ahead += 1) {
      const old = before[ahead]
      if (old === undefined || !saysTheSame(old, finding)) continue
      place = ahead + 1
      return old
    }
    return finding
  })
  return said.length === before.length && said.every((finding, at) => finding === before[at]) ? before : said
}

function saysTheSame(one: Finding, other: Finding): boolean {
  return (
    one === other ||
    (one.personId === other.personId &&
      one.unitId === other.unitId &&
      one.text === other.text &&
      one.severity === other.severity &&
      one.effect === other.effect &&
      one.remedy === other.remedy &&
      JSON.stringify(one.facts) === JSON.stringify(other.facts))
  )
}

/** What a flag says becomes one finding: a flag that is kept and said again is the same one. */
const FOUND = keptWith<
  Flag,
  { readonly rule: Rule; readonly severity: Severity; readonly cap: Severity | null; readonly finding: Finding }
>()

function toFinding(rule: Rule, flag: Flag, { severity, cap }: RuleWeight): Finding {
  const known = FOUND.get(flag)
  if (known?.rule === rule && known.severity === severity && known.cap === cap) return known.finding
  const finding = makeFinding(rule, flag, severity, cap)
  FOUND.set(flag, { rule, severity, cap, finding })
  return finding
}

/** A rule may say less of a single case; the locality's weight stands in for the rule's own. A hint takes nobody off the sheet. */
function makeFinding(rule: Rule, flag: Flag, severity: Severity, cap: Severity | null): Finding {
  const own = flag.severity ?? severity
  const effect = flag.effect ?? rule.effect
  return {
    rule: rule.id,
    severity: cap === null ? own : lighter(own, cap),
    effect: cap === 'info' && (effect === 'eligibility' || effect === 'overQuota') ? 'none' : effect,
    unitId: flag.unitId ?? null,
    personId: flag.personId ?? null,
    text: flag.text,
    remedy: flag.remedy,
    facts: flag.facts ?? {},
  }
}
