import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { LocalRule } from '../model/local-pack.ts'
import { overQuotaPeople } from '../roster/over-quota-order.ts'
import { parameterValues } from './packs/index.ts'
import { NATIONAL_PARAMETERS } from './packs/national-parameters.ts'
import { packInForce } from './packs/pack-in-force.ts'
import { RULES } from './registry.ts'
import type { Flag, Rule, RuleInput, Standing } from './rule.ts'
import { indexSnapshot } from './snapshot-index.ts'

const NOBODY: Standing = { ineligible: new Set(), overQuota: [] }

/** The rules a book is checked by: national ones and those of its pack, without what the locality has switched off; in the order of the registry. */
export function rulesInForce(snapshot: Pick<BookSnapshot, 'book' | 'localPack'>): readonly Rule[] {
  const inForce = packInForce(snapshot)
  return RULES.filter((rule) => (rule.pack === null || rule.pack === inForce?.base.id) && (inForce?.rules[rule.id]?.off ?? null) === null)
}

/**
 * Runs the rules in force over one day. Who is over quota depends on who is off the sheet for another reason, so rules about that run
 * second. A pack this version does not know brings no rules of its own.
 */
export function checkBook(snapshot: BookSnapshot, figures: Figures): readonly Finding[] {
  const inForce = packInForce(snapshot)
  const rules = rulesInForce(snapshot)
  const weights = inForce?.rules ?? {}
  const input = { snapshot, figures, index: indexSnapshot(snapshot), parameters: parameterValues(inForce?.pack.parameters ?? NATIONAL_PARAMETERS) }
  const facts = runRules(rules.filter((rule) => rule.stage === 'facts'), weights, { ...input, standing: NOBODY })
  const ineligible = new Set(facts.flatMap(([, finding]) => (finding.effect === 'eligibility' && finding.personId !== null ? [finding.personId] : [])))
  const standing = { ineligible, overQuota: overQuotaPeople(snapshot, figures, ineligible) }
  const later = runRules(rules.filter((rule) => rule.stage === 'standing'), weights, { ...input, standing })
  const place = new Map(rules.map((rule, index) => [rule, index]))
  return [...facts, ...later].toSorted(([left], [right]) => Number(place.get(left)) - Number(place.get(right))).map(([, finding]) => finding)
}

type Weights = Readonly<Record<string, LocalRule>>

function runRules(rules: readonly Rule[], weights: Weights, input: RuleInput<keyof BookSnapshot>): readonly (readonly [Rule, Finding])[] {
  return rules.flatMap((rule) => rule.check(input).map((flag) => [rule, toFinding(rule, flag, weights[rule.id]?.severity ?? rule.severity)] as const))
}

/** A rule may say less of a single case; the locality's weight stands in for the rule's own. */
function toFinding(rule: Rule, flag: Flag, severity: Severity): Finding {
  return {
    rule: rule.id,
    severity: flag.severity ?? severity,
    effect: flag.effect ?? rule.effect,
    unitId: flag.unitId ?? null,
    personId: flag.personId ?? null,
    text: flag.text,
    remedy: flag.remedy,
    facts: flag.facts ?? {},
  }
}
