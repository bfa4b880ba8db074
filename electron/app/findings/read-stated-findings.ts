import { endOfShanghaiDay } from '../../domain/calendar/shanghai-day.ts'
import { stateFindings, type FindingMark, type StatedFinding } from '../../domain/findings/finding-states.ts'
import { readFindingMarks, toMark } from '../../store/finding-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { readAskedState, workedOut, type AskedDays } from '../read-book-state.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'

/** The book of a day, its findings with their states, and everything said of findings. */
export interface StatedBook {
  readonly view: BookView
  readonly findings: readonly StatedFinding[]
  readonly marks: readonly FindingMark[]
}

/** Findings of the asked day with the explanations that hold on it; with `believedOn` only what had been said by then. */
export async function readStatedFindings(context: QueryContext, days: AskedDays): Promise<StatedBook> {
  const view = viewBook(await workedOut(await readAskedState(context, days)))
  const marks = await readAskedMarks(context, days)
  return { view, marks, findings: stateFindings(view.state.findings, marks, view.state.snapshot.asOf) }
}

async function readAskedMarks(context: QueryContext, { believedOn }: AskedDays): Promise<readonly FindingMark[]> {
  if (believedOn === undefined) return readFindingMarks(context.db)
  return (await replayFacts(context.db, { instant: endOfShanghaiDay(believedOn) })).finding_mark.map(toMark)
}
