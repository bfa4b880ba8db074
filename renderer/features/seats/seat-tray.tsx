import type { Output } from '../../../electron/contract/operations.ts'
import { openPerson } from '../../text/paths.ts'
import { useRoving } from '../../ui/use-roving.ts'
import { keepSpace, onSpace, startDrag } from './seat-cell.tsx'
import type { Carried } from './seat-door.ts'
import type { Carry } from './use-carry.ts'

type TrayPerson = Output<'seats.read'>['tray'][number]

interface SeatTrayProps {
  readonly tray: readonly TrayPerson[]
  /** Who of them has a seat kept on the board (已核准未到位). */
  readonly awaited: ReadonlySet<string>
  readonly carry: Carry
  /** Someone was taken up here by key: the board shows where they may sit. */
  readonly onTaken: (person: Carried) => void
}

/** People in the book without a seat, each with why. They are taken from here to the board. */
export function SeatTray({ tray, awaited, carry, onTaken }: SeatTrayProps) {
  const roving = useRoving(
    'seat tray',
    tray.map((one) => one.personId),
  )
  const carriedOf = ({ personId, name }: TrayPerson): Carried => ({ personId, name, arrived: !awaited.has(personId) })
  return (
    <section className="seat-tray" aria-label="没有座位的人">
      <h2>
        没有座位 <span className="quiet">{tray.length} 人</span>
      </h2>
      {tray.length === 0 && <p className="quiet">在编的人都有座位。</p>}
      <div role="group" aria-label="可以安排的人" onFocus={roving.onFocus} onKeyDown={roving.onKeyDown}>
        {tray.map((one) => (
          <button
            key={one.personId}
            type="button"
            className={carry.carried?.personId === one.personId ? 'tray-person board-taken' : 'tray-person'}
            data-cell={one.personId}
            tabIndex={roving.tabIndexOf(one.personId)}
            draggable
            aria-label={`${one.name} ${one.why}`}
            onClick={() => openPerson(one.personId)}
            onKeyDown={(event) => {
              onSpace(event, carriedOf(one), carry)
              if (event.key === ' ' && carry.carried?.personId !== one.personId) onTaken(carriedOf(one))
            }}
            onKeyUp={keepSpace}
            onDragStart={(event) => startDrag(event, carriedOf(one), carry)}
            onDragEnd={carry.cancel}
          >
            <strong>{one.name}</strong>
            <span>{one.why}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
