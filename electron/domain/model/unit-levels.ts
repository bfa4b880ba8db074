import type { BookSnapshot } from './book-snapshot.ts'
import { madeOf } from './made-of.ts'
import type { UnitKind } from './unit.ts'

/** Parts of the township itself: without a 规格 of their own they have the township's. 内设机构 and 事业单位 have their own or none. */
const OF_THE_TOWNSHIP: Readonly<Record<UnitKind, boolean>> = {
  township: true,
  leadership: true,
  discipline: true,
  armedForces: true,
  office: false,
  institution: false,
  special: false,
  other: false,
}

/** 机构规格 code of every unit that has one, by unit. */
export function unitLevels({ records, units }: Pick<BookSnapshot, 'records' | 'units'>): ReadonlyMap<string, string> {
  return levelsOf(units, records.unitProfile)
}

const levelsOf = madeOf((units: BookSnapshot['units'], profiles: BookSnapshot['records']['unitProfile']) => {
  const own = new Map(profiles.map((profile) => [profile.unitId, profile.level]))
  const root = units.find((unit) => unit.kind === 'township')
  const township = root === undefined ? null : (own.get(root.id) ?? null)
  return new Map(
    units.flatMap((unit): readonly (readonly [string, string])[] => {
      const level = own.get(unit.id) ?? (OF_THE_TOWNSHIP[unit.kind] ? township : null)
      return level === null ? [] : [[unit.id, level]]
    }),
  )
})
