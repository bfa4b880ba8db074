import { causeNamesOf, EXIT_CAUSES } from '../../vocabulary/causes.ts'
import {
  CARD_FACTS,
  cardPapers,
  isCardEvent,
  type CardColumn,
  type CardFact,
  type CardTarget,
} from '../../vocabulary/change-cards.ts'
import { EVENT_TITLES, isEventType } from '../../vocabulary/events.ts'
import { PERSON_FIELD_NAMES, personField } from '../../vocabulary/person-fields.ts'
import { valueText, type FillValue } from '../fill/fill-request.ts'
import type { DateFormat } from '../../vocabulary/templates.ts'
import { formRows } from '../fill/values/form-rows.ts'
import { dateValue, textValue } from '../fill/values/value-formats.ts'
import { readProofs } from '../ledger/snapshot/exits-at.ts'
import type { BasisDocumentTable } from '../ledger/rows/fact-rows.ts'
import { townshipName } from '../notice/notice-content.ts'
import { maskedValue } from '../people/person-values.ts'
import type { BookView } from '../views/book-view.ts'
import type { CardSubject } from './card-subject.ts'
import { nationalCode } from './national-code.ts'

/** A change with the book before and after it. */
export interface CardFacts {
  readonly subject: CardSubject
  readonly document: BasisDocumentTable | undefined
  /** The day before it took effect, and the day itself. */
  readonly before: BookView
  readonly after: BookView
}

export interface CardValue {
  readonly title: string
  /** Null: the book knows nothing of it. */
  readonly value: string | null
  /** Shown masked: personal, and not asked for. */
  readonly masked: boolean
}

export interface CardPaperView {
  readonly title: string
  /** Ticked when the event was registered. */
  readonly seen: boolean
}

/**
 * The values of a target in its order. Whoever left stands as they stood the day before. `plain`: personal numbers whole, which the caller has
 * journalled.
 */
export function fillCard(target: CardTarget, facts: CardFacts, plain: boolean): readonly CardValue[] {
  return target.columns.map((column) => {
    const fact = CARD_FACTS.find((one) => one === column.field)
    if (fact !== undefined) return { title: column.title, value: factText(fact, column, facts), masked: false }
    const value = personText(column, facts, plain)
    return { title: column.title, value, masked: !plain && value !== null && isMasked(column) }
  })
}

/** 材料清单: the event's papers, those of its cause among them, the ones seen when it was registered ticked. */
export function listPapers({ event }: CardSubject): readonly CardPaperView[] {
  if (!isCardEvent(event.type)) return []
  const own = cardPapers(event.type).filter(
    ({ causes }) => causes === undefined || (event.cause !== null && causes.includes(event.cause)),
  )
  const proofs = event.type === 'exit' ? (EXIT_CAUSES[event.cause ?? '']?.proofs ?? []) : []
  const seen = readProofs(event.proofs)
  const titles = [...new Set([...proofs, ...own.map(({ title }) => title), ...seen])]
  return titles.map((title) => ({ title, seen: seen.includes(title) }))
}

function isMasked({ field }: CardColumn): boolean {
  const own = PERSON_FIELD_NAMES.find((one) => one === field)
  return own !== undefined && personField(own).masked === true
}

function personText(
  { field, format }: CardColumn,
  { subject, before, after }: CardFacts,
  plain: boolean,
): string | null {
  const view = after.entryOf(subject.personId) === undefined ? before : after
  const entry = view.entryOf(subject.personId)
  if (entry === undefined) return null
  const own = PERSON_FIELD_NAMES.find((one) => one === field)
  const written = format === null || format === 'code' ? (field === 'idNumber' && plain ? 'plain' : null) : format
  const text = textOf(formRows(view, [{ field, format: written }], [entry])[0]?.values[0] ?? null)
  if (text === null || own === undefined) return text
  if (format === 'code') return nationalCode(own, text)
  return plain || field === 'idNumber' ? text : maskedValue(own, text, view.index.catalogue)
}

function factText(fact: CardFact, { format }: CardColumn, facts: CardFacts): string | null {
  const { subject, document, before } = facts
  const { event } = subject
  const was = (field: string) => {
    const entry = before.entryOf(subject.personId)
    return entry === undefined
      ? null
      : textOf(formRows(before, [{ field, format: null }], [entry])[0]?.values[0] ?? null)
  }
  const dated = (day: string | null) => textOf(dateValue(day, dateFormat(format)))
  switch (fact) {
    case 'changeType':
      return isEventType(event.type) ? EVENT_TITLES[event.type] : event.type
    case 'changeCause':
      return format === 'code' ? event.cause : causeText(event.type, event.cause)
    case 'changedOn':
      return dated(event.effective_on)
    case 'changeDocument':
      return textOf(textValue(event.document_number))
    case 'documentTitle':
      return textOf(textValue(document?.title))
    case 'documentIssuer':
      return textOf(textValue(document?.issuing_body))
    case 'documentDate':
      return dated(document?.issued_on ?? null)
    case 'changeNote':
      return textOf(textValue(event.note))
    case 'bookName':
      return townshipName(before.state.snapshot)
    case 'unitBefore':
      return was('unit')
    case 'postBefore':
      return was('post')
    case 'categoryBefore':
      return was('category')
    case 'rankBefore':
      return was('rank')
  }
}

function dateFormat(format: CardColumn['format']): DateFormat | null {
  return format === null || format === 'code' ? 'day' : format
}

function causeText(type: string, cause: string | null): string | null {
  if (cause === null) return null
  const names = causeNamesOf(type)
  return names[cause] ?? cause
}

function textOf(value: FillValue): string | null {
  if (value === null) return null
  const text = valueText(value)
  return text === '' ? null : text
}
