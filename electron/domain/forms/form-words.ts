import { ENTRY_CAUSE_NAMES } from '../ledger/cause-names.ts'
import type { Holding, Person } from '../model/person.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { Unit } from '../model/unit.ts'
import { postTitle } from '../rules/wording.ts'
import type { FormFacts } from './form.ts'

/* Words that several forms print, said once. What the book does not know is an empty text. */

/** 1985.06, as forms write a month. */
export function monthText(value: MonthOrDate | null): string {
  return value === null ? '' : value.slice(0, 7).replace('-', '.')
}

const FUNDING: Readonly<Partial<Record<QuotaCategory, string>>> = { institutionFull: '全额拨款', institutionPartial: '差额补贴', institutionSelf: '经费自理' }

/** 经费形式, where the document divides 事业编制 by it. */
export function fundingText(categories: readonly (QuotaCategory | null)[]): string {
  return [...new Set(categories.flatMap((category) => (category === null ? [] : (FUNDING[category] ?? []))))].join('、')
}

export function categoryText(category: QuotaCategory | null): string {
  return category === null ? '' : QUOTA_CATEGORY_NAMES[category]
}

/** Name on the statistics day, else the last one before it. */
export function unitName(facts: FormFacts, unitId: string | null): string {
  if (unitId === null) return ''
  const versions = facts.ledger.unitVersions(unitId)
  return (facts.ledger.unitAt(unitId, facts.asOf) ?? versions.findLast((version) => version.valid_from <= facts.asOf) ?? versions[0])?.name ?? ''
}

/** 党政综合办公室（加挂…牌子）. */
export function unitWithPlates(unit: Pick<Unit, 'name' | 'nameplates'>): string {
  return unit.nameplates.length === 0 ? unit.name : `${unit.name}（加挂${unit.nameplates.join('、')}牌子）`
}

/** Who the unit belongs to: its managing body, else the unit above, else the township. */
export function parentText(facts: FormFacts, unit: Unit): string {
  return unit.managingBody ?? (unit.parentId === null ? '' : unitName(facts, unit.parentId))
}

/** 职务, with what is held beside it. */
export function postWithConcurrent(facts: FormFacts, holding: Holding, concurrentIds: readonly string[]): string {
  const others = facts.snapshot.holdings.filter((other) => concurrentIds.includes(other.id)).map((other) => `兼任${facts.index.unitOf(other)?.name ?? ''}${postTitle(facts.index, other)}`)
  return [postTitle(facts.index, holding), ...others].filter((text) => text !== '').join('，')
}

/** 进入形式: the registered cause, else what the sheet said. */
export function routeText(holding: Pick<Holding, 'entryCause' | 'entryRoute'>): string {
  return (holding.entryCause === null ? undefined : ENTRY_CAUSE_NAMES[holding.entryCause]) ?? holding.entryRoute ?? ''
}

/** 任现职时间: only where an event says since when; of an imported row the book knows 入编, not 任职. */
export function inPostSince(facts: FormFacts, holding: Holding): string {
  const told = facts.book.ledger_event.some((event) => event.person_id === holding.personId && event.effective_on === holding.validFrom)
  return told ? monthText(holding.validFrom) : ''
}

/** 任现职级时间: on record, else by the last registered 晋升. */
export function inRankSince(facts: FormFacts, person: Pick<Person, 'id'>): string {
  const known = facts.snapshot.records.personGrade.find((own) => own.personId === person.id)?.rankSince ?? null
  if (known !== null) return monthText(known)
  const days = facts.book.ledger_event.filter((event) => event.person_id === person.id && event.type === 'rank.promote' && event.effective_on <= facts.asOf).map((event) => event.effective_on)
  return monthText(days.toSorted().at(-1) ?? null)
}

/** Units of the form, the township itself left out, narrowed to the one asked for. */
export function formUnits(facts: FormFacts): readonly Unit[] {
  return facts.snapshot.units.filter((unit) => (facts.unitId === null ? unit.kind !== 'township' : unit.id === facts.unitId))
}
