import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import { wordKey } from '../../vocabulary/code-list.ts'
import type { PackageContent, PackagePerson, PackageUnit } from './package-content.ts'

/** One difference to what the township handed in before; `kind` says of what. */
export interface ContentDifference {
  readonly kind: 'unit' | 'quota' | 'leadership' | 'person' | 'finding'
  readonly change: 'added' | 'removed' | 'changed'
  /** What it is about: a unit, a category, a name. */
  readonly subject: string
  readonly before: string
  readonly after: string
}

/** How a unit of the new package is one of the old: by its own id, by its name, or as was told by hand. */
export interface UnitMatch {
  readonly unit: string
  readonly name: string
  readonly how: 'id' | 'name' | 'told' | 'none'
  readonly former: string | null
}

/**
 * Units of the new package each with the one it was: by id, else by name, else by what somebody told once (`told`: new name → former name,
 * both as `wordKey`). Those left over are new, or renamed and yet to be told.
 */
export function matchUnits(
  before: readonly PackageUnit[],
  after: readonly PackageUnit[],
  told: ReadonlyMap<string, string>,
): readonly UnitMatch[] {
  const ids = new Map(before.map((unit) => [unit.id, unit]))
  const names = new Map(before.map((unit) => [wordKey(unit.name), unit]))
  return after.map((unit) => {
    const [byId, key] = [ids.get(unit.id), wordKey(unit.name)]
    const byName = byId === undefined ? names.get(key) : undefined
    const byTold = byId === undefined && byName === undefined ? names.get(told.get(key) ?? '') : undefined
    const former = byId ?? byName ?? byTold
    const how = byId !== undefined ? 'id' : byName !== undefined ? 'name' : byTold !== undefined ? 'told' : 'none'
    return { unit: unit.id, name: unit.name, how, former: former?.id ?? null }
  })
}

/** What is other than in the package before, in the order of units, quotas, leadership, people, findings. */
export function compareContents(
  before: PackageContent,
  after: PackageContent,
  told: ReadonlyMap<string, string>,
): readonly ContentDifference[] {
  const matches = matchUnits(before.parts.units, after.parts.units, told)
  const formerOf = new Map(matches.map((match) => [match.unit, match.former]))
  return [
    ...unitDifferences(before, after, formerOf),
    ...quotaDifferences(before, after, formerOf),
    ...leadershipDifferences(before, after),
    ...peopleDifferences(before, after, formerOf),
    ...findingDifferences(before, after),
  ]
}

type FormerUnits = ReadonlyMap<string, string | null>

function unitDifferences(
  before: PackageContent,
  after: PackageContent,
  formerOf: FormerUnits,
): readonly ContentDifference[] {
  const names = namesOf(before)
  const kept = new Set(formerOf.values())
  return [
    ...after.parts.units.flatMap((unit): readonly ContentDifference[] => {
      const former = formerOf.get(unit.id) ?? null
      if (former === null) return [{ kind: 'unit', change: 'added', subject: unit.name, before: '', after: '新设' }]
      const name = names.get(former) ?? ''
      return name === unit.name
        ? []
        : [{ kind: 'unit', change: 'changed', subject: unit.name, before: name, after: unit.name }]
    }),
    ...before.parts.units
      .filter((unit) => !kept.has(unit.id))
      .map((unit): ContentDifference => ({
        kind: 'unit',
        change: 'removed',
        subject: unit.name,
        before: unit.name,
        after: '已无',
      })),
  ]
}

/** Per category 核定 and 实有 of the township, then the lines whose 核定 moved. */
function quotaDifferences(
  before: PackageContent,
  after: PackageContent,
  formerOf: FormerUnits,
): readonly ContentDifference[] {
  const total = (content: PackageContent, category: QuotaCategory) =>
    content.totals.categories.find((one) => one.category === category)
  const sums = QUOTA_CATEGORIES.flatMap((category): readonly ContentDifference[] => {
    const [old, now] = [total(before, category), total(after, category)]
    const tell = (one: typeof old) => `核定 ${one?.quota ?? 0}，实有 ${one?.actual ?? 0}`
    return tell(old) === tell(now)
      ? []
      : [
          {
            kind: 'quota',
            change: 'changed',
            subject: QUOTA_CATEGORY_NAMES[category],
            before: tell(old),
            after: tell(now),
          },
        ]
  })
  const names = namesOf(after)
  const formerLines = new Map(before.parts.lines.map((line) => [`${line.unit}\n${line.category}`, line.quota]))
  const lines = after.parts.lines.flatMap((line): readonly ContentDifference[] => {
    const was = formerLines.get(`${formerOf.get(line.unit) ?? ''}\n${line.category}`) ?? 0
    return was === line.quota
      ? []
      : [
          {
            kind: 'quota',
            change: was === 0 ? 'added' : 'changed',
            subject: `${names.get(line.unit) ?? ''}${QUOTA_CATEGORY_NAMES[line.category]}`,
            before: `核定 ${was}`,
            after: `核定 ${line.quota}`,
          },
        ]
  })
  return [...sums, ...lines]
}

function leadershipDifferences(before: PackageContent, after: PackageContent): readonly ContentDifference[] {
  const tell = ({ totals: { leadership } }: PackageContent) => `核定 ${leadership.quota}，实配 ${leadership.actual}`
  return tell(before) === tell(after)
    ? []
    : [{ kind: 'leadership', change: 'changed', subject: '领导职数', before: tell(before), after: tell(after) }]
}

function peopleDifferences(
  before: PackageContent,
  after: PackageContent,
  formerOf: FormerUnits,
): readonly ContentDifference[] {
  const [oldNames, newNames] = [namesOf(before), namesOf(after)]
  const byId = new Map(before.parts.people.map((person) => [person.id, person]))
  const byNumber = new Map(
    before.parts.people.flatMap((person) => (person.number === null ? [] : [[identityOf(person), person] as const])),
  )
  const matched = new Set<string>()
  const place = (person: PackagePerson, names: ReadonlyMap<string, string>) =>
    [names.get(person.unit ?? '') ?? '', person.post, person.status].filter((part) => part !== '').join(' ')
  const present = after.parts.people.flatMap((person): readonly ContentDifference[] => {
    const old = byId.get(person.id) ?? (person.number === null ? undefined : byNumber.get(identityOf(person)))
    if (old === undefined)
      return [{ kind: 'person', change: 'added', subject: person.name, before: '', after: place(person, newNames) }]
    matched.add(old.id)
    const sameUnit = (formerOf.get(person.unit ?? '') ?? null) === old.unit || person.unit === old.unit
    const same =
      sameUnit && old.post === person.post && old.status === person.status && old.category === person.category
    return same && old.name === person.name
      ? []
      : [
          {
            kind: 'person',
            change: 'changed',
            subject: person.name,
            before: place(old, oldNames),
            after: place(person, newNames),
          },
        ]
  })
  const gone = before.parts.people
    .filter((person) => !matched.has(person.id))
    .map((person): ContentDifference => ({
      kind: 'person',
      change: 'removed',
      subject: person.name,
      before: place(person, oldNames),
      after: '',
    }))
  return [...present, ...gone]
}

/** Number, name and birth: a masked number alone is not one person's. */
const identityOf = (person: PackagePerson) => `${person.number ?? ''}\n${person.name}\n${person.birth ?? ''}`

function findingDifferences(before: PackageContent, after: PackageContent): readonly ContentDifference[] {
  const [old, now] = [before, after].map((content) => new Map(content.parts.findings.map((one) => [one.id, one])))
  const added = [...(now?.values() ?? [])].filter((one) => old?.has(one.id) !== true)
  const gone = [...(old?.values() ?? [])].filter((one) => now?.has(one.id) !== true)
  return [
    ...added.map((one): ContentDifference => ({
      kind: 'finding',
      change: 'added',
      subject: one.title,
      before: '',
      after: one.text,
    })),
    ...gone.map((one): ContentDifference => ({
      kind: 'finding',
      change: 'removed',
      subject: one.title,
      before: one.text,
      after: '',
    })),
  ]
}

function namesOf({ parts }: PackageContent): ReadonlyMap<string, string> {
  return new Map(parts.units.map((unit) => [unit.id, unit.name]))
}
