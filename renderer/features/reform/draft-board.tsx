import { useState, type DragEvent, type KeyboardEvent } from 'react'
import type { ReformShown } from '../../../electron/contract/reform-operations.ts'

type Line = ReformShown['board'][number]
type Seat = Line['seats'][number]
type Seated = Seat['people'][number]

export interface Placed {
  readonly personId: string
  readonly name: string
  readonly post: string
}

/**
 * The township as the draft leaves it: a line a unit, its people as slips. A slip is dragged to another unit; by key, Space takes one up and
 * Enter on a unit puts it down.
 */
export function DraftBoard({
  board,
  editable,
  onMove,
}: {
  readonly board: ReformShown['board']
  readonly editable: boolean
  readonly onMove: (person: Placed, unit: string) => void
}) {
  const [carried, setCarried] = useState<Placed | null>(null)
  const [said, setSaid] = useState('')
  const take = (person: Placed) => {
    const same = carried?.personId === person.personId
    setCarried(same ? null : person)
    setSaid(same ? `${person.name} 已放回。` : `已拿起 ${person.name}：到要去的机构上按 Enter，Esc 放回。`)
  }
  const settle = (line: Line) => {
    if (carried === null) return
    setCarried(null)
    if (line.seats.some(({ people }) => people.some(({ personId }) => personId === carried.personId)))
      setSaid(`${carried.name} 已在${line.unit}。`)
    else {
      setSaid('')
      onMove(carried, line.unit)
    }
  }
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || carried === null) return
    event.preventDefault()
    setSaid(`${carried.name} 已放回。`)
    setCarried(null)
  }
  return (
    <div className="reform-board" role="group" aria-label="方案里的机构和人" onKeyDown={cancel}>
      <ul>
        {board.map((line) => (
          <li
            key={line.unitId}
            className={carried === null ? '' : 'reform-open'}
            onDragOver={(event) => carried !== null && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              settle(line)
            }}
          >
            <button
              type="button"
              className="reform-unit"
              disabled={!editable}
              aria-label={carried === null ? line.unit : `把 ${carried.name} 放到${line.unit}`}
              onClick={() => settle(line)}
            >
              {line.unit}
            </button>
            <span className="reform-slips">
              {line.seats.map((seat) => (
                <SeatSlips
                  key={seat.postId}
                  seat={seat}
                  editable={editable}
                  carried={carried}
                  onTake={take}
                  onDrag={setCarried}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="reform-said quiet" role="status" aria-live="polite">
        {said === '' && editable ? '把人拖到另一个机构；键盘：空格拿起一个人，到机构上按 Enter。' : said}
      </p>
    </div>
  )
}

interface SlipsProps {
  readonly seat: Seat
  readonly editable: boolean
  readonly carried: Placed | null
  readonly onTake: (person: Placed) => void
  readonly onDrag: (person: Placed | null) => void
}

function SeatSlips({ seat, editable, carried, onTake, onDrag }: SlipsProps) {
  if (seat.people.length === 0) return <span className="reform-slip reform-empty">{seat.post} 空</span>
  return seat.people.map((one) => {
    const person: Placed = { personId: one.personId, name: one.name, post: seat.post }
    return (
      <button
        key={one.personId}
        type="button"
        className={carried?.personId === one.personId ? 'reform-slip reform-taken' : 'reform-slip'}
        disabled={!editable || !one.main}
        draggable={editable && one.main}
        title={slipTitle(seat, one)}
        onKeyDown={(event) => {
          if (event.key !== ' ') return
          event.preventDefault()
          onTake(person)
        }}
        onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        onDragStart={(event: DragEvent) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', one.name)
          onDrag(person)
        }}
        onDragEnd={() => onDrag(null)}
      >
        {one.name}
        {!one.main && <em>{one.category === '兼任' ? '兼' : '外'}</em>}
      </button>
    )
  })
}

function slipTitle(seat: Seat, one: Seated): string {
  return `${seat.post}${one.category === null ? '' : `，${one.category}`}`
}
