import { Refusal } from '../../vocabulary/refusals.ts'
import { recordContent } from '../../contract/record-content.ts'
import { recordType, type RecordField, type RecordKindName, type RecordValue } from '../../contract/records.ts'
import type { LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import type { RecordTable } from '../../domain/ledger/rows/fact-rows.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { readMonthOrDate } from '../../domain/table/read-date.ts'
import { unitIdNamed } from '../../domain/assess/resolve-event.ts'
import { contentOf } from '../../domain/views/record-view.ts'

/**
 * A record's content as it is stored: checked against its kind, units by id.
 * @throws `invalid_input` naming the field in its own words; `name_unknown`, `name_ambiguous` for a unit.
 */
export function storedContent(
  kind: RecordKindName,
  given: Readonly<Record<string, RecordValue>>,
  ledger: LedgerBook,
  day: PlainDate,
): string {
  const { fields } = recordType(kind)
  const parsed = recordContent(kind).safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0] ?? '')
    throw new Refusal('invalid_input', {
      field: fields.find((field) => field.name === name)?.title ?? '内容',
      problem: issue?.message ?? '',
      at: `content.${name}`,
    })
  }
  const units = fields.filter((field) => field.type === 'unit')
  const resolved = Object.fromEntries(
    units.map((field) => [
      field.name,
      typeof parsed.data[field.name] === 'string' ? unitIdNamed(ledger, String(parsed.data[field.name]), day) : null,
    ]),
  )
  return JSON.stringify({ ...parsed.data, ...datesRead(fields, parsed.data), ...resolved })
}

/** Months and days as the import reads them: 1985.6 is 1985-06. @throws `invalid_input` at the field. */
function datesRead(
  fields: readonly RecordField[],
  told: Readonly<Record<string, RecordValue>>,
): Readonly<Record<string, RecordValue>> {
  const dates = fields.flatMap((field) => {
    const typed = told[field.name]
    if ((field.type !== 'month' && field.type !== 'day') || typeof typed !== 'string') return []
    const reading = readMonthOrDate(typed, false)
    if (reading.kind === 'refused') return refuseField(field, reading.message)
    const value = reading.kind === 'value' ? reading.value : null
    if (field.required === true && value === null) return refuseField(field, '不能为空')
    if (field.type === 'day' && value?.length === 7) return refuseField(field, `“${typed}”只到月，请写到日`)
    return [[field.name, value] as const]
  })
  return Object.fromEntries(dates)
}

function refuseField({ name, title }: RecordField, problem: string): never {
  throw new Refusal('invalid_input', { field: title, problem, at: `content.${name}` })
}

/** What a new record takes over from the one in force on the day, where its kind keeps what is not said anew; else nothing. */
export function keptContent(
  kind: RecordKindName,
  known: readonly RecordTable[],
  subject: { readonly personId: string | null; readonly unitId: string | null },
  day: PlainDate,
): Readonly<Record<string, RecordValue>> {
  const { keepsUnsaid, fields, more = [] } = recordType(kind)
  const running = known.find(
    (row) =>
      row.kind === kind &&
      row.person_id === subject.personId &&
      row.unit_id === subject.unitId &&
      row.valid_from <= day &&
      (row.valid_to === null || row.valid_to > day),
  )
  if (keepsUnsaid !== true || running === undefined) return {}
  const content = contentOf(running)
  return { ...Object.fromEntries(fields.map(({ name }) => [name, content[name] ?? null])), ...moreOf(more, content) }
}

/** What a content holds beside the fields of its form. */
export function moreOf(
  more: readonly string[],
  content: Readonly<Record<string, RecordValue>>,
): Readonly<Record<string, RecordValue>> {
  return Object.fromEntries(more.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]]])))
}

/** @throws `invalid_input` when the kind needs a person or unit that is not given, or cannot have the one that is. */
export function refuseWrongSubject(kind: RecordKindName, person: boolean, unit: boolean): void {
  const { subject, title } = recordType(kind)
  const needed =
    subject === 'person' && !person
      ? '人员'
      : subject === 'unit' && !unit
        ? '机构'
        : subject === 'personOrUnit' && !person && !unit
          ? '人员或机构'
          : null
  if (needed !== null)
    throw new Refusal('invalid_input', { field: needed, problem: `不能为空：“${title}”要写明是谁的` })
  const wrong =
    person && (subject === 'township' || subject === 'unit')
      ? '人员'
      : unit && (subject === 'township' || subject === 'person' || subject === 'personOrNobody')
        ? '机构'
        : null
  if (wrong !== null)
    throw new Refusal('invalid_input', { field: wrong, problem: `不用填：“${title}”不按${wrong}登记` })
}
