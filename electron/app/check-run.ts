import type { Input, Output } from '../contract/operations.ts'
import type { Severity } from '../domain/model/finding.ts'
import { packById } from '../domain/rules/packs/index.ts'
import { RULES } from '../domain/rules/registry.ts'
import type { QueryContext } from './context.ts'
import { readAskedState } from './read-book-state.ts'
import { viewBook } from './views/book-view.ts'
import { findingView } from './views/finding-view.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Runs the national rules and those of the book's pack; gravest findings first, otherwise in the order of the rules. */
export async function runCheck(input: Input<'check.run'>, context: QueryContext): Promise<Output<'check.run'>> {
  const view = viewBook(await readAskedState(context, input))
  const { findings, snapshot } = view.state
  const { packId } = snapshot.book
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    asOf: snapshot.asOf,
    pack: { id: packId, title: packById(packId)?.title ?? packId },
    findings: findings.toSorted((left, right) => WEIGHT[left.severity] - WEIGHT[right.severity]).map((finding) => findingView(view, finding)),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    rulesRun: RULES.filter((rule) => rule.pack === null || rule.pack === packId).length,
  }
}
