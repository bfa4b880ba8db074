import { SINCE, yearsExactly } from './condition-bands.ts'
import type { AxisPlace } from './count-axis.ts'
import { IN_POST, type Condition, type CountedPerson, type YearsFigure } from './counted-person.ts'
import { yearsSince } from './values/value-formats.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { RosterList } from '../model/finding.ts'

/* A cell of a counting table: everybody for whom the condition of its row and that of its column hold, by name. */

export interface Counted {
  /** What is written; null: years of nobody. */
  readonly value: number | null
  readonly people: readonly CountedPerson[]
  /** Of whom the book does not know what the cell asks. */
  readonly unsure: readonly { readonly person: CountedPerson; readonly condition: Condition }[]
}

/** `people`: everybody of the book the form may be about; `lists`: whose people go in where the cell names no list itself. */
export function countCell(
  people: readonly CountedPerson[],
  lists: readonly RosterList[],
  places: readonly AxisPlace[],
  day: PlainDate,
): Counted {
  const conditions = places.flatMap((place) => place.conditions)
  const named = conditions.flatMap((condition) => condition.lists ?? [])
  const ofLines = places.flatMap(({ oneOf }) => oneOf.flat().flatMap((condition) => condition.lists ?? []))
  const asked = named.length > 0 ? named : [...lists, ...ofLines]
  // A table of 编外 people may ask for those on the quota beside them.
  const inPost = asked.filter((list) => IN_POST.includes(list))
  const within = !places.some((place) => place.inPost)
    ? asked
    : named.length === 0 && inPost.length === 0
      ? IN_POST
      : inPost
  /** A line that names no list of its own is of the usual ones. */
  const ofUsual = (oneOf: AxisPlace['oneOf'], line: readonly Condition[], person: CountedPerson) =>
    !oneOf.some((other) => other.some((one) => one.lists !== undefined)) ||
    line.some((one) => one.lists !== undefined) ||
    lists.includes(person.list)
  const unsure: { readonly person: CountedPerson; readonly condition: Condition }[] = []
  const found = people.filter((person) => {
    if (!within.includes(person.list)) return false
    let certain = true
    for (const condition of conditions) {
      const holds = condition.holds(person, day)
      if (holds === false) return false
      if (holds === null) {
        if (certain) unsure.push({ person, condition })
        certain = false
      }
    }
    if (!certain) return false
    for (const { except, oneOf } of places) {
      const others = except.map((line) => meets(line, person, day))
      if (others.includes(true)) return false
      if (oneOf.length > 0 && !oneOf.some((line) => ofUsual(oneOf, line, person) && meets(line, person, day) === true))
        return false
      // 其他 is whoever fits none of the others: of whom that is not known, nobody can say.
      const open = others.indexOf(null)
      if (open < 0) continue
      const condition = except[open]?.find((one) => one.holds(person, day) === null)
      if (condition !== undefined) unsure.push({ person, condition })
      return false
    }
    return true
  })
  // Who fails another condition later was not unsure after all.
  const open = unsure.filter(({ person }) => conditions.every((condition) => condition.holds(person, day) !== false))
  // People of another list are no part of these, and years are none of anything.
  if (places.some(({ share }) => share)) {
    if (isOfNothing(places) || places.some(({ years }) => years !== null))
      return { value: null, people: found, unsure: open }
    const whole = countCell(people, lists, wholesOf(places), day).people.length
    const percent = Math.round((found.length / whole) * 1000) / 10
    return { value: whole === 0 ? null : percent, people: found, unsure: open }
  }
  const figure = places.find(({ years }) => years !== null)?.years ?? null
  return { value: figure === null ? found.length : yearsOf(found, figure, day), people: found, unsure: open }
}

/** A mean is taken of years and months, to one place; the most and the fewest are full years. Who has no date is left out of it. */
function yearsOf(people: readonly CountedPerson[], { of, as }: YearsFigure, day: PlainDate): number | null {
  const years = people.flatMap((person) => (as === 'mean' ? yearsExactly : yearsSince)(SINCE[of](person), day) ?? [])
  if (years.length === 0) return null
  switch (as) {
    case 'mean':
      return Math.round((years.reduce((sum, one) => sum + one, 0) / years.length) * 10) / 10
    case 'most':
      return Math.max(...years)
    case 'fewest':
      return Math.min(...years)
  }
}

/** 编外占比: people of another list are no part of those counted. 女性占比 of 编外 people is. */
function isOfNothing(places: readonly AxisPlace[]): boolean {
  const own = places.filter(({ share, conditions }) => share && conditions.length > 0)
  return (own.length > 0 ? own : places).some(({ conditions }) =>
    conditions.some(({ lists }) => (lists ?? []).length > 0),
  )
}

/** Of whom a share is a part: everybody but for its own condition; a 占比 that names none is a part of the other side's. */
function wholesOf(places: readonly AxisPlace[]): readonly AxisPlace[] {
  const own = places.some(({ share, conditions }) => share && conditions.length > 0)
  return places.map((place) =>
    place.share === own ? { ...place, share: false, conditions: [] } : { ...place, share: false },
  )
}

/** Whether somebody meets all of a line; null where that hangs on something not known. */
function meets(line: readonly Condition[], person: CountedPerson, day: PlainDate): boolean | null {
  const answers = line.map((condition) => condition.holds(person, day))
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}
