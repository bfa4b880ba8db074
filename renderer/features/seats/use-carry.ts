import { useState } from 'react'
import { goTo, openPerson } from '../../text/paths.ts'
import type { BoardSeat } from './board-rows.ts'
import { doorOf, refusal, seatParams } from './seat-door.ts'
import type { Carried } from './seat-door.ts'

export interface Carry {
  readonly carried: Carried | null
  /** What happened, in a sentence: shown, and read out. */
  readonly said: string
  /** Takes someone up; taking the same one up again puts them back. */
  readonly take: (person: Carried) => void
  /** The start of a drag: always takes. */
  readonly drag: (person: Carried) => void
  readonly cancel: () => void
  /** Enter, click or drop on a seat. Nothing is written: it opens the person or a form that says what will happen. */
  readonly settle: (seat: BoardSeat) => void
}

/** Seating by hand: keyboard and mouse end in the same form. */
export function useCarry(): Carry {
  const [carried, setCarried] = useState<Carried | null>(null)
  const [said, setSaid] = useState('')
  const drag = (person: Carried) => {
    setCarried(person)
    setSaid(`已拿起 ${person.name}：方向键选空座，Enter 放下，Esc 放回。`)
  }
  const cancel = () => {
    if (carried !== null) setSaid(`${carried.name} 已放回。`)
    setCarried(null)
  }
  return {
    carried,
    said,
    drag,
    cancel,
    take: (person) => (carried?.personId === person.personId ? cancel() : drag(person)),
    settle: (target) => {
      if (carried === null) {
        const door = doorOf(target)
        if (door.to === 'person') openPerson(door.personId)
        else goTo('journal', door.params)
        return
      }
      const why = refusal(target, carried)
      if (why !== null) setSaid(why)
      else goTo('journal', seatParams(carried.personId, target))
    },
  }
}
