import type { PackageNumbers } from '../../vocabulary/county.ts'
import { keyText } from '../findings/finding-key.ts'
import type { StatedFinding } from '../findings/finding-states.ts'
import { maskIdNumber } from '../identity/resident-id.ts'
import { holdingsByPerson } from '../model/holding-groups.ts'
import { entriesInUse, leadersOf } from '../quota/leadership-figure.ts'
import { expectedRetirement } from '../retirement/expected-retirement.ts'
import { ruleById } from '../rules/registry.ts'
import type { BookView } from '../views/book-view.ts'
import { rosterPersonView } from '../views/roster-person-view.ts'
import type { StatedDuty } from '../duties/duty-list.ts'
import { keyOf } from '../duties/duty-list.ts'
import { countParts } from './count-content.ts'
import type { PackageContent, PackageHead, PackageParts, PackagePerson, PackageSeat } from './package-content.ts'

/** What a package is made of, beside the book of the day. */
export interface ContentSources {
  readonly view: BookView
  readonly findings: readonly StatedFinding[]
  readonly overdue: readonly StatedDuty[]
  readonly head: PackageHead
}

/** One township's day as a package tells it: every number by the functions that the township's own screens use. */
export function contentOfBook({ view, findings, overdue, head }: ContentSources): PackageContent {
  const { snapshot, figures } = view.state
  const known = new Set(snapshot.units.map((unit) => unit.id))
  const counting = new Set(entriesInUse(snapshot).map((entry) => entry.id))
  const parts: PackageParts = {
    units: snapshot.units
      .toSorted((left, right) => left.sortOrder - right.sortOrder)
      .map((unit) => ({
        id: unit.id,
        parent: unit.parentId,
        name: unit.name,
        kind: unit.kind,
        managingBody: unit.managingBody,
        nameplates: unit.nameplates,
        order: unit.sortOrder,
      })),
    lines: figures.lines.map((line) => ({
      id: `${line.unitId}:${line.category}`,
      unit: line.unitId,
      category: line.category,
      quota: line.quota,
      actual: line.actual,
      reserved: line.reserved,
      vacancy: line.vacancy,
      over: line.over,
      tolerance: line.tolerance,
    })),
    quotas: snapshot.quotas
      .filter((quota) => known.has(quota.unitId))
      .map((quota) => ({
        id: quota.id,
        unit: quota.unitId,
        category: quota.category,
        role: quota.role,
        amount: quota.amount,
        documentNumber: quota.documentNumber,
        from: quota.validFrom,
      })),
    leadership: snapshot.leadershipQuotas.map((entry) => ({
      id: entry.id,
      unit: entry.unitId,
      amount: entry.amount,
      chief: entry.chief,
      deputy: entry.deputy,
      documentNumber: entry.documentNumber,
      from: entry.validFrom,
      counts: counting.has(entry.id),
    })),
    seats: seatsOf(view),
    people: peopleOf(view, head.numbers),
    findings: findings.map((one) => ({
      id: keyText(one),
      rule: one.rule,
      title: ruleById(one.rule)?.title ?? '',
      severity: one.finding.severity,
      state: one.state,
      unit: one.finding.unitId,
      person: one.finding.personId,
      text: one.finding.text,
    })),
    duties: overdue.map((duty) => ({ id: keyOf(duty), title: duty.title, dueOn: duty.dueOn, text: duty.detail })),
  }
  return { head, parts, totals: countParts(parts) }
}

function seatsOf(view: BookView): readonly PackageSeat[] {
  const { snapshot } = view.state
  const holders = Map.groupBy(
    snapshot.holdings.filter((holding) => holding.postId !== null),
    (holding) => holding.postId,
  )
  return snapshot.posts.flatMap((post): readonly PackageSeat[] => {
    const seat = {
      post: post.id,
      unit: post.unitId,
      title: post.title,
      leadership: post.leadership,
      state: post.state,
    }
    const own = holders.get(post.id) ?? []
    return own.length === 0
      ? [{ id: post.id, ...seat, person: null, kind: null }]
      : own.map((holding) => ({
          id: `${post.id}:${holding.id}`,
          ...seat,
          person: holding.personId,
          kind: holding.kind,
        }))
  })
}

function peopleOf(view: BookView, numbers: PackageNumbers): readonly PackagePerson[] {
  const { snapshot, figures } = view.state
  const placed = new Map(figures.lines.flatMap((line) => line.personIds.map((personId) => [personId, line] as const)))
  const leaders = new Map(
    leadersOf(snapshot, holdingsByPerson(snapshot.holdings)).map((leader) => [leader.personId, leader] as const),
  )
  return view.roster.flatMap((entry): readonly PackagePerson[] => {
    const person = view.index.person(entry.personId)
    const holding = view.holding(entry.holdingId)
    if (person === undefined || holding === undefined) return []
    const told = rosterPersonView(view, entry)
    const line = placed.get(person.id)
    const leader = leaders.get(person.id)
    const expected = line === undefined ? null : expectedRetirement(person, holding, told.post)
    return [
      {
        id: person.id,
        name: person.name,
        number: person.idNumber === null ? null : numbers === 'whole' ? person.idNumber : maskIdNumber(person.idNumber),
        sex: told.sex,
        birth: told.birth,
        unit: line?.unitId ?? told.unitId,
        post: told.post,
        category: line?.category ?? told.categoryCode,
        list: entry.list,
        status: told.status,
        counted: line !== undefined,
        leads: leader === undefined ? null : (leader.role ?? 'undivided'),
        politicalStatus: told.politicalStatus,
        education: told.education,
        enteredOn: told.enteredOn,
        secondedTo: told.secondedTo,
        retires: expected?.kind === 'known' ? expected.month : null,
      },
    ]
  })
}
