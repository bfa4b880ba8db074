import type { BookSnapshot } from './book-snapshot.ts'
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
export function unitLevels(snapshot: Pick<BookSnapshot, 'records' | 'units'>): ReadonlyMap<string, string> {
  const own = new Map(snapshot.records.unitProfile.map((profile) => [profile.unitId, profile.level]))
  const root = snapshot.units.find((unit) => unit.kind === 'township')
  const township = root === undefined ? null : (own.get(root.id) ?? null)
  return new Map(
    snapshot.units.flatMap((unit): readonly (readonly [string, string])[] => {
      const level = own.get(unit.id) ?? (OF_THE_TOWNSHIP[unit.kind] ? township : null)
      return level === null ? [] : [[unit.id, level]]
    }),
  )
}
