import type { EventTools, FactWrite, PlanResult } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { ledgerBook, type LedgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { FactRows, HoldingTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'

/* An event's whole plan, short enough to be written down in a test: of a new row only what it says. */

type Told = readonly [op: string, table: string, said: Readonly<Record<string, unknown>>]

/** A write with what it says: the id of a row that was there, of a new one the columns that are neither empty nor 0. */
function writeTold(write: FactWrite): Told {
  if (write.op === 'insert')
    return [
      '+',
      write.table,
      Object.fromEntries(
        Object.entries(write.row).filter(
          ([column, value]) => value !== null && value !== 0 && !['id', 'recorded_at', 'proofs'].includes(column),
        ),
      ),
    ]
  return write.op === 'update' ? [write.id, write.table, write.set] : [write.id, write.table, { removed: true }]
}

type Planner<E> = (event: E, ledger: LedgerBook, tools: EventTools) => PlanResult

/** The whole answer: the writes, the sentence and the lines touched, or the refusal's code and details. Ids begin with n1. */
export function answer<E>(facts: FactRows, plan: Planner<E>, event: E) {
  let made = 0
  const tools = { newId: () => `n${(made += 1)}`, recordedAt: '2026-11-22T03:00:00.000Z', today: '2026-11-22' }
  const result = plan(event, ledgerBook(facts), tools)
  return 'refusal' in result
    ? result
    : { writes: result.writes.map(writeTold), summary: result.summary, touches: result.touches }
}

/** The writes on some tables alone. */
export function writesTo<E>(tables: readonly string[], facts: FactRows, plan: Planner<E>, event: E): readonly Told[] {
  const result = answer(facts, plan, event)
  if ('refusal' in result) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  return result.writes.filter(([, table]) => tables.includes(table))
}

/** The half-sentence of a refusal as 不能登记. */
export const why = (text: string) => ({ refusal: 'event_impossible', details: { why: text } })

/** The facts with one more row of somebody who is in the town: as the row they have, but for what is said; it uses no 编制 unless that is. */
export function alsoHolds(facts: FactRows, id: string, more: Partial<HoldingTable>): FactRows {
  const known = facts.holding.find((row) => row.person_id === more.person_id)
  if (known === undefined) throw new Error(`${more.person_id ?? ''} holds nothing`)
  return {
    ...facts,
    holding: [...facts.holding, { ...known, id, occupies_quota: 0, occupies_leadership: 0, ...more }],
  }
}
