import type { Finding, RosterEntry, RosterList } from '../model/finding.ts'

/** What a book says by one pack and by another. */
export interface PackDifference {
  readonly created: readonly Finding[]
  readonly cured: readonly Finding[]
  /** The same subject, told otherwise or weighed otherwise. */
  readonly changed: readonly { readonly before: Finding; readonly after: Finding }[]
  readonly moved: readonly { readonly personId: string; readonly from: RosterList; readonly to: RosterList }[]
}

interface Judged {
  readonly findings: readonly Finding[]
  readonly roster: readonly RosterEntry[]
}

/** Findings are known again by rule and subject, in their order; facts are the same on both sides, only the rules differ. */
export function packDifference(before: Judged, after: Judged): PackDifference {
  const [old, fresh] = [Map.groupBy(before.findings, subjectOf), Map.groupBy(after.findings, subjectOf)]
  const lists = new Map(before.roster.map((entry) => [entry.personId, entry.list]))
  return {
    created: [...fresh].flatMap(([subject, own]) => own.slice((old.get(subject) ?? []).length)),
    cured: [...old].flatMap(([subject, own]) => own.slice((fresh.get(subject) ?? []).length)),
    changed: [...fresh].flatMap(([subject, own]) =>
      pairs(old.get(subject) ?? [], own).filter(
        (pair) => pair.before.text !== pair.after.text || pair.before.severity !== pair.after.severity,
      ),
    ),
    moved: after.roster.flatMap(({ personId, list }) => {
      const from = lists.get(personId)
      return from === undefined || from === list ? [] : [{ personId, from, to: list }]
    }),
  }
}

function pairs(
  before: readonly Finding[],
  after: readonly Finding[],
): readonly { readonly before: Finding; readonly after: Finding }[] {
  return before
    .slice(0, after.length)
    .flatMap((finding, index) => after.slice(index, index + 1).map((now) => ({ before: finding, after: now })))
}

function subjectOf(finding: Finding): string {
  return `${finding.rule}|${finding.unitId ?? ''}|${finding.personId ?? ''}`
}
