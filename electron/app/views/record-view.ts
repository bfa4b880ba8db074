import type { RecordView } from '../../contract/record-operations.ts'
import { RECORD_KIND_NAMES, recordType, type RecordKindName, type RecordValue } from '../../contract/records.ts'
import { shanghaiDayOf } from '../../domain/calendar/shanghai-day.ts'
import type { RecordTable } from '../../domain/ledger/fact-rows.ts'
import { addDays } from '../../domain/model/plain-date.ts'

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

/** A row as the contract shows it; undefined for a kind of a later version. */
export function recordView(row: RecordTable, names: RecordNames): RecordView | undefined {
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

/** The content with personal fields masked. */
export function maskedContent(kind: RecordKindName, content: Readonly<Record<string, RecordValue>>): Readonly<Record<string, RecordValue>> {
  const masked = recordType(kind).fields.filter((field) => field.masked === true && typeof content[field.name] === 'string')
  return { ...content, ...Object.fromEntries(masked.map((field) => [field.name, maskPhone(String(content[field.name]))])) }
}

/** 138****1234; a shorter number keeps its last two digits. */
function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`
}

/** The content as it was checked before it was written. */
export function contentOf(row: Pick<RecordTable, 'content'>): Readonly<Record<string, RecordValue>> {
  const content: unknown = JSON.parse(row.content)
  return content as Readonly<Record<string, RecordValue>>
}
