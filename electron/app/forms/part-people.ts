import { IN_POST, type Condition, type CountedPerson } from '../../domain/fill/counted-person.ts'
import { unitCondition } from '../../domain/fill/condition-words.ts'
import type { NamedUnit } from '../../domain/fill/label-context.ts'
import { holdsCategory } from '../../domain/fill/form-categories.ts'
import { categoriesOfConditions } from '../../domain/fill/condition-categories.ts'
import { ROSTER_LIST_NAMES, type RosterList } from '../../domain/model/finding.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../domain/model/quota-category.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { GatheredPart } from './gather-template.ts'

/* Who goes into a part of a form: the lists, what its titles say, and what was chosen by hand in their place. */

export interface PartPeople {
  readonly lists: readonly RosterList[]
  /** Everybody the part may be about, of every list: a counting table may name a list of its own. */
  readonly pool: readonly CountedPerson[]
  /** Those of the part's lists. */
  readonly people: readonly CountedPerson[]
  /** Who may belong and may not, and for what. */
  readonly unsure: readonly { readonly person: CountedPerson; readonly condition: Condition }[]
  readonly categories: readonly QuotaCategory[] | null
  readonly unitIds: readonly string[] | null
  /** In words. */
  readonly about: string
}

export interface ChosenByHand {
  readonly lists?: readonly RosterList[] | undefined
  readonly categories?: readonly QuotaCategory[] | undefined
  readonly unitIds?: readonly string[] | undefined
}

/** What was said for every part this once goes before what the part's mapping says, and that before the titles. */
export function partPeople(
  { mapping, scope }: GatheredPart,
  chosen: ChosenByHand,
  everybody: readonly CountedPerson[],
  units: readonly NamedUnit[],
  day: PlainDate,
): PartPeople {
  const lists = chosen.lists ?? mapping.lists
  const categories = chosen.categories ?? mapping.categories
  const unitIds = chosen.unitIds ?? mapping.unitIds ?? scope.unitIds
  const within = units.filter(({ id, whole }) => whole !== true && (unitIds?.includes(id) ?? false))
  const conditions: Condition[] = [
    ...scope.conditions.filter(({ aspect }) => aspect !== 'category' || categories === null),
    ...(categories === null ? [] : [categoryCondition(categories)]),
  ]
  const unsure: { person: CountedPerson; condition: Condition }[] = []
  const pool = everybody.filter((person) => {
    if (unitIds !== null && !within.some((unit) => unitCondition(unit).holds(person, day) === true)) return false
    const answers = conditions.map((condition) => ({ condition, holds: condition.holds(person, day) }))
    if (answers.some(({ holds }) => holds === false)) return false
    const open = answers.find(({ holds }) => holds === null)
    if (open === undefined) return true
    if (lists.includes(person.list)) unsure.push({ person, condition: open.condition })
    return false
  })
  return {
    lists,
    pool,
    people: pool.filter(({ list }) => lists.includes(list)),
    unsure,
    categories: categories ?? categoriesOfConditions(conditions),
    unitIds,
    about: aboutText(lists, scope.says, categories, unitIds === scope.unitIds ? [] : within),
  }
}

function categoryCondition(categories: readonly QuotaCategory[]): Condition {
  return {
    aspect: 'category',
    says: categories.map((category) => QUOTA_CATEGORY_NAMES[category]).join('、'),
    holds: (person) => holdsCategory(categories, person.category),
  }
}

function aboutText(
  lists: readonly RosterList[],
  says: readonly string[],
  categories: readonly QuotaCategory[] | null,
  units: readonly NamedUnit[],
): string {
  const whole = lists.length === IN_POST.length && IN_POST.every((list) => lists.includes(list))
  return [
    whole ? '实有人员（在编、超编、不合规）' : lists.map((list) => ROSTER_LIST_NAMES[list]).join('、'),
    ...(says.length === 0 ? [] : [`按“${says.join('”“')}”`]),
    ...(categories === null ? [] : [categories.map((category) => QUOTA_CATEGORY_NAMES[category]).join('、')]),
    ...(units.length === 0 ? [] : [units.map(({ name }) => name).join('、')]),
  ].join('，')
}
