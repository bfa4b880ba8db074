import { computeFigures } from '../../electron/domain/quota/figures.ts'
import { parameterValues } from '../../electron/domain/rules/packs/index.ts'
import { NATIONAL_PARAMETERS } from '../../electron/domain/rules/packs/national-parameters.ts'
import type { Flag, Rule, RuleParameters } from '../../electron/domain/rules/rule.ts'
import { indexSnapshot } from '../../electron/domain/model/snapshot-index.ts'
import { buildSnapshot, type SnapshotSpec } from './snapshot.ts'

/** What one rule of the first stage says where the locality has parameters of its own. */
export function flagsWith(rule: Pick<Rule, 'check'>, spec: SnapshotSpec, parameters: RuleParameters): readonly Flag[] {
  const snapshot = buildSnapshot(spec)
  return rule.check({
    snapshot,
    figures: computeFigures(snapshot),
    index: indexSnapshot(snapshot),
    parameters: { ...parameterValues(NATIONAL_PARAMETERS), ...parameters },
    standing: { ineligible: new Set(), overQuota: [] },
  })
}
