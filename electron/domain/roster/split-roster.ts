import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { Finding, RosterEntry, RosterList } from '../model/finding.ts'
import { listOf, oneOrMore } from '../model/one-or-more.ts'
import { setApartName, type Holding } from '../model/person.ts'
import { indexSnapshot, type PresentPerson, type SnapshotIndex } from '../model/snapshot-index.ts'
import { overQuotaPeople } from './over-quota-order.ts'

/**
 * Puts everybody with a holding in force on exactly one list. Whoever claims 编制 (a row that uses it) and has an `eligibility` finding
 * is non-compliant; whoever is counted is over quota by `overQuotaPeople`, else in quota; then 编外, then 借入 and 挂职; whoever is none
 * of these holds a post nobody can place and is non-compliant. 借出 people stay on their own list. Only the in-quota list is public.
 * Entries come in unit order, people in the snapshot's order. `findings` are those of `checkBook` for the same snapshot.
 */
export function splitRoster(
  snapshot: BookSnapshot,
  figures: Figures,
  findings: readonly Finding[],
): readonly RosterEntry[] {
  const index = indexSnapshot(snapshot)
  const ofPerson = oneOrMore(findings, (finding) => finding.personId)
  const ineligible = new Set(
    findings.flatMap((finding) =>
      finding.effect === 'eligibility' && finding.personId !== null ? [finding.personId] : [],
    ),
  )
  const over = new Set(overQuotaPeople(snapshot, figures, ineligible).map((own) => own.personId))
  const rank = new Map(snapshot.units.map((unit, position) => [unit.id, position]))
  const placed = index.present.flatMap((present) => {
    const holding = placingHolding(present)
    if (holding === undefined) return []
    const list = rosterListOf(present, holding, index, ineligible, over)
    const entry = toEntry(present, holding, list, listOf(ofPerson.get(present.person.id)))
    return [{ entry, rank: rank.get(index.unitOf(holding)?.id ?? '') ?? snapshot.units.length }]
  })
  return placed.sort((left, right) => left.rank - right.rank).map(({ entry }) => entry)
}

/** The holding that says where somebody belongs: the counted one, else 编外, else 借入 or 挂职, else whatever they have. */
function placingHolding({ holdings: own, counted }: PresentPerson): Holding | undefined {
  return (
    counted ??
    own.find((holding) => holding.kind === 'offQuota') ??
    own.find((holding) => holding.kind === 'secondedIn' || holding.kind === 'attached') ??
    own[0]
  )
}

function rosterListOf(
  { person, holdings, counted }: PresentPerson,
  placing: Holding,
  index: SnapshotIndex,
  ineligible: ReadonlySet<string>,
  over: ReadonlySet<string>,
): RosterList {
  if (ineligible.has(person.id) && holdings.some((holding) => holding.occupiesQuota)) return 'non-compliant'
  if (counted !== undefined && index.unitOf(placing) !== undefined)
    return over.has(person.id) ? 'over-quota' : 'in-quota'
  if (placing.kind === 'offQuota') return 'off-quota'
  return placing.kind === 'secondedIn' || placing.kind === 'attached' ? 'seconded' : 'non-compliant'
}

const NONE: readonly string[] = []

function toEntry(
  { person, holdings: own }: PresentPerson,
  holding: Holding,
  list: RosterList,
  findings: readonly Finding[],
): RosterEntry {
  return {
    personId: person.id,
    list,
    holdingId: holding.id,
    // Most people have one seat, and nothing is found of them: no list is made for these.
    concurrentHoldingIds:
      own.length === 1
        ? NONE
        : own.filter((other) => other.kind === 'concurrent' && other.id !== holding.id).map((other) => other.id),
    secondedOutHoldingId:
      own.length === 1
        ? null
        : (own.find((other) => other.kind === 'secondedOut' && other.id !== holding.id)?.id ?? null),
    rules: findings.length === 0 ? NONE : [...new Set(findings.map((finding) => finding.rule))],
    why: whyThere(list, holding, findings),
  }
}

function whyThere(list: RosterList, holding: Holding, findings: readonly Finding[]): string | null {
  const texts = (effect: Finding['effect']) =>
    findings
      .filter((finding) => finding.effect === effect)
      .map((finding) => finding.text)
      .join('')
  switch (list) {
    case 'in-quota':
      return null
    case 'over-quota':
      return texts('overQuota') || '所在机构超编，列为超编人员。'
    case 'non-compliant':
      return texts('eligibility') || '没有登记占用编制，编制情况待核。'
    case 'off-quota':
      return `${setApartName(holding)}人员，没有编制，另列编外台账。`
    case 'seconded':
      return `${setApartName(holding)}人员，编制在原单位${holding.counterpart === null ? '' : `（${holding.counterpart}）`}。`
  }
}
