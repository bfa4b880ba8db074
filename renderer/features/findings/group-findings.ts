import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'

export interface FindingGroup {
  readonly rule: string
  readonly title: string
  readonly severity: StatedFindingView['severity']
  readonly effect: StatedFindingView['effect']
  readonly source: StatedFindingView['source']
  /** Null when the findings of the group ask for different things. */
  readonly remedy: string | null
  readonly findings: readonly StatedFindingView[]
}

/** One group a rule and severity, in the order the check gave them. */
export function groupFindings(findings: readonly StatedFindingView[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, (finding) => `${finding.severity} ${finding.rule}`)
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { rule, title, severity, effect, source, remedy } = first
    return [{ rule, title, severity, effect, source, remedy: own.every((finding) => finding.remedy === remedy) ? remedy : null, findings: own }]
  })
}

/** Findings that have the words in what they say: rule, title, person, unit, sentence. Empty words: all. */
export function searchFindings(findings: readonly StatedFindingView[], words: string): readonly StatedFindingView[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (wanted.length === 0) return findings
  return findings.filter((finding) => {
    const text = `${finding.rule} ${finding.title} ${finding.person ?? ''} ${finding.unit ?? '全乡'} ${finding.text}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
