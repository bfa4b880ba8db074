import type { Input, Output } from '../../contract/operations.ts'
import { ROSTER_LISTS } from '../../domain/model/finding.ts'
import { mapInSteps } from '../../domain/model/in-steps.ts'
import type { BookState } from '../../domain/state/book-state.ts'
import type { QueryContext } from '../context.ts'
import { inTurns, readAskedState, workedOut } from '../read-book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { fieldTexts } from '../../domain/fill/values/person-rows.ts'
import { rosterPersonView } from '../../domain/views/roster-person-view.ts'

type Roster = Output<'roster.read'>
type Question = Pick<Input<'roster.read'>, 'list' | 'fields'>

/** Lists kept of one state: the roster's screen and who else looks at people. The longest unasked makes room. */
const MOST = 3

/** What follows from a state is the same list each time, and a state that is there again (an entry taken back) has it still. */
const LISTS = new WeakMap<BookState, Map<string, Roster>>()

/** 人员名单 of a day, one list or all five; the counts are always of all five. Nobody may change an answer. */
export async function readRoster(input: Input<'roster.read'>, context: QueryContext): Promise<Roster> {
  const state = await workedOut(await readAskedState(context, input))
  const known = LISTS.get(state) ?? new Map<string, Roster>()
  const question = JSON.stringify([input.list, input.fields])
  const roster = known.get(question) ?? (await listed(state, input))
  known.delete(question)
  known.set(question, roster)
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  LISTS.set(state, known)
  return roster
}

async function listed(state: BookState, { list, fields = [] }: Question): Promise<Roster> {
  const view = viewBook(state)
  const entries = list === undefined ? view.roster : view.roster.filter((entry) => entry.list === list)
  return {
    asOf: state.snapshot.asOf,
    people: await inTurns(
      mapInSteps(entries, (entry, place) => {
        const shown = rosterPersonView(view, entry)
        return { ...shown, fields: fieldTexts(view, entry, place, fields, shown) }
      }),
    ),
    counts: Object.fromEntries(
      ROSTER_LISTS.map((one) => [one, view.roster.filter((entry) => entry.list === one).length]),
    ),
  }
}
