import { readResidentId } from '../../identity/resident-id.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { OFF_QUOTA_KINDS, type Holding, type OffQuotaKind, type Person } from '../../model/person.ts'
import { firstDayOf, type PlainDate, type PlainMonth } from '../../model/plain-date.ts'
import { proposeRetirementCategory, statutoryRetirement } from '../../retirement/statutory-retirement.ts'
import { indexSnapshot, postTitle } from '../../model/snapshot-index.ts'
import { runOffForecast, type RunOffYear } from './run-off-forecast.ts'

/** 控制数 of one kind against who is here. */
export interface OffQuotaKindLine {
  readonly kind: OffQuotaKind
  /** Null: no number on record, and nothing to be over. */
  readonly control: number | null
  readonly documentNumber: string | null
  readonly actual: number
  readonly over: number
}

export interface OffQuotaPerson {
  readonly personId: string
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly kind: OffQuotaKind
  readonly from: PlainDate
  /** Statutory retirement month; null where birth, sex or 原法定退休年龄 is not known. */
  readonly retires: PlainMonth | null
}

export interface OffQuotaLedger {
  readonly kinds: readonly OffQuotaKindLine[]
  readonly people: readonly OffQuotaPerson[]
  readonly plan: readonly RunOffYear[]
}

/** 编外台账 of a day: numbers by kind, people, and the run-off by year. Somebody with two 编外 posts of one kind counts once. */
export function offQuotaLedger(snapshot: BookSnapshot): OffQuotaLedger {
  const index = indexSnapshot(snapshot)
  const here = snapshot.holdings.filter((holding) => holding.kind === 'offQuota')
  const retireMonths = new Map<string, PlainMonth>()
  for (const { personId } of here) {
    const person = index.person(personId)
    const month = person === undefined ? null : retirementMonth(person)
    if (month !== null) retireMonths.set(personId, month)
  }
  return {
    kinds: OFF_QUOTA_KINDS.flatMap((kind) => kindLine(snapshot, here, kind) ?? []),
    people: here.flatMap((holding) => {
      if (holding.offQuotaKind === null) return []
      const person = index.person(holding.personId)
      return [
        {
          personId: holding.personId,
          name: person?.name ?? '',
          unit: index.unitOf(holding)?.name ?? '',
          post: postTitle(index, holding),
          kind: holding.offQuotaKind,
          from: firstDayOf(holding.enteredOn ?? holding.validFrom),
          retires: retireMonths.get(holding.personId) ?? null,
        },
      ]
    }),
    plan: runOffForecast({
      asOf: snapshot.asOf,
      history: snapshot.offQuotaHistory,
      plans: snapshot.runOffPlans,
      retireMonths,
    }),
  }
}

function kindLine(snapshot: BookSnapshot, here: readonly Holding[], kind: OffQuotaKind): OffQuotaKindLine | null {
  const control = snapshot.offQuotaControls.find((entry) => entry.kind === kind)
  const actual = new Set(here.filter((holding) => holding.offQuotaKind === kind).map((holding) => holding.personId))
    .size
  if (control === undefined && actual === 0) return null
  return {
    kind,
    control: control?.amount ?? null,
    documentNumber: control?.documentNumber ?? null,
    actual,
    over: control === undefined ? 0 : Math.max(0, actual - control.amount),
  }
}

/** By the category on record, else by sex: a woman's 原法定退休年龄 outside the 编制 must be asked, so hers is not forecast. */
function retirementMonth(person: Person): PlainMonth | null {
  const number = person.idNumber === null ? null : readResidentId(person.idNumber)
  const birth = person.birth ?? number?.birth ?? null
  if (birth === null) return null
  const proposed = proposeRetirementCategory({
    sex: person.sex ?? number?.sex ?? null,
    quotaCategory: null,
    postTitle: null,
    rank: person.rank,
    professionalTitle: person.professionalTitle,
  })
  const category = person.retirementCategory ?? proposed?.category ?? null
  return category === null ? null : statutoryRetirement(birth, category).retireMonth
}
