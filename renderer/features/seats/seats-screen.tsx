import { useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useBook } from '../../api/book.tsx'
import { useQuery } from '../../api/use-query.ts'
import { UnitViews } from '../../parts/unit-views.tsx'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { focusCell, useRoving } from '../../ui/use-roving.ts'
import { awaitedPeople, boardRows, countSeats } from './board-rows.ts'
import type { BoardRow } from './board-rows.ts'
import { refusal } from './seat-door.ts'
import type { Carried } from './seat-door.ts'
import { SeatLegend } from './seat-legend.tsx'
import { SEAT_WORDS } from './seat-looks.ts'
import { SeatRow } from './seat-row.tsx'
import { SeatTray } from './seat-tray.tsx'
import { useCarry } from './use-carry.ts'
import './seats.css'
import './seats-print.css'

/** 定编到人: every unit's seats as one would draw them, who sits where, which are empty, and who has none. */
export function SeatsScreen() {
  const { asOf, believedOn } = useAsOf()
  const seats = useQuery('seats.read', { asOf, believedOn })
  const actions = (
    <Button onClick={() => window.print()} disabled={seats.data === undefined} title="A3 横向">
      打印
    </Button>
  )
  return (
    <Page title="机构编制" note={<UnitViews current="seats" />} actions={actions} fill>
      <Answer query={seats} rows={14}>
        {(data) =>
          data.units.every((unit) => unit.lines.length === 0) ? (
            <EmptyState
              text="还没有核定编制，画不出座位。先给机构核定编制，或导入带“机构编制”表的花名册。"
              action={
                <a className="button" href={hrefTo('units')}>
                  去核定编制
                </a>
              }
            />
          ) : (
            <Board data={data} />
          )
        }
      </Answer>
    </Page>
  )
}

/** Seats drawn at a time, and what a row is worth beside its seats. */
const [SEATS, ROW_PARTS] = [300, 6]

function Board({ data }: { readonly data: Output<'seats.read'> }) {
  const board = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => boardRows(data.units), [data.units])
  const carry = useCarry()
  const places = useMemo(
    () => new Map(rows.flatMap((row) => row.seats.map((place) => [place.key, place] as const))),
    [rows],
  )
  const awaited = useMemo(() => awaitedPeople(rows), [rows])
  const { carried } = carry
  const takes = (person: Carried) => (key: string) => {
    const place = places.get(key)
    return place !== undefined && refusal(place, person) === null
  }
  const { shown, more } = useMoreRows(rows, SEATS, { unit: '行', weigh: ({ seats }) => seats.length + ROW_PARTS })
  const roving = useRoving('seat board', cellKeys(shown), carried === null ? undefined : takes(carried))
  const putBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || carried === null) return
    event.preventDefault()
    carry.cancel()
  }
  const showSeatFor = (person: Carried) => {
    const key = cellKeys(shown).find(takes(person))
    if (key !== undefined) focusCell(board.current, key)
  }
  return (
    <div className="seating" onKeyDown={putBack}>
      <PrintHead rows={rows} />
      <div
        className="board"
        ref={board}
        role="group"
        aria-label="座位"
        onFocus={roving.onFocus}
        onKeyDown={roving.onKeyDown}
      >
        <ul>
          {shown.map((row) => (
            <SeatRow key={row.key} row={row} carry={carry} roving={roving} />
          ))}
        </ul>
        {more}
      </div>
      <aside className="board-side">
        <SeatTray tray={data.tray} awaited={awaited} carry={carry} onTaken={showSeatFor} />
        <SeatLegend />
        <p className="board-said" role="status" aria-live="polite">
          {carry.said === ''
            ? '方向键走座位，Enter 打开，空格拿起一个人，到空座上按 Enter。也可用鼠标拖。'
            : carry.said}
        </p>
      </aside>
    </div>
  )
}

/** The title a printed board carries; the screen has its own. */
function PrintHead({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { shown, believedOn } = useAsOf()
  const book = useBook()
  const counts = countSeats(rows)
  const words = (['filled', 'reserved', 'vacant', 'frozen', 'over'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${SEAT_WORDS[state]} ${counts[state]}`)
  return (
    <header className="print-head">
      <h1>{book?.name ?? ''}定编到人一览</h1>
      <p>
        截至 {shown}
        {believedOn === undefined ? '' : '（按当时所知）'}　{words.join('，')}
      </p>
    </header>
  )
}

function cellKeys(rows: readonly BoardRow[]): readonly string[] {
  return rows.flatMap((row) => [
    ...(row.line === null ? [] : [row.key]),
    ...row.seats.map((place) => place.key),
    ...row.concurrent.map((one) => one.key),
  ])
}
