import { OperationError } from '../contract/errors.ts'
import { recordContent } from '../contract/record-content.ts'
import { recordType, type RecordKindName, type RecordValue } from '../contract/records.ts'
import type { LedgerBook } from '../domain/ledger/ledger-book.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { unitIdNamed } from './resolve-event.ts'

/**
 * A record's content as it is stored: checked against its kind, units by id.
 * @throws `invalid_input` naming the field in its own words; `name_unknown`, `name_ambiguous` for a unit.
 */
export function storedContent(kind: RecordKindName, given: Readonly<Record<string, RecordValue>>, ledger: LedgerBook, day: PlainDate): string {
  const { fields } = recordType(kind)
  const parsed = recordContent(kind).safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0] ?? '')
    throw new OperationError('invalid_input', { field: fields.find((field) => field.name === name)?.title ?? '内容', problem: issue?.message ?? '' })
  }
  const units = fields.filter((field) => field.type === 'unit')
  const resolved = Object.fromEntries(units.map((field) => [field.name, typeof parsed.data[field.name] === 'string' ? unitIdNamed(ledger, String(parsed.data[field.name]), day) : null]))
  return JSON.stringify({ ...parsed.data, ...resolved })
}

/** @throws `invalid_input` when the kind needs a person or unit that is not given, or cannot have the one that is. */
export function refuseWrongSubject(kind: RecordKindName, person: boolean, unit: boolean): void {
  const { subject, title } = recordType(kind)
  const needed = subject === 'person' && !person ? '人员' : subject === 'unit' && !unit ? '机构' : subject === 'personOrUnit' && !person && !unit ? '人员或机构' : null
  if (needed !== null) throw new OperationError('invalid_input', { field: needed, problem: `不能为空：“${title}”要写明是谁的` })
  const wrong = person && (subject === 'township' || subject === 'unit') ? '人员' : unit && (subject === 'township' || subject === 'person' || subject === 'personOrNobody') ? '机构' : null
  if (wrong !== null) throw new OperationError('invalid_input', { field: wrong, problem: `不用填：“${title}”不按${wrong}登记` })
}
