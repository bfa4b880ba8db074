import type { Output } from '../../../electron/contract/operations.ts'
import type { SeatView } from '../../../electron/contract/reading-operations.ts'

export type SeatUnit = Output<'seats.read'>['units'][number]
export type SeatLine = SeatUnit['lines'][number]

/** A seat as drawn: where it stands, so that a person can be sent to it. */
export interface BoardSeat {
  readonly key: string
  readonly unitId: string
  readonly unit: string
  readonly seat: SeatView
}

/** 兼任 in this unit: drawn dotted, never counted. `personId` is null when no seat on the board is theirs. */
export interface ConcurrentName {
  readonly key: string
  readonly name: string
  readonly post: string
  readonly from: string
  readonly personId: string | null
}

/** One quota line as one row of the board. */
export interface BoardRow {
  readonly key: string
  readonly unitId: string
  readonly unit: string
  /** The unit's name stands once, on its first row. */
  readonly first: boolean
  /** Null: a unit without quota, drawn only for the 兼任 in it. */
  readonly line: SeatLine | null
  readonly seats: readonly BoardSeat[]
  readonly concurrent: readonly ConcurrentName[]
}

/** The board's rows in the core's order. Units that hold neither quota nor 兼任 (the township itself) have no row. */
export function boardRows(units: readonly SeatUnit[]): readonly BoardRow[] {
  return units.flatMap((unit) => {
    const lines: readonly (SeatLine | null)[] =
      unit.lines.length === 0 && unit.concurrent.length > 0 ? [null] : unit.lines
    return lines.map((line, index): BoardRow => ({
      key: `${unit.unitId}/${line?.categoryCode ?? 'none'}`,
      unitId: unit.unitId,
      unit: unit.unit,
      first: index === 0,
      line,
      seats: (line?.seats ?? []).map((seat, place) => ({
        key: `${unit.unitId}/${line?.categoryCode ?? ''}/${place}`,
        unitId: unit.unitId,
        unit: unit.unit,
        seat,
      })),
      concurrent: index === lines.length - 1 ? concurrentOf(unit, units) : [],
    }))
  })
}

function concurrentOf(unit: SeatUnit, units: readonly SeatUnit[]): readonly ConcurrentName[] {
  return unit.concurrent.map((one, index) => ({
    ...one,
    key: `${unit.unitId}/concurrent/${index}`,
    personId: holderNamed(one.name, one.from, units),
  }))
}

/** Whose seat it is: in the unit they come from, or anywhere when the name stands only once. */
function holderNamed(name: string, from: string, units: readonly SeatUnit[]): string | null {
  const found = units.flatMap((unit) =>
    unit.lines.flatMap((line) =>
      line.seats.filter((seat) => seat.name === name).map((seat) => ({ unit: unit.unit, personId: seat.personId })),
    ),
  )
  const there = found.filter((one) => one.unit === from)
  const few = there.length > 0 ? there : found
  return few.length === 1 ? (few[0]?.personId ?? null) : null
}

/** People a seat is kept for who have not arrived. */
export function awaitedPeople(rows: readonly BoardRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) =>
      row.seats.flatMap(({ seat }) => (seat.state === 'reserved' && seat.personId !== null ? [seat.personId] : [])),
    ),
  )
}

/** Seats drawn, by state: what the note beside the title says. */
export function countSeats(rows: readonly BoardRow[]): Readonly<Record<SeatView['state'], number>> {
  const counts = { filled: 0, vacant: 0, reserved: 0, frozen: 0, over: 0 }
  for (const row of rows) for (const one of row.seats) counts[one.seat.state] += 1
  return counts
}
