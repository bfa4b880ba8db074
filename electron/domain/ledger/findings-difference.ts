import type { Finding } from '../model/finding.ts'

export interface FindingsDifference {
  /** Not there before, or there and now graver. */
  readonly created: readonly Finding[]
  readonly cured: readonly Finding[]
}

/** What a change does to the findings. One is known again by its rule and its subject: its sentence may carry other numbers. */
export function findingsDifference(before: readonly Finding[], after: readonly Finding[]): FindingsDifference {
  const [old, fresh] = [Map.groupBy(before, subjectOf), Map.groupBy(after, subjectOf)]
  return {
    created: [...fresh].flatMap(([subject, findings]) => {
      const known = old.get(subject) ?? []
      const worse = findings.filter((finding, index) => index < known.length && isGraver(known[index], finding))
      return [...worse, ...findings.slice(known.length)]
    }),
    cured: [...old].flatMap(([subject, findings]) => findings.slice(fresh.get(subject)?.length ?? 0)),
  }
}

function subjectOf(finding: Finding): string {
  return `${finding.rule}|${finding.unitId ?? ''}|${finding.personId ?? ''}`
}

const RANK = { info: 0, warning: 1, error: 2 } as const
/** Numbers of a finding that measure how far over the limit it is. */
const EXCESS = ['超编', '超配', '超出'] as const

function isGraver(before: Finding | undefined, after: Finding): boolean {
  if (before === undefined) return true
  if (RANK[after.severity] > RANK[before.severity]) return true
  return EXCESS.some((name) => Number(after.facts[name] ?? 0) > Number(before.facts[name] ?? 0))
}
