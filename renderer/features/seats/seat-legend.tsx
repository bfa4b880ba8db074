import { SEAT_WORDS } from './seat-looks.ts'

const SHAPES = [
  ['filled', '姓名'],
  ['vacant', '空'],
  ['reserved', '姓名'],
  ['frozen', '冻结'],
  ['over', '超'],
] as const

/** What the shapes mean, on screen and on paper. */
export function SeatLegend() {
  return (
    <dl className="seat-key">
      {SHAPES.map(([state, text]) => (
        <div key={state}>
          <dt className={`board-seat board-${state}`}>{text}</dt>
          <dd>{SEAT_WORDS[state]}</dd>
        </div>
      ))}
      <div>
        <dt className="board-seat board-filled board-barred">疑</dt>
        <dd>不合规，不上公示名单</dd>
      </div>
      <div>
        <dt className="board-seat board-filled">借出</dt>
        <dd>人在外，仍占编</dd>
      </div>
      <div>
        <dt className="board-seat board-concurrent">兼</dt>
        <dd>兼任，不占编</dd>
      </div>
    </dl>
  )
}
