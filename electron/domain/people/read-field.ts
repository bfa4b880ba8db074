import { codeFinder, nearestTitles } from '../../vocabulary/code-list.ts'
import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import { isOwnField } from '../../vocabulary/own-fields.ts'
import type { PersonField } from '../../vocabulary/person-fields.ts'
import { firstDayOf, type PlainDate } from '../model/plain-date.ts'
import { readMonthOrDate } from '../table/read-date.ts'
import { tidyDocumentNumber, tidyName, tidyText } from '../table/text-repair.ts'

/* A field typed by hand, read as the import reads a cell: 1985.6 is a month, 大专 is 大学专科. What cannot be read says what was meant. */

export type FieldReading =
  | { readonly kind: 'value'; readonly value: string | null }
  /** `problem` goes on after the field's title. */
  | { readonly kind: 'refused'; readonly problem: string }

/** Reads what was typed for a field; '' and null empty it. `today`: no month or day of a person's past lies after it. */
export function readField(
  field: PersonField,
  typed: string | null,
  today: PlainDate,
  catalogue: Catalogue = SHIPPED,
): FieldReading {
  const { kind, codes, open } = catalogue.entry(field)
  if (typed === null || typed.trim() === '') return { kind: 'value', value: null }
  switch (kind) {
    case 'month':
    case 'date': {
      const reading = readMonthOrDate(typed, false)
      if (reading.kind === 'refused') return { kind: 'refused', problem: reading.message }
      const value = reading.kind === 'empty' ? null : reading.value
      // A township's own day may lie ahead: a contract's end, a permit's.
      if (value !== null && !isOwnField(field) && firstDayOf(value) > today)
        return { kind: 'refused', problem: `${value} 还没有到` }
      return { kind: 'value', value }
    }
    case 'code': {
      if (codes === undefined) return { kind: 'value', value: tidyName(typed) }
      const code = codeFinder(codes)(typed)
      if (code !== null) return { kind: 'value', value: open === true ? (codes[code]?.title ?? code) : code }
      const near = nearestTitles(codes, typed)
      return { kind: 'refused', problem: `没有“${typed.trim()}”这种写法，是不是${near.join('、')}？请从中选` }
    }
    case 'document':
      return { kind: 'value', value: tidyDocumentNumber(typed) }
    case 'name':
    case 'phone':
      return { kind: 'value', value: tidyName(typed) }
    case 'lines':
      return { kind: 'value', value: typed.split(/\r?\n/u).map(tidyText).join('\n').trim() }
    case 'text':
    case 'idNumber':
    case 'number':
      return { kind: 'value', value: tidyText(typed) }
  }
}
