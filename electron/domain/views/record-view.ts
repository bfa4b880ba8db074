import { maskPhone } from '../identity/mask-phone.ts'
import { maskWords } from '../identity/mask-words.ts'
import { RECORD_KIND_NAMES, recordType, type RecordKindName, type RecordValue } from '../../vocabulary/records.ts'
import { shanghaiDayOf } from '../calendar/shanghai-day.ts'
import type { RecordTable } from '../ledger/rows/fact-rows.ts'
import { addDays } from '../model/plain-date.ts'

/** Names a record is shown with, as far as it has a person or unit. */
export interface RecordNames {
  readonly person: (id: string) => string | null
  readonly unit: (id: string) => string | null
  /** The unit a person sits in. */
  readonly unitOfPerson: (id: string) => string | null
}

/** True for a kind this version knows. */
export function isRecordKind(kind: string): kind is RecordKindName {
  return RECORD_KIND_NAMES.some((known) => known === kind)
}

/** A row as screens show it; undefined for a kind of a later version. */
export function recordView(row: RecordTable, names: RecordNames) {
  if (!isRecordKind(row.kind)) return undefined
  const { person_id: personId, unit_id: unitId } = row
  return {
    id: row.id,
    kind: row.kind,
    personId,
    person: personId === null ? null : names.person(personId),
    unitId,
    unit: unitId === null ? (personId === null ? null : names.unitOfPerson(personId)) : names.unit(unitId),
    from: row.valid_from,
    to: row.valid_to === null ? null : addDays(row.valid_to, -1),
    documentNumber: row.document_number,
    content: maskedContent(row.kind, contentOf(row)),
    recordedOn: shanghaiDayOf(row.recorded_at),
  }
}

/** The content of its form's fields, personal ones masked. */
export function maskedContent(
  kind: RecordKindName,
  content: Readonly<Record<string, RecordValue>>,
): Readonly<Record<string, RecordValue>> {
  const { fields, more = [] } = recordType(kind)
  const masked = fields.filter((field) => field.masked === true && typeof content[field.name] === 'string')
  return {
    // What has no field here is shown where it is declared: on the person's page.
    ...Object.fromEntries(Object.entries(content).filter(([name]) => !more.includes(name))),
    ...Object.fromEntries(
      masked.map(({ name }) => [
        name,
        name === 'phone' ? maskPhone(String(content[name])) : maskWords(String(content[name])),
      ]),
    ),
  }
}

/** The content as it was checked before it was written. */
export function contentOf(row: Pick<RecordTable, 'content'>): Readonly<Record<string, RecordValue>> {
  const content: unknown = JSON.parse(row.content)
  return content as Readonly<Record<string, RecordValue>>
}
