import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding } from '../model/finding.ts'
import { overQuotaPeople } from '../roster/over-quota-order.ts'
import { packById, parameterValues } from './packs/index.ts'
import { NATIONAL_PARAMETERS } from './packs/national-parameters.ts'
import { RULES } from './registry.ts'
import type { Flag, Rule, RuleInput, Standing } from './rule.ts'
import { indexSnapshot } from './snapshot-index.ts'

const NOBODY: Standing = { ineligible: new Set(), overQuota: [] }

/**
 * Runs the national rules and those of the book's pack over one day, in the order of the registry. Who is over quota depends on who is
 * off the sheet for another reason, so rules about that run second. A pack this version does not know brings no rules of its own.
 */
export function checkBook(snapshot: BookSnapshot, figures: Figures): readonly Finding[] {
  const { packId } = snapshot.book
  const rules = RULES.filter((rule) => rule.pack === null || rule.pack === packId)
  const input = { snapshot, figures, index: indexSnapshot(snapshot), parameters: parameterValues(packById(packId)?.parameters ?? NATIONAL_PARAMETERS) }
  const facts = runRules(rules.filter((rule) => rule.stage === 'facts'), { ...input, standing: NOBODY })
  const ineligible = new Set([...facts.values()].flat().flatMap((finding) => (finding.effect === 'eligibility' && finding.personId !== null ? [finding.personId] : [])))
  const standing = { ineligible, overQuota: overQuotaPeople(snapshot, figures, ineligible) }
  const later = runRules(rules.filter((rule) => rule.stage === 'standing'), { ...input, standing })
  return rules.flatMap((rule) => facts.get(rule.id) ?? later.get(rule.id) ?? [])
}

function runRules(rules: readonly Rule[], input: RuleInput<keyof BookSnapshot>): ReadonlyMap<string, readonly Finding[]> {
  return new Map(rules.map((rule) => [rule.id, rule.check(input).map((flag) => toFinding(rule, flag))]))
}

function toFinding(rule: Rule, flag: Flag): Finding {
  return {
    rule: rule.id,
    severity: flag.severity ?? rule.severity,
    effect: flag.effect ?? rule.effect,
    unitId: flag.unitId ?? null,
    personId: flag.personId ?? null,
    text: flag.text,
    remedy: flag.remedy,
    facts: flag.facts ?? {},
  }
}
