import { RANK_SERIES, RANK_STEPS } from '../../vocabulary/rank-ladder.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import { positionLevel } from '../model/levels.ts'
import { isCivilService } from '../model/quota-category.ts'
import type { PresentPerson } from '../model/snapshot-index.ts'
import type { RecordOf } from '../model/records.ts'
import { dateText, unitIdOf } from '../rules/wording.ts'
import { countRankYears, type RankYears } from './count-rank-years.ts'
import { laterOf } from './count-period.ts'
import { isDueBy, NOTHING_DUE, type DueFact, type DueFinder, type DueInput } from './due.ts'
import { RANK_BARS, rankCountSource, rankYearsSource } from './due-sources.ts'
import { isOnProbation } from './read-probation.ts'
import { findRankSeats, type RankSeats } from './find-rank-seats.ts'

const ON_PROBATION = '0198'
/** A township's ladder ends here (第十条第四项). */
const TOP = RANK_STEPS.length - 1

interface Facts {
  readonly grade: ReadonlyMap<string | null, RecordOf<'personGrade'>>
  readonly promoted: ReadonlyMap<string, MonthOrDate>
  readonly reviews: ReadonlyMap<string | null, readonly RecordOf<'annualReview'>[]>
  readonly punishments: ReadonlyMap<string | null, readonly RecordOf<'dutyMatter'>[]>
  readonly seats: (unitId: string | null, from: string | null, to: string) => RankSeats
}

/** One way to a step: by the rank below, or by the leading post beside it. */
interface Way {
  readonly title: string
  readonly since: MonthOrDate | null
  /** What is missing where `since` is. */
  readonly lack: string
}

/** 职级晋升: for every 公务员 (and 参公) the next step, when its years are complete, whether a post is free, and what stands against it. */
export const findRankDue: DueFinder = (input) => {
  const { records, rankStarts } = input.snapshot
  const facts: Facts = {
    grade: new Map(records.personGrade.map((own) => [own.personId, own])),
    promoted: new Map(rankStarts.map(({ personId, since }) => [personId, since])),
    reviews: Map.groupBy(records.annualReview, ({ personId }) => personId),
    punishments: Map.groupBy(
      records.dutyMatter.filter(({ matter }) => matter === 'discipline'),
      ({ personId }) => personId,
    ),
    seats: findRankSeats(input.snapshot),
  }
  return (present) => {
    const due = rankDue(present, facts, input)
    return due === null ? NOTHING_DUE : [due]
  }
}

function rankDue(present: PresentPerson, facts: Facts, input: DueInput): DueFact | null {
  const { person, counted } = present
  if (counted === undefined || counted.category === null || !isCivilService(counted.category)) return null
  const grade = facts.grade.get(person.id)
  const level = grade?.positionLevel ?? null
  const rank = person.rank?.trim() ?? ''
  if (level === ON_PROBATION || (rank === '' && isOnProbation(counted, input.snapshot.asOf))) return null
  const place = placeOf(rank)
  const leads = present.holdings.find((own) => own.occupiesLeadership)
  if (place === null && rank !== '') return unclear(present, input, `能认出的职级（现登记“${rank}”）`)
  const byLevel = leads === undefined || level === null ? -1 : RANK_STEPS.findIndex((step) => step.level === level)
  if (place === null && byLevel === -1) return unclear(present, input, leads === undefined ? '职级' : '职级或职务层次')
  const series = place?.series ?? 0
  const above = place === null ? -1 : aboveOf(place.step, series)
  const next = Math.max(above, byLevel)
  const step = RANK_STEPS[next]
  const to = step?.ranks[series] ?? ''
  if (step === undefined || (place !== null && place.step >= TOP)) return null
  const ways = [
    ...(place !== null && above === next
      ? [{ title: `任${rank}`, since: rankSince(person.id, grade, facts), lack: '任现职级时间' }]
      : []),
    ...(byLevel === next && leads !== undefined
      ? [
          {
            title: `任${positionLevel(level)?.name ?? ''}`,
            since: leads.postSince,
            lack: '任现职时间',
          },
        ]
      : []),
  ]
  const told = earliest(ways, step.years, facts.reviews.get(person.id) ?? [], input)
  const unitId = unitIdOf(input.index, person.id)
  const reached = told.on !== null && isDueBy(told, input.snapshot.asOf)
  const seats = facts.seats(unitId, place === null ? null : rank, to)
  return {
    kind: 'rank',
    personId: person.id,
    unitId,
    what: to,
    title: `晋升${to}`,
    on: told.on,
    steps: [...told.steps, ...seats.steps],
    lacks: [...told.lacks, ...seats.lacks],
    obstacles:
      told.on === null
        ? []
        : [...punished(facts.punishments.get(person.id) ?? [], told.on, input), ...(reached ? seats.obstacles : [])],
    source: rankYearsSource(step.ranks[0], fromText(next), step.years, RANK_SERIES[series] ?? ''),
  }
}

function placeOf(rank: string): { readonly step: number; readonly series: number } | null {
  for (const [step, { ranks }] of RANK_STEPS.entries()) {
    const series = ranks.findIndex((own) => own !== '' && own === rank)
    if (series !== -1) return { step, series }
  }
  return null
}

/** The next step that the series has: 专业技术类 has none beside 一级科员. -1 above the top. */
function aboveOf(step: number, series: number): number {
  return RANK_STEPS.findIndex(({ ranks }, place) => place > step && ranks[series] !== '')
}

/** 乡科级副职或者四级主任科员: the words of 第十八条. */
function fromText(next: number): string {
  const below = RANK_STEPS[next - 1]?.ranks[0] ?? ''
  const level = positionLevel(RANK_STEPS[next]?.level ?? null)
  return level === undefined ? below : `${level.name}或者${below}`
}

/** On record, else by the last 职级晋升; the later of the two where an event came after what the record says. */
function rankSince(personId: string, grade: RecordOf<'personGrade'> | undefined, facts: Facts): MonthOrDate | null {
  const recorded = grade?.rankSince ?? null
  const promoted = facts.promoted.get(personId) ?? null
  if (recorded === null || promoted === null) return recorded ?? promoted
  // The same month: the event knows the day.
  return promoted.startsWith(recorded) ? promoted : laterOf(recorded, promoted)
}

/** Either way is enough: the one that is complete first. A way that cannot be told is said beside one that can. */
function earliest(
  ways: readonly Way[],
  years: number,
  reviews: readonly RecordOf<'annualReview'>[],
  { snapshot: { asOf } }: DueInput,
): RankYears {
  const counted = ways.map(({ since, title, lack }): RankYears =>
    since === null
      ? { on: null, steps: [`${title}：起始时间没有登记`], lacks: [lack] }
      : countRankYears({ since, title, years, reviews, asOf }),
  )
  const told = counted.filter(({ on }) => on !== null)
  const [first] = told.toSorted((left, right) => (laterOf(left.on ?? '', right.on ?? '') === left.on ? 1 : -1))
  if (first === undefined) {
    return { on: null, steps: counted.flatMap(({ steps }) => steps), lacks: counted.flatMap(({ lacks }) => lacks) }
  }
  const others = counted.filter((one) => one !== first)
  return {
    on: first.on,
    steps: [
      ...first.steps,
      ...others.map((one) => `另一条件：${one.steps[0] ?? ''}${one.on === null ? '' : `，${dateText(one.on)}满`}`),
    ],
    lacks: others.flatMap(({ lacks }) => lacks),
  }
}

/** 处分 whose period is not known to be over by the day. */
function punished(
  punishments: readonly RecordOf<'dutyMatter'>[],
  on: MonthOrDate,
  { snapshot }: DueInput,
): readonly string[] {
  const day = laterOf(on, snapshot.asOf)
  return punishments
    .filter(({ validTo }) => validTo === null || laterOf(validTo, day) !== day)
    .map(
      (own) =>
        `${dateText(own.validFrom)}起处分${own.validTo === null ? '，影响期止日没有登记' : `影响期到 ${own.validTo} 前`}。${RANK_BARS}`,
    )
}

function unclear({ person }: PresentPerson, { index }: DueInput, lack: string): DueFact {
  return {
    kind: 'rank',
    personId: person.id,
    unitId: unitIdOf(index, person.id),
    what: 'rank',
    title: '职级晋升',
    on: null,
    steps: [],
    lacks: [lack],
    obstacles: [],
    source: rankCountSource,
  }
}
