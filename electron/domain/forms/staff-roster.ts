import type { Form, FormFacts } from './form.ts'
import { row, tableContent, type FormColumn, type FormValue } from './form-table.ts'
import { bornOf, sexOf } from './form-words.ts'
import { staffBlocks, staffNotes, type StaffLine } from './staff-blocks.ts'
import type { StaffBlock } from '../../vocabulary/standing.ts'

/* One of the four blocks of 四类人员 as a roster of its own: a heading and what stands below it are said together. */

const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** A heading with its width in points, and the value of one person below it. */
export interface StaffColumn extends FormColumn {
  readonly value: (own: StaffLine, facts: FormFacts) => FormValue
}

export interface StaffRoster {
  readonly id: string
  readonly title: string
  readonly about: string
  /** When it is asked for. */
  readonly due: string
  readonly block: StaffBlock
  /** The first column after the ordinal: where the person is, or was. */
  readonly unit: { readonly title: string; readonly width: number }
  /** The columns after name, sex and birth. */
  readonly columns: readonly StaffColumn[]
  /** Below the notes every such roster has. */
  readonly notes?: readonly string[]
}

/** The form of one block: every person of it on the day, narrowed to the unit asked for. */
export function staffRosterForm(roster: StaffRoster): Form {
  const columns: readonly StaffColumn[] = [
    { ...roster.unit, value: (own) => own.unit },
    { title: '姓名', width: 56, value: (own) => own.name },
    { title: '性别', width: 28, value: (own, facts) => sexOf(facts, own.personId) },
    { title: '出生年月', width: 52, value: (own, facts) => bornOf(facts, own.personId) },
    ...roster.columns,
  ]
  return {
    id: roster.id,
    title: roster.title,
    about: roster.about,
    due: roster.due,
    span: 'day',
    subject: 'unit',
    idNumbers: false,
    measure: '',
    page: PAGE,
    content: (facts) => {
      const all = staffBlocks(facts)
      return tableContent(
        PAGE,
        [{ title: '序号', width: 28, ordinal: true }, ...columns],
        all.blocks[roster.block].map((own, place) =>
          row(place + 1, ...columns.map((column) => column.value(own, facts))),
        ),
        [...staffNotes(all), ...(roster.notes ?? [])],
      )
    },
  }
}
