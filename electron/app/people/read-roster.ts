import type { Input, Output } from '../../contract/operations.ts'
import { ROSTER_LISTS } from '../../domain/model/finding.ts'
import type { QueryContext } from '../context.ts'
import { readAskedState, workedOut } from '../read-book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { fieldTexts } from '../../domain/fill/values/person-rows.ts'
import { rosterPersonView } from '../../domain/views/roster-person-view.ts'

/** 人员名单 of a day, one list or all five; the counts are always of all five. */
export async function readRoster(input: Input<'roster.read'>, context: QueryContext): Promise<Output<'roster.read'>> {
  const view = viewBook(await workedOut(await readAskedState(context, input)))
  const listed = input.list === undefined ? view.roster : view.roster.filter((entry) => entry.list === input.list)
  return {
    asOf: view.state.snapshot.asOf,
    people: listed.map((entry, place) => ({
      ...rosterPersonView(view, entry),
      fields: fieldTexts(view, entry, place, input.fields ?? []),
    })),
    counts: Object.fromEntries(
      ROSTER_LISTS.map((list) => [list, view.roster.filter((entry) => entry.list === list).length]),
    ),
  }
}
