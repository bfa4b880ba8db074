import {
  columnsOfFacts,
  fieldsKept,
  noColumns,
  noFacts,
  type FactsOf,
  type PartOf,
} from '../../../vocabulary/person-fields.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { FactTable, FactTables } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { rowInForce } from '../rows/row-in-force.ts'

/* Parts that most events are planned from. */

/** 依据文件 as an event names it. */
export interface EventDocument {
  readonly number: string
  readonly title?: string | undefined
  readonly issuer?: string | undefined
  readonly issuedOn?: PlainDate | undefined
}

/** What every event says: the domain's side of the contract's common fields. */
export interface EventCommon {
  readonly type: string
  /** 生效日. */
  readonly on: PlainDate
  readonly document?: EventDocument | undefined
  readonly proofs?: readonly string[] | undefined
  readonly note?: string | undefined
  readonly reason?: string | undefined
}

/** What may be said of a newcomer: all that the catalogue keeps of a person beside a seat. */
type NewcomerFacts = FactsOf<'person' | 'version' | 'file'>
type Told = { readonly [K in keyof NewcomerFacts]?: Exclude<NewcomerFacts[K], null> | undefined }

/** A person who comes from outside. The ID number is already normalised and free: names and numbers are settled before planning. */
export type Newcomer = Omit<Told, 'name'> & { readonly name: string }

/** A row made or found, and what must be written for it. */
export interface Piece {
  readonly id: string
  readonly writes: readonly FactWrite[]
}

/** TypeScript cannot tie a table held in a variable to its row; these three say it once. */
export function insertRow<T extends FactTable>(table: T, row: FactTables[T]): FactWrite {
  return { op: 'insert', table, row } as unknown as FactWrite
}
export function updateRow<T extends FactTable>(
  table: T,
  id: string,
  set: Partial<Omit<FactTables[T], 'id'>>,
): FactWrite {
  return { op: 'update', table, id, set } as unknown as FactWrite
}
export function removeRow(table: FactTable, id: string): FactWrite {
  return { op: 'remove', table, id }
}

/** The document's row: the one with its number, or a new one. A known document is left as it is, but gets what it still lacks. */
export function documentPiece(ledger: LedgerBook, document: EventDocument, tools: EventTools): Piece {
  const told = {
    title: textOrNull(document.title),
    issuing_body: textOrNull(document.issuer),
    issued_on: document.issuedOn ?? null,
  }
  const known = ledger.documentByNumber(document.number)
  if (known === undefined) {
    const id = tools.newId()
    return {
      id,
      writes: [insertRow('basis_document', { id, number: document.number, ...told, recorded_at: tools.recordedAt })],
    }
  }
  const completes = {
    ...(known.title === null && told.title !== null ? { title: told.title } : {}),
    ...(known.issuing_body === null && told.issuing_body !== null ? { issuing_body: told.issuing_body } : {}),
    ...(known.issued_on === null && told.issued_on !== null ? { issued_on: told.issued_on } : {}),
  }
  return {
    id: known.id,
    writes: Object.keys(completes).length === 0 ? [] : [updateRow('basis_document', known.id, completes)],
  }
}

/** The document where the event names one; without one, no row and no id. */
export function optionalDocument(
  ledger: LedgerBook,
  document: EventDocument | undefined,
  tools: EventTools,
): { readonly id: string | null; readonly writes: readonly FactWrite[] } {
  return document === undefined ? { id: null, writes: [] } : documentPiece(ledger, document, tools)
}

type RangedTable = { readonly [T in FactTable]: FactTables[T] extends RangedRow ? T : never }[FactTable]
interface RangedRow {
  readonly id: string
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** Ends a row on a day: it no longer holds on it. A row that would only have begun then is taken out; one already ended by then stays. */
export function endRow(table: RangedTable, row: RangedRow, day: PlainDate): readonly FactWrite[] {
  if (row.valid_to !== null && row.valid_to <= day) return []
  if (row.valid_from >= day) return [removeRow(table, row.id)]
  return [updateRow(table, row.id, { valid_to: day })]
}

/** How a value that changes on a day meets the rows of one subject: `closes` run across it, `replaces` begin on it, later rows stay. */
export interface RangeSplit<Row> {
  readonly closes: readonly Row[]
  readonly replaces: readonly Row[]
  /** Where a row that begins on the day must end: where the running one ended, or the next begins. */
  readonly validTo: PlainDate | null
}

export function splitRange<Row extends RangedRow>(rows: readonly Row[], day: PlainDate): RangeSplit<Row> {
  const running = rows.filter((row) => rowInForce(row, day))
  const ends = [
    ...running.map((row) => row.valid_to),
    ...rows.filter((row) => row.valid_from > day).map((row) => row.valid_from),
  ]
  return {
    closes: running.filter((row) => row.valid_from < day),
    replaces: running.filter((row) => row.valid_from === day),
    validTo: ends.filter((end) => end !== null).toSorted()[0] ?? null,
  }
}

/** Sets a value from a day on, rows of later days kept: ends what runs, takes out what began that day, inserts the row `make` gives for the range. */
export function setFromDay<T extends RangedTable>(
  table: T,
  rows: readonly (FactTables[T] & RangedRow)[],
  day: PlainDate,
  make: (range: { readonly valid_from: PlainDate; readonly valid_to: PlainDate | null }) => FactTables[T],
): readonly FactWrite[] {
  const split = splitRange(rows, day)
  return [
    ...[...split.closes, ...split.replaces].flatMap((row) => endRow(table, row, day)),
    insertRow(table, make({ valid_from: day, valid_to: split.validTo })),
  ]
}

/** What an event row says beside what every event says. */
export interface EventRowFields {
  readonly personId?: string | null
  readonly unitId?: string | null
  readonly otherUnitId?: string | null
  readonly category?: QuotaCategory | null
  /** ZB77/ZB78 code. */
  readonly cause?: string | null
}

/** The ledger_event row: what happened, beside the facts it changed. One or more an event (several people: one each). */
export function eventRow(event: EventCommon, fields: EventRowFields, tools: EventTools): FactWrite {
  return insertRow('ledger_event', {
    id: tools.newId(),
    type: event.type,
    effective_on: event.on,
    person_id: fields.personId ?? null,
    unit_id: fields.unitId ?? null,
    other_unit_id: fields.otherUnitId ?? null,
    category: fields.category ?? null,
    cause: fields.cause ?? null,
    document_number: event.document?.number ?? null,
    proofs: JSON.stringify(event.proofs ?? []),
    note: textOrNull(event.note),
    is_correction: 0,
    recorded_at: tools.recordedAt,
  })
}

/** A newcomer's person row and first version, and their 档案补充 where something of it was said, from the day on. */
export function newPersonPiece(newcomer: Newcomer, day: PlainDate, tools: EventTools): Piece {
  const id = tools.newId()
  const told = factsTold(newcomer)
  const ranged = { valid_from: day, valid_to: null, recorded_at: tools.recordedAt }
  const file = fieldsKept('file').filter((field) => told[field] !== undefined)
  return {
    id,
    writes: [
      insertRow('person', {
        ...noColumns('person'),
        ...columnsOfFacts('person', told),
        id,
        name: newcomer.name,
        disputed_id_number: null,
        recorded_at: tools.recordedAt,
      }),
      insertRow('person_version', {
        ...noColumns('version'),
        ...columnsOfFacts('version', told),
        id: tools.newId(),
        person_id: id,
        ...ranged,
      }),
      ...(file.length === 0
        ? []
        : [
            insertRow('record', {
              id: tools.newId(),
              kind: 'personFile',
              person_id: id,
              unit_id: null,
              content: JSON.stringify({
                ...noFacts('file'),
                ...Object.fromEntries(file.map((field) => [field, told[field]])),
              }),
              document_number: null,
              ...ranged,
            }),
          ]),
    ],
  }
}

/** What a newcomer's form really says: an emptied field says nothing. */
function factsTold(newcomer: Newcomer): PartOf<NewcomerFacts> {
  return Object.fromEntries(
    Object.entries(newcomer).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** An emptied field means none. */
export function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
