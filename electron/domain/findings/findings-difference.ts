import { keyText, keyFindings } from './finding-key.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { differenceOf } from '../model/changed-in.ts'
import type { Finding } from '../model/finding.ts'
import { differingRules } from '../rules/differing-rules.ts'

export interface FindingsDifference {
  /** Not there before, or there and now graver. */
  readonly created: readonly Finding[]
  readonly cured: readonly Finding[]
}

/** What a unit of before is after: a merged unit's findings are the other unit's from then on, a renamed unit is the same one. */
export interface Continuity {
  /** Ids of units that ended, with the unit that took over. */
  readonly units: ReadonlyMap<string, string>
  /** Names as sentences of before have them, with what they would say after. */
  readonly names: ReadonlyMap<string, string>
}

const UNCHANGED: Continuity = { units: new Map(), names: new Map() }

/** What became of the units between two snapshots of one day. `merged`: ended units with the unit they went into. */
export function continuityOf(
  before: Pick<BookSnapshot, 'units'>,
  after: Pick<BookSnapshot, 'units'>,
  merged: ReadonlyMap<string, string>,
): Continuity {
  if (before.units === after.units && merged.size === 0) return UNCHANGED
  const later = new Map(after.units.map((unit) => [unit.id, unit.name]))
  return {
    units: merged,
    names: new Map(
      before.units.flatMap(({ id, name }) => {
        const now = later.get(merged.get(id) ?? id)
        return now === undefined || now === name ? [] : [[name, now] as const]
      }),
    ),
  }
}

/**
 * What a change does to the findings. One is known again by its rule and its subject (`finding-key`): its sentence may carry other numbers,
 * and a person is the same wherever they are moved to. Where units were merged, what was found in each is one subject: it is graver only
 * where it is more than there was in all of them.
 */
export function findingsDifference(
  before: readonly Finding[],
  after: readonly Finding[],
  continuity: Continuity = UNCHANGED,
): FindingsDifference {
  if (continuity.units.size > 0 || continuity.names.size > 0) return compareAll(before, after, continuity)
  // A subject is one of a rule: rules that say the very same are left out, and so are subjects of which the very same is said.
  const parts = differingRules(before, after).map(([old, now]) => {
    const { gone, come } = differenceOf(old, now)
    const subjects = new Set([...gone, ...come].map(subjectOf))
    const among = (finding: Finding) => subjects.has(subjectOf(finding))
    return compareAll(old.filter(among), now.filter(among), continuity)
  })
  return { created: parts.flatMap((part) => part.created), cured: parts.flatMap((part) => part.cured) }
}

function compareAll(before: readonly Finding[], after: readonly Finding[], continuity: Continuity): FindingsDifference {
  const carried = before.map((finding) => carriedOver(finding, continuity))
  const old = Map.groupBy(
    carried.map((finding, place) => ({ finding, was: before[place] ?? finding })),
    ({ finding }) => subjectOf(finding),
  )
  const fresh = Map.groupBy(after, subjectOf)
  return {
    created: [...fresh].flatMap(([subject, findings]) => {
      const known = (old.get(subject) ?? []).map(({ finding }) => finding)
      if (new Set(old.get(subject)?.map(({ was }) => was.unitId)).size > 1 && findings.length === 1)
        return findings.filter((finding) => isGraver(sumOf(known), finding))
      const worse = findings.filter((finding, index) => index < known.length && isGraver(known[index], finding))
      return [...worse, ...findings.slice(known.length)]
    }),
    cured: [...old].flatMap(([subject, findings]) =>
      findings.slice(fresh.get(subject)?.length ?? 0).map(({ was }) => was),
    ),
  }
}

/** The rule and the subject of a finding, one text. */
export function subjectOf(finding: Finding): string {
  const known = SUBJECTS.get(finding)
  if (known !== undefined) return known
  const subject = keyFindings([finding]).map(keyText).join('')
  SUBJECTS.set(finding, subject)
  return subject
}

const SUBJECTS = new WeakMap<Finding, string>()

function carriedOver(finding: Finding, { units, names }: Continuity): Finding {
  const unitId = finding.unitId === null ? null : (units.get(finding.unitId) ?? finding.unitId)
  const text = [...names].reduce((sentence, [was, now]) => sentence.replaceAll(was, now), finding.text)
  return unitId === finding.unitId && text === finding.text ? finding : { ...finding, unitId, text }
}

const RANK = { info: 0, warning: 1, error: 2 } as const
/** Numbers of a finding that measure how far over the limit it is. */
const EXCESS = ['超编', '超配', '超出'] as const

/** The findings of several units as one: the gravest, with what they measure added up. */
function sumOf(findings: readonly Finding[]): Finding | undefined {
  const gravest = findings.toSorted((one, other) => RANK[other.severity] - RANK[one.severity])[0]
  if (gravest === undefined) return undefined
  const total = (name: string) => findings.reduce((sum, finding) => sum + Number(finding.facts[name] ?? 0), 0)
  return { ...gravest, facts: { ...gravest.facts, ...Object.fromEntries(EXCESS.map((name) => [name, total(name)])) } }
}

function isGraver(before: Finding | undefined, after: Finding): boolean {
  if (before === undefined) return true
  if (RANK[after.severity] > RANK[before.severity]) return true
  return EXCESS.some((name) => Number(after.facts[name] ?? 0) > Number(before.facts[name] ?? 0))
}
