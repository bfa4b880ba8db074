import type { FigureLineView, FiguresView } from '../../../electron/contract/shapes.ts'
import { SeatStrip } from '../../parts/seat-strip.tsx'
import { openExplain, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Seats drawn at a time. */
const SEATS = 1000

/** Every line as a row of seats: the picture of the township. Lines over or vacant say so at the end of the row. */
export function SeatBoard({ figures }: { readonly figures: FiguresView }) {
  const { shown, more } = useMoreRows(figures.lines, SEATS, { unit: '行', weigh: weightOf })
  return (
    <>
      <ul className="seat-board">
        {shown.map((line) => (
          <Line key={`${line.unitId}${line.categoryCode}`} line={line} />
        ))}
        {figures.misplaced.map((line) => (
          <li key={`m${line.unitId}${line.categoryCode}`} className="seat-line">
            <span className="seat-unit">{line.unit}</span>
            <span className="seat-category">{shortCategory(line.category)}</span>
            <span className="seat-count">
              <Tag look="outline-red">混编 {line.people.length}</Tag>
            </span>
            <span>
              {line.people.map((person) => (
                <Button key={person.personId} look="link" onClick={() => openPerson(person.personId)}>
                  {person.name}
                </Button>
              ))}
              <span className="quiet"> 占{line.category}，不计入本机构</span>
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** A line's own parts beside its seats. */
const LINE = 10

function weightOf({ seats, reserved, vacancy }: FigureLineView): number {
  return seats.length + reserved + vacancy + LINE
}

function Line({ line }: { readonly line: FigureLineView }) {
  return (
    <li className="seat-line">
      <span className="seat-unit" title={line.unit}>
        {line.unit}
      </span>
      <span className="seat-category">{shortCategory(line.category)}</span>
      <button
        type="button"
        className="figure seat-count"
        aria-label={`${line.unit}${line.category}实有/核定 ${line.actual}/${line.quota}${stateWord(line)}，看来由`}
        onClick={() => openExplain(line.unitId, line.categoryCode)}
      >
        {line.actual}/{line.quota}
        {line.over > 0 && <Tag look="solid-red">超 {line.over}</Tag>}
        {line.vacancy > 0 && <Tag look="outline">空 {line.vacancy}</Tag>}
        {line.over === 0 && line.vacancy === 0 && <Tag look="plain">平</Tag>}
      </button>
      <SeatStrip line={line} />
    </li>
  )
}

/** What the tag beside the figures says. */
function stateWord({ over, vacancy }: FigureLineView): string {
  return over > 0 ? `超 ${over}` : vacancy > 0 ? `空 ${vacancy}` : '平'
}

function shortCategory(category: string): string {
  return category.replace('编制', '')
}
