import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { ListedPerson, ListedUnit, NoticeListing } from './notice-listing.ts'

/** 与上次公示相比: who came onto the list, who left it, who sits elsewhere or otherwise, and whose numbers moved. */
export interface ListingChanges {
  readonly added: readonly ListedPerson[]
  readonly gone: readonly ListedPerson[]
  readonly moved: readonly { readonly before: ListedPerson; readonly after: ListedPerson }[]
  readonly numbers: readonly NumberChange[]
}

/** 核定 and 列入 of one unit and category; null where the unit or its quota was not there. */
export interface NumberChange {
  readonly unit: string
  readonly category: string
  readonly quotaBefore: number | null
  readonly quotaAfter: number | null
  readonly listedBefore: number
  readonly listedAfter: number
}

/** Compares two notices by the people's own keys: a changed name is no new person. Order is that of the sheets. */
export function listingChanges(before: NoticeListing, after: NoticeListing): ListingChanges {
  const then = new Map(before.people.map((person) => [person.personId, person]))
  const now = new Map(after.people.map((person) => [person.personId, person]))
  return {
    added: after.people.filter((person) => !then.has(person.personId)),
    gone: before.people.filter((person) => !now.has(person.personId)),
    moved: after.people.flatMap((person) => {
      const earlier = then.get(person.personId)
      return earlier === undefined || samePlace(earlier, person) ? [] : [{ before: earlier, after: person }]
    }),
    numbers: numberChanges(before.units, after.units),
  }
}

function samePlace(left: ListedPerson, right: ListedPerson): boolean {
  return (
    left.unitId === right.unitId &&
    left.post === right.post &&
    left.category === right.category &&
    left.name === right.name
  )
}

function numberChanges(before: readonly ListedUnit[], after: readonly ListedUnit[]): readonly NumberChange[] {
  const known = new Set(after.map((unit) => unit.id))
  const units = [...after, ...before.filter((unit) => !known.has(unit.id))]
  const byId = (list: readonly ListedUnit[]) => new Map(list.map((unit) => [unit.id, unit.counts]))
  const counts = { before: byId(before), after: byId(after) }
  const countOf = (side: keyof typeof counts, id: string, category: QuotaCategory) =>
    counts[side].get(id)?.find((count) => count.category === category)
  return units.flatMap(({ id, name }) => {
    const categories = new Set(
      [counts.before, counts.after].flatMap((own) => own.get(id) ?? []).map((count) => count.category),
    )
    return [...categories].flatMap((category): NumberChange[] => {
      const [then, now] = [countOf('before', id, category), countOf('after', id, category)]
      const change = {
        unit: name,
        category: QUOTA_CATEGORY_NAMES[category],
        quotaBefore: then?.quota ?? null,
        quotaAfter: now?.quota ?? null,
        listedBefore: then?.listed ?? 0,
        listedAfter: now?.listed ?? 0,
      }
      return change.quotaBefore === change.quotaAfter && change.listedBefore === change.listedAfter ? [] : [change]
    })
  })
}
