import type { Input, Output } from '../../contract/operations.ts'
import type { QueryContext } from '../context.ts'
import { inTurns, readAskedState, workedOut } from '../read-book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { figuresViewInSteps } from '../../domain/views/figures-view.ts'

/** 编制数字 of a day: lines, totals, 混编, 领导职数. */
export async function readFigures(
  input: Input<'figures.read'>,
  context: QueryContext,
): Promise<Output<'figures.read'>> {
  return inTurns(figuresViewInSteps(viewBook(await workedOut(await readAskedState(context, input)))))
}
