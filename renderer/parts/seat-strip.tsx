import type { FigureLineView } from '../../electron/contract/shapes.ts'
import { openPerson } from '../text/paths.ts'
import './seat-strip.css'

type Seat = FigureLineView['seats'][number]

/** One unit's seats in one category, as one would draw them: the holder's surname, 空 outlined, 核 hatched, 超 solid, 疑 cut off at a corner, 借 dashed. */
export function SeatStrip({ line }: { readonly line: FigureLineView }) {
  const seats = [...line.seats].sort((a, b) => rank(a) - rank(b))
  return (
    <span className="seats">
      {seats.map((seat) => (
        <PersonSeat key={seat.personId} seat={seat} />
      ))}
      {Array.from({ length: line.reserved }, (_, index) => (
        <span key={`r${index}`} className="seat seat-reserved" title="已核准未到位">
          核
        </span>
      ))}
      {Array.from({ length: line.vacancy }, (_, index) => (
        <span key={`v${index}`} className="seat seat-vacant" title="空编">
          空
        </span>
      ))}
    </span>
  )
}

function PersonSeat({ seat }: { readonly seat: Seat }) {
  const { look, word, title } = lookOf(seat)
  return (
    <button
      type="button"
      className={`seat seat-${look}`}
      title={`${seat.name}${title}`}
      aria-label={`${seat.name}${title}`}
      onClick={() => openPerson(seat.personId)}
    >
      {word ?? seat.name.slice(0, 1)}
    </button>
  )
}

function lookOf(seat: Seat): { readonly look: string; readonly word?: string; readonly title: string } {
  if (seat.list === 'over-quota') return { look: 'over', word: '超', title: '（超编）' }
  if (seat.list === 'non-compliant') return { look: 'doubt', word: '疑', title: '（不合规）' }
  if (seat.secondedOut) return { look: 'away', word: '借', title: '（借出，仍占编）' }
  return { look: 'held', title: '' }
}

function rank(seat: Seat): number {
  return seat.list === 'over-quota' ? 2 : seat.list === 'non-compliant' ? 1 : 0
}

/** What the shapes mean; once beside a drawing of seats. */
export function SeatLegend() {
  return (
    <span className="seat-legend">
      <span className="seat seat-held">姓</span>在编
      <span className="seat seat-away">借</span>借出
      <span className="seat seat-doubt">疑</span>不合规
      <span className="seat seat-over">超</span>超编
      <span className="seat seat-reserved">核</span>已核准未到位
      <span className="seat seat-vacant">空</span>空编
    </span>
  )
}
