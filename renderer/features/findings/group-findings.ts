import type { FindingView } from '../../../electron/contract/shapes.ts'

export interface FindingGroup {
  readonly rule: string
  readonly title: string
  readonly severity: FindingView['severity']
  readonly effect: FindingView['effect']
  readonly source: FindingView['source']
  /** Null when the findings of the group ask for different things. */
  readonly remedy: string | null
  readonly findings: readonly FindingView[]
}

/** One group a rule and severity, in the order the check gave them. */
export function groupFindings(findings: readonly FindingView[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`
    const { rule, title, severity, effect, source, remedy } = finding
    const group = groups.get(key) ?? { rule, title, severity, effect, source, remedy, findings: [] }
    groups.set(key, { ...group, remedy: group.remedy === remedy ? remedy : null, findings: [...group.findings, finding] })
  }
  return [...groups.values()]
}
