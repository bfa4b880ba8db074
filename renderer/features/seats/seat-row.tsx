import { openExplain, openPerson } from '../../text/paths.ts'
import { Tag, type TagLook } from '../../ui/tag.tsx'
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
      aria-label={`${row.unit}${line.category}实有/核定：${shortCategory(line)}${line.actual}/${line.quota}${stateWords(line).join('')}，看来由`}
      onClick={() => openExplain(row.unitId, line.categoryCode)}
    >
      <span className="quiet">{shortCategory(line)}</span>
      <span className="number">
        {line.actual}/{line.quota}
      </span>
      <LineState line={line} />
    </button>
  )
}

function shortCategory({ category }: SeatLine): string {
  return category.replace('编制', '')
}

/** What the tags of a line say, as a name for a screen reader must repeat it. */
function stateWords(line: SeatLine): readonly string[] {
  return statesOf(line).map(({ word }) => word)
}

/** 超 before 空, never netted; over quota within the tolerance says so and stays in sight. */
function statesOf(
  line: SeatLine,
): readonly { readonly word: string; readonly look: TagLook; readonly title: string }[] {
  const { over, tolerance, vacancy, reserved } = line
  if (over > 0) {
    const title = tolerance > 0 ? `过渡期超编，允许溢出 ${tolerance}` : ''
    return [{ word: `${tolerance >= over ? '过渡超' : '超'} ${over}`, look: 'solid-red', title }]
  }
  if (vacancy === 0 && reserved === 0) return [{ word: '平', look: 'plain', title: '' }]
  return [
    ...(vacancy > 0 ? [{ word: `空 ${vacancy}`, look: 'outline' as const, title: '' }] : []),
    ...(reserved > 0 ? [{ word: `核 ${reserved}`, look: 'hatched' as const, title: '' }] : []),
  ]
}

function LineState({ line }: { readonly line: SeatLine }) {
  return statesOf(line).map(({ word, look, title }) => (
    <Tag key={look} look={look} title={title}>
      {word}
    </Tag>
  ))
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
      aria-label={`${unit} ${one.post} ${one.name} 兼，不占编`}
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
