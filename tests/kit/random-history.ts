import type { EventInput } from '../../electron/contract/events.ts'
import type { FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import type { Dice } from './dice.ts'
import { randomEvent } from './random-event.ts'

/** What a clerk does next. `seq` null: the last entry that can be. */
export type Act =
  | { readonly kind: 'event'; readonly event: EventInput; readonly correction: boolean }
  | { readonly kind: 'undo'; readonly seq: number | null }
  | { readonly kind: 'redo' }

/** Where a history stands: `day` moves forward with what is registered, mostly. */
export interface HistoryState {
  readonly day: string
  readonly turn: number
}

export const FIRST_DAY = '2007-01-01'

export function beginHistory(): HistoryState {
  return { day: FIRST_DAY, turn: 1 }
}

/** The next act in a book as it stands. Two in ten events are registered late, one before its time, some on a day something else begins or ends. */
export function nextAct(
  facts: FactRows,
  state: HistoryState,
  lastSeq: number,
  chance: Dice,
): { readonly act: Act; readonly state: HistoryState } {
  const throws = chance.below(100)
  if (throws < 7) return { act: { kind: 'undo', seq: null }, state }
  if (throws < 12) return { act: { kind: 'undo', seq: lastSeq - chance.below(Math.min(lastSeq, 8)) }, state }
  if (throws < 18) return { act: { kind: 'redo' }, state }
  const day = addDays(state.day, chance.below(240))
  const event = randomEvent({ facts, on: effectiveDay(facts, day, chance), dice: chance, turn: state.turn })
  return { act: { kind: 'event', event, correction: chance.chance(0.08) }, state: { day, turn: state.turn + 1 } }
}

function effectiveDay(facts: FactRows, day: string, chance: Dice): string {
  const throws = chance.below(100)
  if (throws < 20) return addDays(day, -1 - chance.below(900))
  if (throws < 30) return addDays(day, 1 + chance.below(900))
  if (throws < 50) return chance.pick(boundaryDays(facts)) ?? day
  return day
}

/** Days on which anything dated begins or ends. */
export function boundaryDays(facts: FactRows): readonly string[] {
  const days = new Set<string>()
  for (const rows of [
    facts.unit_version,
    facts.quota,
    facts.leadership_quota,
    facts.post_version,
    facts.holding,
    facts.entry_approval,
    facts.tolerance,
  ]) {
    for (const row of rows) {
      days.add(row.valid_from)
      if (row.valid_to !== null) days.add(row.valid_to)
      if ('expires_on' in row && row.expires_on !== null) days.add(row.expires_on)
    }
  }
  return [...days].sort()
}
