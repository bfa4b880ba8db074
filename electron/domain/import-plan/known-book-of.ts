import type { PlainDate } from '../model/plain-date.ts'
import { EMPTY_BOOK, type KnownBook } from '../table/known-book.ts'
import type { BookState } from './book-state.ts'

/** What the book knows of offices and people, as a sheet is read by it on the day `asOf`. */
export function knownBook(state: BookState, asOf: PlainDate): KnownBook {
  const numbers = new Map(
    state.people.flatMap((person) => (person.idNumber === null ? [] : [[person.idNumber, person]])),
  )
  const unitNames = new Map(state.units.map((unit) => [unit.id, unit.name]))
  const counts = new Map<string, number>()
  const byUnit = Map.groupBy(state.quotas, ({ unitId }) => unitId)
  // An office is asked for by its name or by a 加挂牌子.
  const quotas = new Map(
    state.units.flatMap((unit) => {
      const own = new Map((byUnit.get(unit.id) ?? []).map(({ category, amount }) => [category, amount] as const))
      return own.size === 0 ? [] : [...unit.nameplates, unit.name].map((name) => [name, own] as const)
    }),
  )
  const leaders = new Map(
    state.leadershipQuotas.map(({ unitId, amount }) => [unitNames.get(unitId) ?? '', amount] as const),
  )
  const ownNumbers = new Map<string, string | null>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const person of state.people) {
    count(person.name)
    ownNumbers.set(person.name, person.idNumber)
    for (const unitId of new Set(person.holdings.flatMap((holding) => holding.unitId ?? []))) {
      const place = `${person.name}|${unitNames.get(unitId) ?? ''}`
      count(place)
      ownNumbers.set(place, person.idNumber)
    }
  }
  return {
    units: state.units
      .filter((unit) => unit.kind !== 'township' || unit.parentId !== null)
      .flatMap((unit) => [unit.name, ...unit.nameplates]),
    asOf,
    township: state.bookName === '' ? null : state.bookName,
    catalogue: state.catalogue,
    hasNumber: (idNumber) => numbers.has(idNumber),
    leadersOf: (unit) => leaders.get(unit) ?? null,
    quotasOf: (unit) => quotas.get(unit) ?? EMPTY_BOOK.quotasOf(unit),
    ownerOf: (idNumber) => {
      const owner = numbers.get(idNumber)
      if (owner === undefined) return null
      return {
        name: owner.name,
        units: owner.holdings.flatMap(({ unitId }) => (unitId === null ? [] : [unitNames.get(unitId) ?? ''])),
      }
    },
    numberOf: (name, unit) => {
      const key = unit === null ? name : `${name}|${unit}`
      return counts.get(key) === 1 ? (ownNumbers.get(key) ?? null) : null
    },
    countOf: (name, unit) => counts.get(unit === null ? name : `${name}|${unit}`) ?? 0,
  }
}
