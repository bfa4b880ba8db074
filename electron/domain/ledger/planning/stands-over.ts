import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { Figures } from '../../model/figures.ts'
import type { Finding } from '../../model/finding.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { lineKey } from '../../model/holding-groups.ts'
import { ineligibleAmong } from '../../model/ineligible.ts'
import { overQuotaLines, type OverQuotaPerson } from '../../roster/over-quota-order.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { OverQuotaChoiceTable } from '../rows/fact-rows.ts'
import { endRow, insertRow, splitRange } from './pieces.ts'

/*
 * Whatever brings a line over its quota asks who is to stand as over. Without an answer the order of `overQuotaPeople` holds; an answer is the
 * clerk's own choice, written with the change itself and in force from its day.
 */

/** The book on one day with what follows from it. */
export interface JudgedBook {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
  readonly findings: readonly Finding[]
}

export interface Candidate extends OverQuotaPerson {
  /** Comes into the line with this change. */
  readonly newcomer: boolean
  /** Stands as over where nobody says otherwise. */
  readonly proposed: boolean
}

/** A line the change brings over, or further over, its quota, from a day on. */
export interface StandingQuestion {
  readonly unitId: string
  readonly category: QuotaCategory
  readonly day: PlainDate
  /** How many stand as over. */
  readonly count: number
  /** Newcomers first, then in the order in which they would stand as over. */
  readonly candidates: readonly Candidate[]
}

/** The lines in which more people stand as over after the change than before, or in which somebody comes to a line that is over. */
export function standingQuestions(before: JudgedBook, after: JudgedBook): readonly StandingQuestion[] {
  const lines = linesOver(after)
  if (lines.length === 0) return []
  const old = new Map(linesOver(before).map((line) => [lineKey(line.unitId, line.category), line.count]))
  const asked = new Set(lines.map((line) => lineKey(line.unitId, line.category)))
  const units = new Set(lines.map((line) => line.unitId))
  const present = new Map(
    before.figures.lines
      .filter((line) => units.has(line.unitId) && asked.has(lineKey(line.unitId, line.category)))
      .map((line) => [lineKey(line.unitId, line.category), new Set(line.personIds)]),
  )
  return lines.flatMap(({ unitId, category, count, order }) => {
    const key = lineKey(unitId, category)
    const known = present.get(key)
    const candidates = order.map((person, place): Candidate => ({
      ...person,
      newcomer: known?.has(person.personId) !== true,
      proposed: place < count,
    }))
    if (count <= (old.get(key) ?? 0) && !candidates.some((one) => one.newcomer)) return []
    return [
      {
        unitId,
        category,
        day: after.snapshot.asOf,
        count,
        candidates: [...candidates.filter((one) => one.newcomer), ...candidates.filter((one) => !one.newcomer)],
      },
    ]
  })
}

function linesOver({ snapshot, figures, findings }: JudgedBook): ReturnType<typeof overQuotaLines> {
  return overQuotaLines(snapshot, figures, ineligibleAmong(findings))
}

/** What is wrong with an answer: somebody who is in none of the lines asked about, or not as many as stand over in one. */
export type WrongAnswer =
  | { readonly wrong: 'stranger'; readonly personId: string }
  | { readonly wrong: 'count'; readonly question: StandingQuestion; readonly given: number }

/**
 * The rows by which the clerk's answer holds from each line's day: what was chosen for the line before ends there, later choices stay.
 * A line nobody was named for is left to the order.
 */
export function answerWrites(
  questions: readonly StandingQuestion[],
  personIds: readonly string[],
  choices: readonly OverQuotaChoiceTable[],
  reason: string,
  tools: EventTools,
): readonly FactWrite[] | WrongAnswer {
  const asked = new Set(questions.flatMap(({ candidates }) => candidates.map((one) => one.personId)))
  const stranger = personIds.find((personId) => !asked.has(personId))
  if (stranger !== undefined) return { wrong: 'stranger', personId: stranger }
  const writes: FactWrite[] = []
  for (const question of questions) {
    const chosen = question.candidates.filter((one) => personIds.includes(one.personId))
    if (chosen.length === 0) continue
    if (chosen.length !== question.count) return { wrong: 'count', question, given: chosen.length }
    const chosenIds = chosen.map((one) => one.personId)
    writes.push(...choiceWrites(question, chosenIds, choices, reason, tools))
  }
  return writes
}

/** The rows by which the chosen people stand as over in a line from a day on; a choice already made for a later day stays. */
export function choiceWrites(
  { unitId, category, day }: Pick<StandingQuestion, 'unitId' | 'category' | 'day'>,
  personIds: readonly string[],
  choices: readonly OverQuotaChoiceTable[],
  reason: string,
  tools: EventTools,
): readonly FactWrite[] {
  const own = choices.filter((row) => row.unit_id === unitId && row.category === category)
  const range = splitRange(own, day)
  return [
    ...[...range.closes, ...range.replaces].flatMap((row) => endRow('over_quota_choice', row, day)),
    ...personIds.map((personId) =>
      insertRow('over_quota_choice', {
        id: tools.newId(),
        unit_id: unitId,
        category,
        person_id: personId,
        reason,
        valid_from: day,
        valid_to: range.validTo,
        recorded_at: tools.recordedAt,
      }),
    ),
  ]
}
