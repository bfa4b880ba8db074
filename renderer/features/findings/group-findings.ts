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
    return [
      {
        rule,
        title,
        severity,
        effect,
        source,
        remedy: own.every((finding) => finding.remedy === remedy) ? remedy : null,
        findings: own,
      },
    ]
  })
}

/** How the open findings are laid out. */
export type FindingOrder = 'rule' | 'person' | 'unit'

/** All that stands open of one person or one unit. */
export interface SubjectGroup {
  readonly key: string
  readonly personId: string | null
  readonly person: string | null
  readonly unitId: string | null
  readonly unit: string | null
  readonly findings: readonly StatedFindingView[]
}

/** One group a person (findings of no person go to their unit) or a unit, whoever has the gravest and the most first. */
export function groupBySubject(
  findings: readonly StatedFindingView[],
  order: 'person' | 'unit',
): readonly SubjectGroup[] {
  const groups = Map.groupBy(findings, ({ personId, unitId }) =>
    order === 'person' && personId !== null ? `person ${personId}` : `unit ${unitId ?? ''}`,
  )
  return [...groups]
    .flatMap(([key, own]) => {
      const [first] = own
      if (first === undefined) return []
      const { personId, person, unitId, unit } = first
      const byPerson = key.startsWith('person ')
      const sorted = own.toSorted((left, right) => GRAVITY[left.severity] - GRAVITY[right.severity])
      return [
        { key, personId: byPerson ? personId : null, person: byPerson ? person : null, unitId, unit, findings: sorted },
      ]
    })
    .toSorted((left, right) => weightOf(right) - weightOf(left))
}

const GRAVITY: Readonly<Record<StatedFindingView['severity'], number>> = { error: 0, warning: 1, info: 2 }
/** One graver finding outweighs any number of lesser ones. */
const WEIGHT: Readonly<Record<StatedFindingView['severity'], number>> = { error: 1_000_000, warning: 1000, info: 1 }

function weightOf({ findings }: SubjectGroup): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0)
}

/** Findings that have the words in what they say: rule, title, person, unit, sentence. Empty words: all. */
export function searchFindings(findings: readonly StatedFindingView[], words: string): readonly StatedFindingView[] {
  const wanted = words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return findings
  return findings.filter((finding) => {
    const text = (
      `${finding.rule} ${finding.title} ${finding.person ?? ''} ${finding.unit ?? '全乡'} ${finding.text}` +
      ` ${finding.alsoBy.map((other) => `${other.rule} ${other.title}`).join(' ')}`
    ).toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** True where the group holds what a rule found: under its own name, or as another rule of the same fact. */
export function speaksBy(group: FindingGroup, rule: string | undefined): boolean {
  return group.rule === rule || group.findings.some((finding) => finding.alsoBy.some((other) => other.rule === rule))
}
