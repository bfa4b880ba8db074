import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'
import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import { maskedValue } from '../people/person-values.ts'
import { fieldsKept, noFacts, type PersonField } from '../../vocabulary/person-fields.ts'
import type { StatePerson, StateRecord } from './book-state.ts'
import type { CellChange } from './import-notes.ts'
import type { PlanDesk } from './plan-desk.ts'
import type { RosterRow } from './read-roster-row.ts'
import type { PlainDate } from '../model/plain-date.ts'

/* What a roster says for 档案补充 and 人员类别与岗位等级: one record of each at a time, what is not said stays as it was. */

type RecordHome = keyof typeof RECORD_HOMES
const HOMES: readonly RecordHome[] = ['file', 'grade']
const FIELDS = { file: fieldsKept('file'), grade: fieldsKept('grade') }

/** A fact of a row or person by its property. */
export function told(facts: object, property: string): string | null {
  const value = (facts as Readonly<Record<string, unknown>>)[property]
  return typeof value === 'string' ? value : null
}

/** How a value is shown in a preview: the words of a code, a telephone number masked. */
export function shown(field: PersonField, value: string | null, catalogue: Catalogue = SHIPPED): string | null {
  const { codes, masked, kind } = catalogue.entry(field)
  if (value === null) return null
  if (kind !== 'idNumber' && masked === true) return maskedValue(field, value, catalogue)
  return codes?.[value]?.title ?? value
}

/** The first records of somebody who was not in the book. */
export function addRecords(row: RosterRow, personId: string, validFrom: PlainDate, desk: PlanDesk): void {
  for (const home of HOMES) {
    const said = saidOf(home, row)
    if (Object.keys(said).length === 0) continue
    desk.draft.records.push({
      personId,
      kind: RECORD_HOMES[home],
      content: { ...noFacts(home), ...said },
      validFrom,
      validTo: null,
    })
  }
}

/** What changes in somebody's records. The one in force ends on the day of the import and goes on with what is new, unless it only began then. */
export function updateRecords(row: RosterRow, person: StatePerson, desk: PlanDesk): readonly CellChange[] {
  return HOMES.flatMap((home) => updateRecord(home, row, person, desk))
}

function updateRecord(home: RecordHome, row: RosterRow, person: StatePerson, desk: PlanDesk): readonly CellChange[] {
  const kind = RECORD_HOMES[home]
  const day = desk.effectiveOn
  const own = person.records.filter((record) => record.kind === kind)
  const old = own.find((record) => record.validFrom <= day && (record.validTo === null || day < record.validTo))
  const said = Object.entries(saidOf(home, row)).filter(([field, value]) => value !== valueIn(old, field))
  if (said.length === 0) return []
  const content = { ...noFacts(home), ...old?.content, ...Object.fromEntries(said) }
  if (old?.validFrom === day) desk.draft.changes.push({ fact: 'record', id: old.id, set: { content } })
  else {
    if (old !== undefined) desk.draft.changes.push({ fact: 'record', id: old.id, set: { validTo: day } })
    const later = own.map((record) => record.validFrom).filter((from) => from > day)
    desk.draft.records.push({
      personId: person.id,
      kind,
      content,
      validFrom: day,
      validTo: old?.validTo ?? later.toSorted()[0] ?? null,
    })
  }
  return said.map(([field, value]) => ({
    column: row.reader.letters(field as PersonField & keyof RosterRow),
    before: shown(field as PersonField, valueIn(old, field), desk.state.catalogue),
    after: shown(field as PersonField, value, desk.state.catalogue) ?? value,
  }))
}

function valueIn(record: StateRecord | undefined, field: string): string | null {
  return record === undefined ? null : told(record.content, field)
}

function saidOf(home: RecordHome, row: RosterRow): Readonly<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const field of FIELDS[home]) {
    const value = row[field]
    if (value !== null) said[field] = value
  }
  return said
}
