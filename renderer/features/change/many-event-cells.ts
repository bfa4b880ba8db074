import { EXIT_CAUSES } from '../../../electron/contract/events.ts'
import type { EventType } from '../../../electron/vocabulary/events.ts'
import { readDay } from '../../ui/calendar-days.ts'
import { eventOf, type FieldValue } from './event-draft.ts'
import { EVENT_FIELDS, type EventField } from './event-fields.ts'

/* The same event for many people: its form's fields as the columns of a sheet, a line a person. */

/** Who is not on the roster of the day cannot stand in the sheet: 已核准未到位, and those who have left. */
const NOT_LISTED: readonly EventType[] = ['arrival', 'restore']
/** Asked of one event by what another field says; in the sheet they would be a column for nothing. */
const LEFT_OUT: ReadonlySet<string> = new Set(['person', 'handoverUntil'])

/** Events that are about one person each, who is on the roster. */
export function isForMany(type: EventType): boolean {
  return !NOT_LISTED.includes(type) && EVENT_FIELDS[type].some((field) => field.kind === 'person' && field.required)
}

/** The columns to be filled in, beside 生效日. */
export function manyFields(type: EventType): readonly EventField[] {
  return EVENT_FIELDS[type].filter(({ key }) => !LEFT_OUT.has(key))
}

/** Words that may stand in a column; undefined: any. */
export function wordsOf(field: EventField, units: readonly string[]): readonly string[] | undefined {
  switch (field.kind) {
    case 'choice':
      return field.choices.map(({ label }) => label)
    case 'exitCause':
      return Object.values(EXIT_CAUSES).map(({ title }) => title)
    case 'unit':
      return units
    case 'text':
      return field.suggestions
    default:
      return undefined
  }
}

/** What all lines share. */
export interface Shared {
  readonly on: string | undefined
  readonly document: FieldValue
  readonly reason: string
  /** The papers that prove each exit were seen, of everybody. */
  readonly proven: boolean
}

export interface CellProblem {
  readonly column: string
  readonly problem: string
}

/** One line as the contract wants it, or what cannot be read in it. `texts` by column; a blank 生效日 is the common one. */
export function manyEvent(
  type: EventType,
  personId: string,
  texts: Readonly<Record<string, string>>,
  shared: Shared,
): { readonly event: Readonly<Record<string, unknown>>; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = []
  const draft: Record<string, FieldValue> = { person: personId, document: shared.document, reason: shared.reason }
  const day = (column: string, text: string) => {
    const read = readDay(text)
    if (read === undefined) problems.push({ column, problem: `“${text}”不是日期，请写成 2026-11-22` })
    return read
  }
  const own = (texts['on'] ?? '').trim()
  draft['on'] = own === '' ? shared.on : day('on', own)
  for (const field of manyFields(type)) {
    const text = (texts[field.key] ?? '').trim()
    if (text === '') {
      if (field.required) problems.push({ column: field.key, problem: `还没有填${field.label}` })
    } else if (field.kind === 'day') draft[field.key] = day(field.key, text)
    else if (field.kind === 'choice') {
      const chosen = field.choices.find(({ label, value }) => label === text || value === text)
      if (chosen === undefined) problems.push({ column: field.key, problem: `没有“${text}”这一项` })
      draft[field.key] = chosen?.value
    } else draft[field.key] = text
  }
  if (type === 'exit' && shared.proven) draft['proofs'] = proofsOf(texts['cause'])
  return { event: eventOf(type, draft), problems }
}

/** The papers an exit of this cause needs. */
function proofsOf(cause: string | undefined): readonly string[] {
  const told = cause?.trim() ?? ''
  return (EXIT_CAUSES[told] ?? Object.values(EXIT_CAUSES).find(({ title }) => title === told))?.proofs ?? []
}
