import type { Finding } from '../model/finding.ts'
import { sourceInForce } from '../rules/packs/source-in-force.ts'
import { ruleById } from '../rules/registry.ts'
import { groundOf } from '../rules/weight-in-force.ts'
import type { BookView } from './book-view.ts'

/** A finding with the names of its subject and the clause it stands on. */
export function findingView(view: BookView, finding: Finding) {
  const rule = ruleById(finding.rule)
  if (rule === undefined) throw new Error(`finding of an unknown rule: ${finding.rule}`)
  return {
    rule: finding.rule,
    title: rule.title,
    severity: finding.severity,
    effect: finding.effect,
    unitId: finding.unitId,
    unit: finding.unitId === null ? null : view.unitName(finding.unitId),
    personId: finding.personId,
    // F1 and F2 speak of people who have left: the sentence names them.
    person:
      finding.personId === null
        ? null
        : view.personName(finding.personId) ||
          (view.state.snapshot.exits.find((exit) => exit.personId === finding.personId)?.personName ?? ''),
    text: finding.text,
    remedy: finding.remedy,
    facts: { ...finding.facts },
    source: sourceInForce(rule, groundOf(view.state.snapshot)),
  }
}

/** What another rule says of the same fact. */
export function alsoByView(view: BookView, finding: Finding) {
  const { rule, title, severity, text, remedy, source } = findingView(view, finding)
  return { rule, title, severity, text, remedy, source }
}
