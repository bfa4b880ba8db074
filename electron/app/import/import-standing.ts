import { Refusal } from '../../vocabulary/refusals.ts'
import type { ImportPlan } from '../../domain/import-plan/import-plan.ts'
import type { EventTools, FactWrite } from '../../domain/ledger/planning/event-plan.ts'
import type { FactRows } from '../../domain/ledger/rows/fact-rows.ts'
import { factsAfterImport } from '../../domain/ledger/planning/planned-import.ts'
import { snapshotAt } from '../../domain/ledger/snapshot/snapshot-at.ts'
import { computeFigures } from '../../domain/quota/figures.ts'
import { answerRows, askedLines, type AskedLine } from '../../domain/assess/standing.ts'
import { deriveBookState } from '../../domain/state/book-state.ts'
import { stateOn } from '../../domain/state/state-on.ts'

/** What an import brings over its quota, and the rows of the book as it would leave them. */
export interface ImportStanding {
  readonly asked: readonly AskedLine[]
  readonly planned: FactRows
}

/** The lines the import brings over their quota on its day; none where no line has more people than seats. */
export function standingOfImport(facts: FactRows, plan: ImportPlan): ImportStanding {
  if (surelyFits(facts, plan)) return { asked: [], planned: facts }
  const planned = factsAfterImport(facts, plan.writes)
  const after = snapshotAt(planned, plan.effectiveOn)
  if (computeFigures(after).lines.every((line) => line.over === 0)) return { asked: [], planned }
  const before = snapshotAt(facts, plan.effectiveOn)
  const states = { day: plan.effectiveOn, before: deriveBookState(before), after: deriveBookState(after) }
  return { asked: askedLines([states]), planned }
}

/**
 * True where nobody can stand over: every line has room for all whom the plan adds to it, whatever else holds. A first import of ten thousand people is
 * told so by counting, without making the book of the day. False says nothing.
 */
function surelyFits(facts: FactRows, { writes, effectiveOn }: ImportPlan): boolean {
  // What is changed may move people and seats; only what is added can be counted.
  if (writes.changes.some(({ fact }) => fact !== 'person' && fact !== 'personVersion' && fact !== 'record'))
    return false
  const line = (unitId: string, category: string) => `${unitId}|${category}`
  const room = new Map<string, number>()
  const add = (key: string, seats: number) => void room.set(key, (room.get(key) ?? 0) + seats)
  for (const { unitId, category, amount, validFrom } of writes.quotas)
    if (validFrom <= effectiveOn) add(line(unitId, category), amount)
  if (facts.holding.length > 0 || facts.quota.length > 0)
    for (const { unitId, category, quota, actual, over } of stateOn(facts, effectiveOn).figures.lines) {
      if (over > 0) return false
      add(line(unitId, category), quota - actual)
    }
  const unitOf = new Map(writes.posts.map(({ id, unitId }) => [id, unitId]))
  for (const { postId, category, occupiesQuota } of writes.holdings) {
    if (!occupiesQuota || category === null) continue
    const unitId = postId === null ? undefined : unitOf.get(postId)
    if (unitId === undefined) return false
    add(line(unitId, category), -1)
  }
  return [...room.values()].every((seats) => seats >= 0)
}

/**
 * The clerk's answer as rows, people and units by the plan's ids. People are named by the question's key or, where one alone bears it, by name.
 * @throws `name_unknown`, `name_ambiguous`, `choice_count`, `invalid_input`
 */
export function importAnswer(
  { asked, planned }: ImportStanding,
  names: readonly string[],
  reason: string,
  tools: EventTools,
): readonly FactWrite[] {
  const known = new Map(planned.person.map((person) => [person.id, person.name]))
  const candidates = [
    ...new Set(asked.flatMap(({ question }) => question.candidates.map((candidate) => candidate.personId))),
  ]
  const personIds = names.map((name) => {
    const found = candidates.includes(name) ? [name] : candidates.filter((id) => known.get(id) === name)
    const [only] = found
    if (only === undefined) throw new Refusal('name_unknown', { name, what: '超编机构里的人员' })
    if (found.length > 1) throw new Refusal('name_ambiguous', { name, count: found.length, choices: found.join('、') })
    return only
  })
  return answerRows(asked, personIds, planned, reason, tools)
}
