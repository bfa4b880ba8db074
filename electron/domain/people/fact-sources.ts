import { columnOf, fieldsKept, type PersonField } from '../../vocabulary/person-fields.ts'
import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'

/* Where each fact of a person comes from: the entry by which the value that stands today was put there, and the paper it names. */

/** A change of one of the person's rows, oldest first. */
export interface RowChange {
  readonly seq: number
  readonly recordedAt: string
  readonly operation: string
  readonly effectiveOn: string | null
  readonly documentNumber: string | null
  readonly reason: string | null
  readonly table: string
  /** The row as it was afterwards; null: taken out. */
  readonly after: Readonly<Record<string, unknown>> | null
}

export interface FactSource {
  readonly change: RowChange
  /** 文号: the row's own paper, else the entry's. */
  readonly paper: string | null
}

/** By field, the change that first said what stands now. `now`: the value of each field as it is kept; fields without one have no source. */
export function factSources(
  changes: readonly RowChange[],
  now: (field: PersonField) => string | null,
): ReadonlyMap<PersonField, FactSource> {
  const found = new Map<PersonField, FactSource>()
  const last = new Map<PersonField, string | null>()
  for (const change of changes) {
    if (change.after === null) continue
    for (const field of fieldsOf(change)) {
      const value = valueIn(change, field)
      if (value === (last.get(field) ?? null)) continue
      last.set(field, value)
      if (value !== null && value === now(field)) found.set(field, { change, paper: paperOf(change) })
      else found.delete(field)
    }
  }
  return found
}

function fieldsOf({ table, after }: RowChange): readonly PersonField[] {
  switch (table) {
    case 'person':
      return fieldsKept('person')
    case 'person_version':
      return fieldsKept('version')
    case 'holding':
      return fieldsKept('holding')
    case 'record':
      return after?.['kind'] === RECORD_HOMES.file
        ? fieldsKept('file')
        : after?.['kind'] === RECORD_HOMES.grade
          ? fieldsKept('grade')
          : []
    default:
      return []
  }
}

function valueIn({ table, after }: RowChange, field: PersonField): string | null {
  const row: Readonly<Record<string, unknown>> = table === 'record' ? contentIn(after?.['content']) : (after ?? {})
  const value = row[table === 'record' ? field : columnOf(field)]
  return typeof value === 'string' ? value : null
}

function contentIn(text: unknown): Readonly<Record<string, unknown>> {
  // Written by this program as a JSON object.
  return typeof text === 'string' ? (JSON.parse(text) as Readonly<Record<string, unknown>>) : {}
}

function paperOf({ table, after, documentNumber }: RowChange): string | null {
  const own =
    table === 'holding' ? after?.['entry_document_number'] : table === 'record' ? after?.['document_number'] : null
  return typeof own === 'string' && own !== '' ? own : documentNumber
}
