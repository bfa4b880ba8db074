/** Somebody on a list, whatever is told of them. */
interface Listed {
  readonly personId: string
  readonly fields: Readonly<Record<string, string | null>>
}

/** What makes one list of people another one. */
export interface RosterChanges<P extends Listed> {
  readonly come: P[]
  /** Of those on both lists only what is another, and of their fields only those that are. */
  readonly changed: (Partial<P> & { personId: string })[]
  /** Everybody of the later list, where that is not the earlier one's people in its order. */
  readonly order: string[] | null
}

/** What makes the earlier list the later one. Whoever is the same object in both is not looked at. */
export function rosterChanges<P extends Listed>(before: readonly P[], after: readonly P[]): RosterChanges<P> {
  const known = new Map(before.map((person) => [person.personId, person]))
  const changed = after.flatMap((person) => {
    const old = known.get(person.personId)
    const difference = old === undefined || old === person ? null : differenceOf(old, person)
    return difference === null ? [] : [difference]
  })
  const sameOrder =
    before.length === after.length && after.every(({ personId }, at) => personId === before[at]?.personId)
  return {
    come: after.filter(({ personId }) => !known.has(personId)),
    changed,
    order: sameOrder ? null : after.map(({ personId }) => personId),
  }
}

function differenceOf<P extends Listed>(old: P, now: P): (Partial<P> & { personId: string }) | null {
  const keys = (Object.keys(now) as (keyof P)[]).filter((key) => key !== 'fields' && !isSame(old[key], now[key]))
  const fields = Object.entries(now.fields).filter(([field, text]) => old.fields[field] !== text)
  if (keys.length === 0 && fields.length === 0) return null
  return {
    ...pick(now, keys),
    personId: now.personId,
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
  }
}

/** Both were made by the same code: what says the same is written the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object') return false
  if (Array.isArray(one) && Array.isArray(other) && one.length === 0 && other.length === 0) return true
  return JSON.stringify(one) === JSON.stringify(other)
}

function pick<P extends Listed>(person: P, keys: readonly (keyof P)[]): Partial<P> {
  // Every key is one of the person's own.
  return Object.fromEntries(keys.map((key) => [key, person[key]])) as Partial<P>
}
