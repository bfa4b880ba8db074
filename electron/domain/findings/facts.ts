import { bySeverity } from '../../vocabulary/findings.ts'
import type { FindingEffect, Severity } from '../model/finding.ts'
import { once } from '../model/once.ts'
import { ruleById } from '../rules/registry.ts'
import type { FindingKey } from './finding-key.ts'

/*
 * One fact, one finding. Rules declare what they speak of (`Rule.fact`) and whether they only repeat what another does to a person
 * (`Rule.restates`); what is said of one fact of one subject is gathered here, the gravest first, the others "also by". Every count on a
 * screen or a paper counts what this gives.
 */

/** What is known of one finding, present or gone. */
export interface Told extends FindingKey {
  readonly severity: Severity
  readonly effect: FindingEffect
}

/** What the rules say of one fact: at least one finding, the gravest first. */
export type Fact<T> = readonly [T, ...T[]]

const STANDING: Readonly<Record<FindingEffect, number>> = {
  eligibility: 0,
  overQuota: 1,
  evidence: 2,
  data: 3,
  none: 4,
}

interface Entry<T> extends Told {
  readonly finding: T
  readonly place: number
  /** Null: it speaks for itself. */
  readonly restates: readonly FindingEffect[] | null
}

/** Gathers findings into facts, in the order of each one's gravest. `read` tells what one is; they come in the order of the rules. */
export function gatherFacts<T>(findings: readonly T[], read: (finding: T) => Told): readonly Fact<T>[] {
  const entries = findings.map((finding, place): Entry<T> => {
    const { rule, subject, severity, effect } = read(finding)
    return { finding, place, rule, subject, severity, effect, restates: ruleById(rule)?.restates ?? null }
  })
  // Only what repeats another looks for whom it repeats.
  const speaking = once(() =>
    Map.groupBy(
      entries.filter((entry) => entry.restates === null),
      (entry) => bareSubject(entry.subject),
    ),
  )
  const keyOf = (entry: Entry<T>): string => {
    if (entry.restates === null) return factKey(entry)
    const host = (speaking().get(bareSubject(entry.subject)) ?? [])
      .filter((other) => entry.restates?.includes(other.effect) === true)
      .toSorted(byWeight)[0]
    return factKey(host ?? entry)
  }
  return [...Map.groupBy(entries, keyOf).values()]
    .map((own) => (own.length === 1 ? own : own.toSorted(byWeight)))
    .toSorted(([left], [right]) => (left?.place ?? 0) - (right?.place ?? 0))
    .flatMap(([first, ...others]): readonly Fact<T>[] =>
      first === undefined ? [] : [[first.finding, ...others.map((entry) => entry.finding)]],
    )
}

/**
 * What names a fact from day to day: its kind and its subject. Of the whole township a kind has one subject, whatever words the rules
 * choose; several of one rule on one subject stay apart by their number.
 */
export function factKey({ rule, subject }: FindingKey): string {
  const kind = ruleById(rule)?.fact
  if (kind === undefined) return `${rule}~${subject}`
  return `${kind}~${subject.startsWith('book:') ? 'book' : subject}`
}

function byWeight<T>(left: Entry<T>, right: Entry<T>): number {
  return (
    bySeverity(left.severity, right.severity) ||
    Number(left.restates !== null) - Number(right.restates !== null) ||
    STANDING[left.effect] - STANDING[right.effect] ||
    left.place - right.place
  )
}

/** `person:p1#2` is about p1. */
function bareSubject(subject: string): string {
  return subject.includes('#') ? subject.replace(/#\d+$/u, '') : subject
}
