import { bySeverity } from '../../vocabulary/findings.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { Severity } from '../../domain/model/finding.ts'
import { rulesInForce } from '../../domain/rules/check-book.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import type { QueryContext } from '../context.ts'
import { readStatedFindings } from './read-stated-findings.ts'
import { offRulesView } from '../../domain/views/off-rules-view.ts'
import { checkedFindingView } from '../../domain/views/stated-finding-view.ts'

/** Runs the national rules and those of the book's pack; gravest findings first, otherwise in the order of the rules. */
export async function runCheck(input: Input<'check.run'>, context: QueryContext): Promise<Output<'check.run'>> {
  const { view, findings } = await readStatedFindings(context, input)
  const { snapshot } = view.state
  const { packId } = snapshot.book
  const inForce = packInForce(snapshot)
  const count = (severity: Severity) => findings.filter((one) => one.finding.severity === severity).length
  return {
    asOf: snapshot.asOf,
    pack: { id: packId, title: inForce?.pack.title ?? packId },
    findings: findings
      .toSorted((left, right) => bySeverity(left.finding.severity, right.finding.severity))
      .map((one) => checkedFindingView(view, one)),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    rulesRun: rulesInForce(snapshot).length,
    off: offRulesView(inForce),
  }
}
