import { codesOf, titleIn } from '../../vocabulary/code-list.ts'
import { SEXES } from '../../vocabulary/people.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../vocabulary/establishment.ts'
import { POSITION_LEVEL_LIST } from '../../vocabulary/people.ts'
import { ROSTER_LIST_NAMES, ROSTER_LISTS } from '../../vocabulary/standing.ts'
import {
  AGE_BANDS,
  STRUCTURE_DIMENSION_NAMES,
  STRUCTURE_DIMENSIONS,
  type StructureDimension,
} from '../../vocabulary/structure.ts'
import type { Condition, KnownField } from './conditions.ts'
import type { StructurePerson } from './structure-person.ts'
import {
  DEGREE_LEVEL_NAMES,
  DEGREE_LEVELS,
  EDUCATION_LEVEL_NAMES,
  EDUCATION_LEVELS,
  PARTIES,
  PARTY_NAMES,
  TITLE_LEVEL_NAMES,
  TITLE_LEVELS,
} from './words.ts'

/* What a table can be divided by: each side a list of conditions that leave nobody out and count nobody twice. */

/** The one fact that each dimension divides by. */
export const FACT_OF = {
  age: 'age',
  sex: 'sex',
  education: 'education',
  degree: 'degree',
  party: 'party',
  ethnic: 'ethnicity',
  ethnicity: 'ethnicity',
  level: 'level',
  rank: 'rank',
  category: 'category',
  title: 'title',
  grade: 'grade',
  list: 'list',
  unit: 'unitId',
} as const satisfies Readonly<Record<StructureDimension, keyof StructurePerson>>

export interface Bucket {
  readonly key: string
  readonly title: string
  readonly condition: Condition
}

/**
 * The buckets of a dimension for these people, in their order. Fixed ones stand whoever is there; open ones (units, ranks, grades …) as far as
 * somebody is in them; 未登记 last, where there is somebody.
 */
export function bucketsOf(
  dimension: StructureDimension,
  people: readonly StructurePerson[],
  bands: readonly number[] = AGE_BANDS,
): readonly Bucket[] {
  switch (dimension) {
    case 'age':
      return withUnknown(ageBuckets(bands), 'age', people)
    case 'sex':
      return withUnknown(
        SEXES.map((is) => bucket(is, is, { kind: 'sex', is })),
        'sex',
        people,
      )
    case 'education':
      return withUnknown(
        EDUCATION_LEVELS.map((level) =>
          bucket(level, EDUCATION_LEVEL_NAMES[level], { kind: 'education', of: 'highest', levels: [level] }),
        ),
        'education',
        people,
      )
    case 'degree':
      return withUnknown(
        DEGREE_LEVELS.map((level) => bucket(level, DEGREE_LEVEL_NAMES[level], { kind: 'degree', levels: [level] })),
        'degree',
        people,
        '无或未登记',
      )
    case 'party':
      return withUnknown(
        PARTIES.map((party) => bucket(party, PARTY_NAMES[party], { kind: 'party', is: [party] })),
        'party',
        people,
      )
    case 'ethnic':
      return withUnknown(
        [
          bucket('han', '汉族', { kind: 'minority', is: false }),
          bucket('minority', '少数民族', { kind: 'minority', is: true }),
        ],
        'ethnicity',
        people,
      )
    case 'ethnicity':
      return withUnknown(
        named(people, 'ethnicity').map((is) => bucket(is, is, { kind: 'ethnicity', is })),
        'ethnicity',
        people,
      )
    case 'level':
      return withUnknown(
        levelsOf(people, codesOf(POSITION_LEVEL_LIST)).map((code) =>
          bucket(code, titleIn(POSITION_LEVEL_LIST, code), { kind: 'level', codes: [code] }),
        ),
        'level',
        people,
      )
    case 'rank':
      return withUnknown(
        named(people, 'rank').map((is) => bucket(is, is, { kind: 'rank', is })),
        'rank',
        people,
        '无职级',
      )
    case 'category':
      return withUnknown(
        QUOTA_CATEGORIES.filter((code) => people.some((person) => person.category === code)).map((code) =>
          bucket(code, QUOTA_CATEGORY_NAMES[code], { kind: 'category', codes: [code] }),
        ),
        'category',
        people,
        '没有编制',
      )
    case 'title':
      return withUnknown(
        TITLE_LEVELS.map((level) => bucket(level, TITLE_LEVEL_NAMES[level], { kind: 'title', levels: [level] })),
        'title',
        people,
        '无或未登记',
      )
    case 'grade':
      return withUnknown(
        named(people, 'grade').map((is) => bucket(is, is, { kind: 'grade', is })),
        'grade',
        people,
      )
    case 'list':
      return ROSTER_LISTS.filter((list) => people.some((person) => person.list === list)).map((list) =>
        bucket(list, ROSTER_LIST_NAMES[list], { kind: 'list', lists: [list] }),
      )
    case 'unit':
      return withUnknown(unitBuckets(people), 'unitId', people, '不在编制本机构')
  }
}

function bucket(key: string, title: string, condition: Condition): Bucket {
  return { key, title, condition }
}

function ageBuckets(bands: readonly number[]): readonly Bucket[] {
  const ends = [...new Set(bands)].toSorted((left, right) => left - right)
  const last = ends.at(-1)
  return [
    ...ends.map((to, place) => {
      const before = ends[place - 1]
      if (before === undefined) return bucket(`-${to}`, `${to} 岁及以下`, { kind: 'age', to })
      const from = before + 1
      return bucket(`${from}-${to}`, from === to ? `${to} 岁` : `${from}—${to} 岁`, { kind: 'age', from, to })
    }),
    ...(last === undefined ? [] : [bucket(`${last + 1}-`, `${last + 1} 岁及以上`, { kind: 'age', from: last + 1 })]),
  ]
}

function unitBuckets(people: readonly StructurePerson[]): readonly Bucket[] {
  const units = new Map<string, string>()
  for (const { unitId, unit } of people) if (unitId !== null && !units.has(unitId)) units.set(unitId, unit)
  return [...units].map(([id, name]) => bucket(id, name, { kind: 'unit', ids: [id] }))
}

/** Words somebody has, the most frequent first. */
function named(people: readonly StructurePerson[], field: 'ethnicity' | 'rank' | 'grade'): readonly string[] {
  const counts = new Map<string, number>()
  for (const person of people) {
    const word = person[field]
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([left, many], [right, more]) => more - many || left.localeCompare(right, 'zh-CN'))
    .map(([word]) => word)
}

/** Codes of the list that somebody has, in its order; codes outside it behind. */
function levelsOf(people: readonly StructurePerson[], order: readonly string[]): readonly string[] {
  const present = new Set(people.flatMap((person) => person.level ?? []))
  return [
    ...order.filter((code) => present.has(code)),
    ...[...present].filter((code) => !order.includes(code)).toSorted(),
  ]
}

function withUnknown(
  buckets: readonly Bucket[],
  of: KnownField,
  people: readonly StructurePerson[],
  title = '未登记',
): readonly Bucket[] {
  if (!people.some((person) => person[of] === null)) return buckets
  return [...buckets, bucket('unknown', title, { kind: 'unknown', of })]
}

/** A dimension by its id or its name. */
export function dimensionNamed(text: string): StructureDimension | undefined {
  return STRUCTURE_DIMENSION_NAMES.find((id) => id === text || STRUCTURE_DIMENSIONS[id] === text)
}
