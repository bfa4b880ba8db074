import { isNumber } from '../../vocabulary/document-number.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Figures } from '../model/figures.ts'
import type { RosterEntry } from '../model/finding.ts'
import type { Person } from '../model/person.ts'
import { QUOTA_CATEGORY_NAMES, type Nature, type QuotaCategory } from '../model/quota-category.ts'
import { unitLevel } from '../model/levels.ts'
import { natureOfUnit, type Unit, type UnitKind } from '../model/unit.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { unitLevels } from '../model/unit-levels.ts'
import type { NoticeExceptionField } from './notice-exceptions.ts'
import { publicIdNumber, publicPhone } from './public-mask.ts'
import { publicPerson, type NameOf, type PublicConcurrentPost, type PublicPerson } from './public-person.ts'
import { distinctNames } from './same-names.ts'

/* What a notice says, before it is laid out: sections, units with their numbers, listed people. Everything below this file sees public columns only. */

/** 核定 and 列入 of one category; `actual` null where people stand in a category without a quota. */
export interface NoticeCount {
  readonly category: QuotaCategory
  readonly quota: number | null
  readonly actual: number | null
  readonly listed: number
}

export interface NoticeUnit {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  /** 主要职责; '' where the book has none. */
  readonly duties: string
  readonly nameplates: readonly string[]
  /** 机构规格; '' where the book has none. */
  readonly level: string
  /** Documents its 核定编制 rests on; none where the book has none, and none where the opening already names them all. */
  readonly documentNumbers: readonly string[]
  readonly leadershipQuota: number | null
  readonly counts: readonly NoticeCount[]
  readonly people: readonly PublicPerson[]
  /** Held here beside another post, not counted here. */
  readonly concurrent: readonly { readonly name: string; readonly post: string }[]
}

export interface NoticeSection {
  readonly nature: Nature
  readonly title: string
  readonly counts: readonly NoticeCount[]
  readonly units: readonly NoticeUnit[]
}

export interface NoticeContent {
  readonly township: string
  /** Documents all its 核定编制 rests on. */
  readonly documentNumbers: readonly string[]
  readonly sections: readonly NoticeSection[]
  readonly leadershipQuota: number
  readonly listed: number
  readonly nameOf: NameOf
  /** Fields beyond the public columns that a recorded exception let onto this sheet. */
  readonly exceptions: readonly NoticeExceptionField[]
}

export interface NoticeFacts {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
  readonly roster: readonly RosterEntry[]
  readonly index: SnapshotIndex
  readonly exceptions?: readonly NoticeExceptionField[]
}

/** Gathers the public content: the in-quota list by section and unit, in roster order. */
export function noticeContent(facts: NoticeFacts): NoticeContent {
  const { snapshot } = facts
  const township = townshipName(snapshot)
  const people = listedPeople(facts)
  const marked = distinctNames(people)
  const nameOf: NameOf = (person) => marked.get(person.personId) ?? person.name
  const byUnit = groupByUnit(people, nameOf, facts)
  const units = snapshot.units
    .toSorted((left, right) => left.sortOrder - right.sortOrder)
    .map((unit) => ({ nature: natureOfUnit(unit.kind), unit: noticeUnit(unit, byUnit) }))
    .filter(
      ({ unit }) =>
        unit.people.length > 0 || unit.concurrent.length > 0 || unit.counts.some((count) => (count.quota ?? 0) > 0),
    )
  const section = (nature: Nature): NoticeSection => {
    const own = units.filter((entry) => entry.nature === nature).map((entry) => entry.unit)
    return {
      nature,
      title: sectionTitle(township, nature),
      units: own,
      counts: sumCounts(own.flatMap((unit) => unit.counts)),
    }
  }
  return {
    township,
    documentNumbers: documentsOf(snapshot.quotas),
    sections: [section('organ'), section('institution')].filter((part) => part.units.length > 0),
    leadershipQuota: facts.figures.leadership.quota,
    listed: people.length,
    nameOf,
    exceptions: facts.exceptions ?? [],
  }
}

/** 山溪乡: the root unit's name, else the book's. */
export function townshipName(snapshot: Pick<BookSnapshot, 'units' | 'book'>): string {
  return snapshot.units.find((unit) => unit.kind === 'township')?.name ?? snapshot.book.name
}

/** 乡机关, 乡属事业单位: with the township's own last word. */
function sectionTitle(township: string, nature: Nature): string {
  const word = /(街道|[乡镇])(办事处|人民政府)?$/.exec(township)?.[1] ?? ''
  return nature === 'organ' ? `${word}机关` : `${word === '' ? '' : `${word}属`}事业单位`
}

function listedPeople(facts: NoticeFacts): readonly PublicPerson[] {
  const { snapshot, index } = facts
  const holdings = new Map(snapshot.holdings.map((holding) => [holding.id, holding]))
  const order = new Map(
    facts.figures.lines.flatMap((line) => line.personIds).map((personId, place) => [personId, place]),
  )
  return facts.roster
    .filter((entry) => entry.list === 'in-quota')
    .toSorted((left, right) => (order.get(left.personId) ?? order.size) - (order.get(right.personId) ?? order.size))
    .flatMap((entry) => {
      const person = index.person(entry.personId)
      const holding = holdings.get(entry.holdingId)
      const unit = holding === undefined ? undefined : index.unitOf(holding)
      if (person === undefined || holding === undefined || unit === undefined) return []
      const concurrent = entry.concurrentHoldingIds.flatMap((id): PublicConcurrentPost[] => {
        const other = holdings.get(id)
        const place = other === undefined ? undefined : index.unitOf(other)
        return place === undefined
          ? []
          : [{ unitId: place.id, unitName: place.name, post: index.post(other?.postId ?? '')?.title ?? '' }]
      })
      return [
        publicPerson(
          person,
          holding,
          index.post(holding.postId ?? ''),
          unit,
          concurrent,
          entry.secondedOutHoldingId !== null,
          exceptionsOf(person, facts),
        ),
      ]
    })
}

/** Masked values of the fields let in, made here once: what is below sees no whole number. */
function exceptionsOf(person: Person, { index, exceptions = [] }: NoticeFacts): PublicPerson['exceptions'] {
  return {
    ...(exceptions.includes('maskedId') ? { maskedId: publicIdNumber(person.idNumber) } : {}),
    ...(exceptions.includes('maskedPhone')
      ? {
          maskedPhone: publicPhone(index.fileOf(person.id)?.phone ?? null),
        }
      : {}),
  }
}

/** What a unit is told by, grouped once: a township has few units, a city's book thousands. Of several entries the first stands. */
interface ByUnit {
  readonly people: ReadonlyMap<string, readonly PublicPerson[]>
  readonly concurrent: ReadonlyMap<string, NoticeUnit['concurrent']>
  readonly leadership: ReadonlyMap<string, number>
  readonly duties: ReadonlyMap<string | null, string>
  readonly levels: ReadonlyMap<string, string | null>
  readonly quotas: ReadonlyMap<string, BookSnapshot['quotas']>
  readonly lines: ReadonlyMap<string, Figures['lines']>
  /** Documents the opening names. */
  readonly named: ReadonlySet<string>
}

function groupByUnit(people: readonly PublicPerson[], nameOf: NameOf, { snapshot, figures }: NoticeFacts): ByUnit {
  const here = people.flatMap((person) =>
    person.concurrent.map(({ unitId, post }) => ({ unitId, told: { name: nameOf(person), post } })),
  )
  const concurrent = [...Map.groupBy(here, (entry) => entry.unitId)].map(
    ([unitId, entries]) => [unitId, entries.map((entry) => entry.told)] as const,
  )
  return {
    people: Map.groupBy(people, (person) => person.unitId),
    concurrent: new Map(concurrent),
    leadership: new Map(snapshot.leadershipQuotas.toReversed().map((entry) => [entry.unitId, entry.amount])),
    duties: new Map(snapshot.records.unitProfile.toReversed().map((profile) => [profile.unitId, profile.duties ?? ''])),
    levels: unitLevels(snapshot),
    quotas: Map.groupBy(snapshot.quotas, (entry) => entry.unitId),
    lines: Map.groupBy(figures.lines, (line) => line.unitId),
    named: new Set(namedDocuments(documentsOf(snapshot.quotas))),
  }
}

function noticeUnit(unit: Unit, byUnit: ByUnit): NoticeUnit {
  const own = byUnit.people.get(unit.id) ?? []
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    duties: byUnit.duties.get(unit.id) ?? '',
    nameplates: unit.nameplates,
    level: unitLevel(byUnit.levels.get(unit.id) ?? null)?.name ?? '',
    documentNumbers: documentsOfUnit(byUnit.quotas.get(unit.id) ?? [], byUnit.named),
    // The root's number is the township's total, which the opening states; beside a unit stands only what was given to the unit.
    leadershipQuota: unit.kind === 'township' ? null : (byUnit.leadership.get(unit.id) ?? null),
    counts: countsOf(own, byUnit.lines.get(unit.id) ?? []),
    people: own,
    concurrent: byUnit.concurrent.get(unit.id) ?? [],
  }
}

/** The documents the opening names by number: two, or the first of more (…等文件). */
export function namedDocuments(documentNumbers: readonly string[]): readonly string[] {
  return documentNumbers.length > 2 ? documentNumbers.slice(0, 1) : documentNumbers
}

/** Beside a unit its documents stand whole or not at all: half a list would read as the whole of it. */
function documentsOfUnit(quotas: BookSnapshot['quotas'], named: ReadonlySet<string>): readonly string[] {
  const own = documentsOf(quotas)
  return own.every((number) => named.has(number)) ? [] : own
}

/** Numbers that are on record, each once. */
function documentsOf(quotas: BookSnapshot['quotas']): readonly string[] {
  return [...new Set(quotas.map((entry) => entry.documentNumber))].filter(isNumber)
}

function countsOf(own: readonly PublicPerson[], lines: Figures['lines']): readonly NoticeCount[] {
  const listed = (category: QuotaCategory) => own.filter((person) => person.category === category).length
  const counted: NoticeCount[] = lines.map((line) => ({
    category: line.category,
    quota: line.quota,
    actual: line.actual,
    listed: listed(line.category),
  }))
  const known = new Set<QuotaCategory | null>(lines.map((line) => line.category))
  const others = [...new Set(own.map((person) => person.category))]
    .filter((category) => category !== null)
    .filter((category) => !known.has(category))
  return [...counted, ...others.map((category) => ({ category, quota: null, actual: null, listed: listed(category) }))]
}

/** One count a category, in the order they appear. */
export function sumCounts(counts: readonly NoticeCount[]): readonly NoticeCount[] {
  const sum = (left: number | null, right: number | null) =>
    left === null && right === null ? null : (left ?? 0) + (right ?? 0)
  const totals = new Map<QuotaCategory, NoticeCount>()
  for (const count of counts) {
    const before = totals.get(count.category)
    totals.set(
      count.category,
      before === undefined
        ? count
        : {
            category: count.category,
            quota: sum(before.quota, count.quota),
            actual: sum(before.actual, count.actual),
            listed: before.listed + count.listed,
          },
    )
  }
  return [...totals.values()]
}

/**
 * 行政编制5名，实有5名. 实有 is printed only where everybody counted stands on the sheet, so that the number beside a unit always equals the names
 * under it. Where some do not (超编、不合规), the figure says how many are on the list and the closing note says why the words differ:
 * a public 实有 that the reader cannot count would be false, and naming the others is what the plan forbids (R000-13).
 */
export function countText(count: NoticeCount): string {
  const name = QUOTA_CATEGORY_NAMES[count.category]
  if (count.quota === null) return `${name}，列入实名制名单${count.listed}名`
  return `${name}${count.quota}名，${count.actual === count.listed ? '实有' : '列入实名制名单'}${count.listed}名`
}

/** True where a unit's list is shorter than its 实有. */
export function hasUnlisted(content: NoticeContent): boolean {
  return content.sections.some((section) =>
    section.units.some((unit) => unit.counts.some((count) => count.actual !== count.listed)),
  )
}
