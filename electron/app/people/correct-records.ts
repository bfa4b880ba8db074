import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { RecordTable } from '../../store/book-database.ts'
import { fieldsKept, noFacts, type PersonField } from '../../vocabulary/person-fields.ts'
import { contentOf } from '../../domain/views/record-view.ts'

/* A correction of what stands in 档案补充 and 人员类别与岗位等级: in place, in the record in force; where there is none, one is begun. */

export interface RecordCorrection {
  readonly home: keyof typeof RECORD_HOMES
  /** The record in force; undefined: none yet. */
  readonly row: RecordTable | undefined
  readonly content: Readonly<Record<string, unknown>>
  readonly fields: readonly PersonField[]
}

/** What the changes come to in each of the two records, given the person's own rows; those that stay as they are are left out. */
export function planRecordCorrection(
  rows: readonly RecordTable[],
  changes: object,
  today: PlainDate,
): readonly RecordCorrection[] {
  const told: Readonly<Record<string, unknown>> = { ...changes }
  const homes = (['file', 'grade'] as const).filter((home) =>
    fieldsKept(home).some((field) => told[field] !== undefined),
  )
  return homes.flatMap((home): RecordCorrection[] => {
    const own = rows.filter((row) => row.kind === RECORD_HOMES[home])
    const row = own.findLast((one) => one.valid_from <= today) ?? own[0]
    const before = row === undefined ? {} : contentOf(row)
    const fields = fieldsKept(home).filter(
      (field) => told[field] !== undefined && told[field] !== (before[field] ?? null),
    )
    const content = { ...noFacts(home), ...before, ...Object.fromEntries(fields.map((field) => [field, told[field]])) }
    return fields.length === 0 ? [] : [{ home, row, content, fields }]
  })
}
