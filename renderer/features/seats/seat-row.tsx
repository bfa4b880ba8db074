import { openExplain, openPerson } from '../../text/paths.ts'
import { Tag } from '../../ui/tag.tsx'
import type { Roving } from '../../ui/use-roving.ts'
import type { BoardRow, ConcurrentName, SeatLine } from './board-rows.ts'
import { SeatCell } from './seat-cell.tsx'
import type { Carry } from './use-carry.ts'

interface SeatRowProps {
  readonly row: BoardRow
  readonly carry: Carry
  readonly roving: Roving
}

/** One line of the board: unit, figure, seats, and dotted at the end who holds a post here besides their own. */
export function SeatRow({ row, carry, roving }: SeatRowProps) {
  const { line } = row
  return (
    <li className={row.first ? 'board-row board-first' : 'board-row'}>
      <span className="board-unit" title={row.unit}>
        {row.first ? row.unit : ''}
      </span>
      {line === null ? (
        <span className="board-line quiet">没有编制</span>
      ) : (
        <LineFigure row={row} line={line} roving={roving} />
      )}
      <span className="board-seats">
        {row.seats.map((place) => (
          <SeatCell key={place.key} place={place} carry={carry} tabIndex={roving.tabIndexOf(place.key)} />
        ))}
        {row.concurrent.map((one) => (
          <Concurrent key={one.key} one={one} unit={row.unit} tabIndex={roving.tabIndexOf(one.key)} />
        ))}
      </span>
    </li>
  )
}

function LineFigure({
  row,
  line,
  roving,
}: {
  readonly row: BoardRow
  readonly line: SeatLine
  readonly roving: Roving
}) {
  return (
    <button
      type="button"
      className="board-line"
      data-cell={row.key}
      tabIndex={roving.tabIndexOf(row.key)}
      aria-label={`${row.unit}${line.category}实有/核定 ${line.category.replace('编制', '')}${line.actual}/${line.quota}，看来由`}
      onClick={() => openExplain(row.unitId, line.categoryCode)}
    >
      <span className="quiet">{line.category.replace('编制', '')}</span>
      <span className="number">
        {line.actual}/{line.quota}
      </span>
      <LineState line={line} />
    </button>
  )
}

/** 超 before 空, never netted; over quota within the tolerance says so and stays in sight. */
function LineState({ line }: { readonly line: SeatLine }) {
  if (line.over > 0)
    return (
      <Tag look="solid-red" title={line.tolerance > 0 ? `过渡期超编，允许溢出 ${line.tolerance}` : ''}>
        {line.tolerance >= line.over ? '过渡超' : '超'} {line.over}
      </Tag>
    )
  return (
    <>
      {line.vacancy > 0 && <Tag look="outline">空 {line.vacancy}</Tag>}
      {line.reserved > 0 && <Tag look="hatched">核 {line.reserved}</Tag>}
      {line.vacancy === 0 && line.reserved === 0 && <Tag look="plain">平</Tag>}
    </>
  )
}

function Concurrent({
  one,
  unit,
  tabIndex,
}: {
  readonly one: ConcurrentName
  readonly unit: string
  readonly tabIndex: 0 | -1
}) {
  const { personId } = one
  return (
    <button
      type="button"
      className="board-seat board-concurrent"
      data-cell={one.key}
      tabIndex={tabIndex}
      aria-label={`${unit} ${one.post} ${one.name} 兼任，不占编`}
      title={`${one.name}：${one.from}，兼任${one.post}，不占编`}
      onClick={() => personId !== null && openPerson(personId)}
    >
      <span className="board-post">{one.post}</span>
      <span className="board-name">
        {one.name}
        <em>兼</em>
      </span>
    </button>
  )
}
