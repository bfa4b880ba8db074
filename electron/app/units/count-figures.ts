import type { Input, Output } from '../../contract/operations.ts'
import { countedBookAt, type CountedRows } from '../../domain/ledger/snapshot/counted-book-at.ts'
import { unitsInOrder } from '../../domain/ledger/snapshot/units-at.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { computeFigures } from '../../domain/quota/figures.ts'
import { figureCountsView } from '../../domain/views/figures-view.ts'
import { loadCountedRows } from '../../store/load-counted-rows.ts'
import type { QueryContext } from '../context.ts'
import { factsBelievedOn } from '../read-book-state.ts'

/** The numbers of a day: no rule is asked, and of a book just opened only what they are counted from is read. */
export async function countFigures(
  { asOf, believedOn }: Input<'figures.count'>,
  context: QueryContext,
): Promise<Output<'figures.count'>> {
  if (believedOn !== undefined) return countOn(await factsBelievedOn(context, believedOn), asOf ?? believedOn)
  return countOn(await loadCountedRows(context.db), asOf ?? context.clock.today())
}

function countOn(rows: CountedRows, day: PlainDate): Output<'figures.count'> {
  const figures = computeFigures(countedBookAt(rows, day))
  const units = new Map(unitsInOrder(rows.unit_version, day).map((row) => [row.unit_id, row]))
  const misplaced = new Set(figures.misplaced.flatMap((line) => line.personIds))
  const people = new Map(rows.person.flatMap(({ id, name }) => (misplaced.has(id) ? [[id, name] as const] : [])))
  return figureCountsView(
    figures,
    { unitName: (id) => units.get(id)?.name ?? '', personName: (id) => people.get(id) ?? '' },
    (id) => units.get(id)?.kind ?? 'other',
  )
}
