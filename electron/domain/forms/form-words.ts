import { FUNDING_LIST, fundingOf, type Funding } from '../../vocabulary/establishment.ts'
import { knownBirth, knownSex } from '../identity/known-identity.ts'
import { ENTRY_CAUSE_NAMES } from '../ledger/sentences/cause-names.ts'
import type { Holding, Person } from '../model/person.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { Unit } from '../model/unit.ts'
import { postTitle } from '../model/snapshot-index.ts'
import type { MisplacedLine } from '../model/figures.ts'
import type { FormFacts } from './form.ts'

/* Words that several forms print, said once. What the book does not know is an empty text. */

/** 1985.06, as forms write a month. */
export function monthText(value: MonthOrDate | null): string {
  return value === null ? '' : value.slice(0, 7).replace('-', '.')
}

/** 性别 of somebody of the book, on the lists of the day or not. */
export function sexOf(facts: FormFacts, personId: string): string {
  const identity = identityOf(facts, personId)
  return (identity === null ? null : knownSex(identity)) ?? ''
}

/** 出生年月 likewise. */
export function bornOf(facts: FormFacts, personId: string): string {
  const identity = identityOf(facts, personId)
  return monthText(identity === null ? null : knownBirth(identity))
}

function identityOf(facts: FormFacts, personId: string): Pick<Person, 'birth' | 'sex' | 'idNumber'> | null {
  const person = facts.ledger.person(personId)
  return person === undefined ? null : { birth: person.birth, sex: person.sex, idNumber: person.id_number }
}

/** 经费形式 in the word the bureau's forms print. */
export function bureauFunding(funding: Funding): string {
  const entry: { readonly title: string; readonly bureauTitle?: string } = FUNDING_LIST[funding]
  return entry.bureauTitle ?? entry.title
}

/** 经费形式, where the document divides 事业编制 by it. */
export function fundingText(categories: readonly (QuotaCategory | null)[]): string {
  const words = categories.flatMap((category) => {
    const funding = category === null ? null : fundingOf(category)
    return funding === null ? [] : [bureauFunding(funding)]
  })
  return [...new Set(words)].join('、')
}

export function categoryText(category: QuotaCategory | null): string {
  return category === null ? '' : QUOTA_CATEGORY_NAMES[category]
}

/** Name on the statistics day, else the last one before it. */
export function unitName(facts: FormFacts, unitId: string | null): string {
  if (unitId === null) return ''
  const versions = facts.ledger.unitVersions(unitId)
  return (
    (
      facts.ledger.unitAt(unitId, facts.asOf) ??
      versions.findLast((version) => version.valid_from <= facts.asOf) ??
      versions[0]
    )?.name ?? ''
  )
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
  const others = facts.snapshot.holdings
    .filter((other) => concurrentIds.includes(other.id))
    .map((other) => `兼任${facts.index.unitOf(other)?.name ?? ''}${postTitle(facts.index, other)}`)
  return [postTitle(facts.index, holding), ...others].filter((text) => text !== '').join('，')
}

/** 进入形式: the registered cause, else what the sheet said. */
export function routeText(holding: Pick<Holding, 'entryCause' | 'entryRoute'>): string {
  return (holding.entryCause === null ? undefined : ENTRY_CAUSE_NAMES[holding.entryCause]) ?? holding.entryRoute ?? ''
}

/** 任现职时间 in the month form. */
export function inPostSince(holding: Holding): string {
  return monthText(holding.postSince)
}

/** 任现职级时间: on record, else by the last registered 晋升. */
export function inRankSince(facts: FormFacts, person: Pick<Person, 'id'>): string {
  const known = facts.snapshot.records.personGrade.find((own) => own.personId === person.id)?.rankSince ?? null
  if (known !== null) return monthText(known)
  const days = facts.book.ledger_event
    .filter(
      (event) => event.person_id === person.id && event.type === 'rank.promote' && event.effective_on <= facts.asOf,
    )
    .map((event) => event.effective_on)
  return monthText(days.toSorted().at(-1) ?? null)
}

/** Units of the form, the township itself left out, narrowed to the one asked for. */
export function formUnits(facts: FormFacts): readonly Unit[] {
  return facts.snapshot.units.filter((unit) =>
    facts.unitId === null ? unit.kind !== 'township' : unit.id === facts.unitId,
  )
}

/**
 * 混编 under a form that counts people: who they are, and that no 实有 of the form has them, so that every form and screen says one number.
 * `before`: how many there were when the period began. Of one unit only where the form is of one.
 */
export function mixedNotes(
  facts: FormFacts,
  misplaced: readonly MisplacedLine[],
  before: number | null = null,
): readonly string[] {
  const own = misplaced.filter((line) => facts.unitId === null || line.unitId === facts.unitId)
  const named = own.flatMap((line) => line.personIds.map((personId) => facts.ledger.person(personId)?.name ?? ''))
  if (named.length + (before ?? 0) === 0) return []
  const opening = before === null || before === named.length ? '' : `期初 ${before} 人，期末`
  return [
    named.length === 0
      ? `混编期初 ${before ?? 0} 人，期末没有；混编人员不计入实有人数。`
      : `混编${opening} ${named.length} 人（${named.join('、')}），所在单位没有该类编制，不计入实有人数。`,
  ]
}
