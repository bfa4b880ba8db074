import type { FindingView } from '../../contract/shapes.ts'
import type { Finding } from '../../domain/model/finding.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { sourceInForce } from '../../domain/rules/packs/source-in-force.ts'
import { ruleById } from '../../domain/rules/registry.ts'
import type { BookView } from './book-view.ts'

/** A finding with the names of its subject and the clause it stands on. */
export function findingView(view: BookView, finding: Finding): FindingView {
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
    person: finding.personId === null ? null : view.personName(finding.personId) || (view.state.snapshot.exits.find((exit) => exit.personId === finding.personId)?.personName ?? ''),
    text: finding.text,
    remedy: finding.remedy,
    facts: { ...finding.facts },
    source: sourceInForce(rule, packInForce(view.state.snapshot)),
  }
}
