import type { Input, Output } from '../../contract/operations.ts'
import { seatBoard, type SeatLine } from '../../domain/ledger/told/seat-board.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import type { QueryContext } from '../context.ts'
import { readAskedState, workedOut } from '../read-book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'

type Board = Output<'seats.read'>

/** 定编到人: the seats of every unit on a day, and the people without one. */
export async function readSeats(input: Input<'seats.read'>, context: QueryContext): Promise<Board> {
  const { state, roster } = viewBook(await workedOut(await readAskedState(context, input)))
  const board = seatBoard(state.snapshot, state.figures, roster)
  return {
    asOf: state.snapshot.asOf,
    units: board.units.map(({ unit, lines, concurrent }) => ({
      unitId: unit.id,
      unit: unit.name,
      kind: unit.kind,
      lines: lines.map(lineView),
      concurrent: [...concurrent],
    })),
    tray: [...board.tray],
  }
}

function lineView({ line, seats }: SeatLine): Board['units'][number]['lines'][number] {
  const named = { categoryCode: line.category, category: QUOTA_CATEGORY_NAMES[line.category] }
  const { quota, actual, reserved, over, vacancy, tolerance } = line
  return {
    ...named,
    quota,
    actual,
    reserved,
    over,
    vacancy,
    tolerance,
    seats: seats.map((seat) => ({ ...seat, ...named })),
  }
}
