import type { FigureLineView, FiguresView } from '../../../electron/contract/shapes.ts'
import { SeatStrip } from '../../parts/seat-strip.tsx'
import { openExplain, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Every line as a row of seats: the picture of the township. Lines over or vacant say so at the end of the row. */
export function SeatBoard({ figures }: { readonly figures: FiguresView }) {
  return (
    <ul className="seat-board">
      {figures.lines.map((line) => (
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
  )
}

function Line({ line }: { readonly line: FigureLineView }) {
  return (
    <li className="seat-line">
      <span className="seat-unit" title={line.unit}>
        {line.unit}
      </span>
      <span className="seat-category">{shortCategory(line.category)}</span>
      <button type="button" className="figure seat-count" aria-label={`${line.unit}${line.category}核定${line.quota}实有${line.actual}，看来由`} onClick={() => openExplain(line.unitId, line.categoryCode)}>
        {line.actual}/{line.quota}
        {line.over > 0 && <Tag look="solid-red">超 {line.over}</Tag>}
        {line.vacancy > 0 && <Tag look="outline">空 {line.vacancy}</Tag>}
        {line.over === 0 && line.vacancy === 0 && <Tag look="plain">平</Tag>}
      </button>
      <SeatStrip line={line} />
    </li>
  )
}

function shortCategory(category: string): string {
  return category.replace('编制', '')
}
