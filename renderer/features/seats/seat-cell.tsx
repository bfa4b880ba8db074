import type { DragEvent, KeyboardEvent } from 'react'
import type { BoardSeat } from './board-rows.ts'
import { seatLabel, seatMarks, seatText, seatTitle } from './seat-looks.ts'
import { refusal } from './seat-door.ts'
import type { Carried } from './seat-door.ts'
import type { Carry } from './use-carry.ts'

interface SeatCellProps {
  readonly place: BoardSeat
  readonly carry: Carry
  readonly tabIndex: 0 | -1
}

/** One seat: title small above, holder below; state by shape and word. Enter opens, Space takes the holder up. */
export function SeatCell({ place, carry, tabIndex }: SeatCellProps) {
  const { seat } = place
  const person = movable(place)
  const { carried } = carry
  const open = carried !== null && refusal(place, carried) === null
  const taken = carried !== null && carried.personId === seat.personId
  const look = [
    `board-seat board-${seat.state}`,
    ...(seat.barred ? ['board-barred'] : []),
    ...(open ? ['board-open'] : []),
    ...(taken ? ['board-taken'] : []),
  ].join(' ')
  return (
    <button
      type="button"
      className={look}
      data-cell={place.key}
      data-state={seat.state}
      tabIndex={tabIndex}
      aria-label={seatLabel(place.unit, seat)}
      title={seat.post}
      draggable={person !== null}
      onClick={() => carry.settle(place)}
      onKeyDown={(event) => onSpace(event, person, carry)}
      onKeyUp={keepSpace}
      onDragStart={(event) => person !== null && startDrag(event, person, carry)}
      onDragEnd={carry.cancel}
      onDragOver={(event) => open && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        carry.settle(place)
      }}
    >
      <span className="board-post">{seatTitle(seat)}</span>
      <span className="board-name">
        {seatText(seat)}
        {seatMarks(seat).map((mark) => (
          <em key={mark}>{mark}</em>
        ))}
      </span>
    </button>
  )
}

/** Who can be taken off this seat: a holder who has arrived. */
function movable({ seat }: BoardSeat): Carried | null {
  return seat.personId !== null && seat.name !== null && (seat.state === 'filled' || seat.state === 'over')
    ? { personId: seat.personId, name: seat.name, arrived: true }
    : null
}

/** Space takes up or puts back; on a seat without a holder it does what Enter does. */
export function onSpace(event: KeyboardEvent, person: Carried | null, carry: Carry): void {
  if (event.key !== ' ' || person === null) return
  event.preventDefault()
  carry.take(person)
}

/** Some browsers click a button when the Space bar comes up, whatever became of its going down. */
export function keepSpace(event: KeyboardEvent): void {
  if (event.key === ' ') event.preventDefault()
}

/** Begins a drag that carries only an id, and never leaves the program. */
export function startDrag(event: DragEvent, person: Carried, carry: Carry): void {
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', person.name)
  carry.drag(person)
}
