import { COMPARED_FIELDS, personField, type ComparedField } from '../../vocabulary/person-fields.ts'
import { monthOf, type MonthOrDate } from '../model/plain-date.ts'

/*
 * Theirs against ours: a payroll, 社保 or bureau list held against the book. Who is on one only, and where both have somebody, which
 * fields differ. What the other list does not say is no difference. Pure; nobody is matched by guess: a name that is two people's stays unmatched.
 */

export type { ComparedField } from '../../vocabulary/person-fields.ts'

export type ComparedFields = Readonly<Partial<Record<ComparedField, string | null>>>

export interface OurPerson {
  readonly personId: string
  readonly name: string
  readonly idNumber: string | null
  readonly fields: ComparedFields
  /** Other names of the unit: 加挂牌子. */
  readonly unitNames: readonly string[]
}

export interface TheirRow {
  /** 1-based, as the sheet shows it. */
  readonly row: number
  readonly name: string
  readonly idNumber: string | null
  /** Null or absent: the list does not say. */
  readonly fields: ComparedFields
}

export interface FieldDifference {
  readonly personId: string
  readonly row: number
  readonly field: ComparedField
  readonly ours: string | null
  readonly theirs: string
}

export interface Comparison {
  readonly matched: number
  /** Matched without a difference. */
  readonly same: number
  readonly onlyOurs: readonly string[]
  readonly onlyTheirs: readonly TheirRow[]
  readonly differing: readonly FieldDifference[]
  /** Rows that could be two people here. */
  readonly ambiguous: readonly TheirRow[]
}

/** Matches by ID number, then by a name that only one unmatched person and one unmatched row bear. */
export function compareLists(ours: readonly OurPerson[], theirs: readonly TheirRow[]): Comparison {
  const pairs = matchUp(ours, theirs)
  const taken = new Set([...pairs.values()].map((person) => person.personId))
  const unmatched = theirs.filter((row) => !pairs.has(row))
  const names = new Set(ours.filter((person) => !taken.has(person.personId)).map((person) => person.name))
  const differences = [...pairs].map(([row, person]) => differencesOf(person, row))
  return {
    matched: pairs.size,
    same: differences.filter((list) => list.length === 0).length,
    onlyOurs: ours.filter((person) => !taken.has(person.personId)).map((person) => person.personId),
    onlyTheirs: unmatched.filter((row) => !names.has(row.name) || row.idNumber !== null),
    differing: differences.flat(),
    ambiguous: unmatched.filter((row) => names.has(row.name) && row.idNumber === null),
  }
}

function matchUp(ours: readonly OurPerson[], theirs: readonly TheirRow[]): ReadonlyMap<TheirRow, OurPerson> {
  const pairs = new Map<TheirRow, OurPerson>()
  const byNumber = new Map(
    ours.flatMap((person) => (person.idNumber === null ? [] : [[person.idNumber, person] as const])),
  )
  const taken = new Set<string>()
  for (const row of theirs) {
    const person = row.idNumber === null ? undefined : byNumber.get(row.idNumber)
    if (person === undefined || taken.has(person.personId)) continue
    pairs.set(row, person)
    taken.add(person.personId)
  }
  const free = Map.groupBy(
    ours.filter((person) => !taken.has(person.personId)),
    (person) => person.name,
  )
  for (const [name, rows] of Map.groupBy(
    theirs.filter((row) => !pairs.has(row)),
    (row) => row.name,
  )) {
    const [row, ...moreRows] = rows
    const [person, ...morePeople] = free.get(name) ?? []
    if (row !== undefined && person !== undefined && moreRows.length === 0 && morePeople.length === 0)
      pairs.set(row, person)
  }
  return pairs
}

function differencesOf(person: OurPerson, row: TheirRow): readonly FieldDifference[] {
  const theirs: ComparedFields = {
    ...row.fields,
    name: row.name,
    ...(row.idNumber === null ? {} : { idNumber: row.idNumber }),
  }
  const ours: ComparedFields = { ...person.fields, name: person.name, idNumber: person.idNumber }
  return COMPARED_FIELDS.flatMap((field) => {
    const [own, other] = [ours[field] ?? null, theirs[field] ?? null]
    if (other === null || other === '' || alike(field, own, other, person)) return []
    return [{ personId: person.personId, row: row.row, field, ours: own, theirs: other }]
  })
}

function alike(field: ComparedField, ours: string | null, theirs: string, person: OurPerson): boolean {
  if (ours === null) return false
  const { kind } = personField(field)
  // Own fields have no kind of their own here; two of them that are days say the same by month and day too.
  if (kind === 'month' || kind === 'date' || (isDay(ours) && isDay(theirs))) return sameDate(ours, theirs)
  // 山溪乡财政所 is 财政所, and so is its plate.
  if (field === 'unit') return [ours, ...person.unitNames].some((name) => theirs === name || theirs.endsWith(name))
  return ours === theirs
}

const isDay = (text: string) => /^\d{4}-\d{2}(?:-\d{2})?$/u.test(text)

/** A month and a day in it say the same. */
function sameDate(left: MonthOrDate, right: MonthOrDate): boolean {
  return left.length === right.length ? left === right : monthOf(left) === monthOf(right)
}
