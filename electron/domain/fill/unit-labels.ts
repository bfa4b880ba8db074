import { bareUnit, similarUnits, withoutTownship } from '../table/unit-words.ts'
import type { NamedUnit } from './label-context.ts'

/* The book's units as a superior prints them: numbered, with a second name in brackets, with the township in front, shortened. */

export interface NamedByLabel {
  readonly unit: NamedUnit
  /** It is only like that unit's name: said, so that it can be looked at. */
  readonly guessed: boolean
}

/** The unit each label names; null: none, or several as well. A unit that one label names in full is no other label's. */
export function namedUnits(labels: readonly string[], units: readonly NamedUnit[]): readonly (NamedByLabel | null)[] {
  const exact = labels.map((label) => unitNamed(label, units))
  const taken = new Set(exact.flatMap((unit) => unit?.id ?? []))
  const free = units.filter(({ id, whole }) => whole !== true && !taken.has(id))
  return labels.map((label, at) => {
    const unit = exact[at]
    if (unit !== undefined) return { unit, guessed: false }
    const like = LIKE.test(label)
      ? similarUnits(
          bareUnit(label),
          free.map(({ name }) => name),
        )
      : []
    const guess = like.length === 1 ? free.find(({ name }) => name === like[0]) : undefined
    return guess === undefined ? null : { unit: guess, guessed: true }
  })
}

/** Other places of the county stand beside the township: what they have the book does not know, nor what all of them have together. */
export function namesOtherPlaces(labels: readonly string[], units: readonly NamedUnit[]): boolean {
  return labels.some((label) => OTHER_PLACE.test(label) && !units.some(({ name }) => name === bareUnit(label)))
}

const OTHER_PLACE = /^(?:\d{1,3}[.、]?)?[\p{Script=Han}]{1,8}(?:乡|镇|街道|街道办事处|苏木)$/u

/** Shorter texts, and sums, are no unit's name. */
const LIKE = /^(?!.*(?:合计|总计|小计|共计|其他|其它|其中))[\p{Script=Han}\d（）()、.．·]{3,}$/u

/** The unit a text names in full: 2.党政办公室, 云溪乡党政办公室, 党政办公室（人大办公室）. */
function unitNamed(label: string, units: readonly NamedUnit[]): NamedUnit | undefined {
  const bare = bareUnit(label)
  const plain = bare.replaceAll(/[（(][^（）()]*[）)]/gu, '')
  for (const text of [label, bare, plain, withoutTownship(bare, null), withoutTownship(plain, null)]) {
    const found = units.filter(({ name }) => name === text)
    if (found.length === 1) return found[0]
  }
  return undefined
}
