import type { Input, Output } from '../../contract/operations.ts'
import { judgeChanges } from '../../domain/reform/before-after.ts'
import { pairUnits } from '../../domain/reform/pair-units.ts'
import { readChangesSheet } from '../../domain/reform/read-changes-sheet.ts'
import { shapeOf } from '../../domain/reform/book-shape.ts'
import { mergersBetween } from '../../domain/reform/pair-units.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { QueryContext } from '../context.ts'
import { shapeView, unitView } from './show-plan.ts'

/** 改革前后数字: as typed, or as a sheet has them, each judged. @throws `reform_no_figures` and what reading the file throws */
export async function judgeFigures(
  input: Input<'reform.figures'>,
  context: QueryContext,
): Promise<Output<'reform.figures'>> {
  const typed = (input.rows ?? []).map((row) => ({
    place: row.place ?? '',
    item: row.item,
    from: row.from ?? null,
    to: row.to ?? null,
    cut: row.cut ?? null,
    rate: row.rate ?? null,
  }))
  const read =
    input.fileId === undefined
      ? { rows: [], problems: [] }
      : readChangesSheet(
          await context.excel.parse(context.stagedFile(input.fileId), {
            signal: context.signal,
            report: context.report,
          }),
        )
  if (read === null || typed.length + read.rows.length === 0) throw new Refusal('reform_no_figures')
  const judged = judgeChanges([...typed, ...read.rows])
  return {
    rows: judged.rows.map((row) => ({ ...row })),
    totals: judged.totals.map((total) => ({ ...total })),
    problems: [...read.problems],
  }
}

/** One township from its own book: the shapes of two days, paired by the mergers between them. */
export async function compareDays(
  input: Input<'reform.between'>,
  context: QueryContext,
): Promise<Output<'reform.between'>> {
  if (input.from > input.to) throw new Refusal('date_invalid', { value: `${input.from} — ${input.to}` })
  const facts = await loadFacts(context.db)
  const [before, after] = [shapeOf(stateOn(facts, input.from)), shapeOf(stateOn(facts, input.to))]
  return {
    before: shapeView(before),
    after: shapeView(after),
    pairs: pairUnits(before, after, mergersBetween(facts, input.from, input.to)).map((pair) => ({
      kind: pair.kind,
      before: pair.before.map(unitView),
      after: pair.after === null ? null : unitView(pair.after),
    })),
  }
}
