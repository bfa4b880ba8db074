import { z } from 'zod'
import { readChoice, recordType, type RecordField, type RecordKindName, type RecordValue } from './records.ts'

/* The content of a record, checked against its kind's declaration: from a form, the command line, or a sheet. */

const LONGEST = 500
const LONGEST_DATE = 40
const LONGEST_LINES = 20_000
const LARGEST = 1_000_000_000

/** The schema of a kind's content: every declared field and no other, empty ones null, what is not said of yes or no: no. */
export function recordContent(kind: RecordKindName): z.ZodType<Readonly<Record<string, RecordValue>>> {
  const { fields, more = [] } = recordType(kind)
  const shape = Object.fromEntries([
    ...fields.map((field) => [field.name, fieldSchema(field)] as const),
    ...more.map((name) => [name, z.string().max(LONGEST).nullable().optional()] as const),
  ])
  const nothing = Object.fromEntries(fields.map((field) => [field.name, null]))
  return z.preprocess(
    (given) => (typeof given === 'object' && given !== null ? { ...nothing, ...given } : given),
    z.strictObject(shape),
  ) as unknown as z.ZodType<Readonly<Record<string, RecordValue>>>
}

function fieldSchema(field: RecordField): z.ZodType {
  const needed = field.required === true
  const empty = (value: unknown) =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  const inner = z.unknown().superRefine((value, context) => {
    if (empty(value)) {
      if (needed) context.addIssue({ code: 'custom', message: '不能为空' })
      return
    }
    const problem = problemOf(field, value)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })
  return inner.transform((value): RecordValue => {
    if (empty(value)) return field.type === 'yesNo' && field.mayBeUnsaid !== true ? false : null
    if (typeof value !== 'string') return value as RecordValue
    return field.type === 'choice' ? readChoice(field, value) : value.trim()
  })
}

/** What is wrong with a value that is there, in words; null: nothing. */
function problemOf(field: RecordField, value: unknown): string | null {
  switch (field.type) {
    case 'text':
    case 'unit':
      return typeof value === 'string' && value.length <= LONGEST ? null : `应是文字，至多 ${LONGEST} 字`
    case 'lines':
      return typeof value === 'string' && value.length <= LONGEST_LINES ? null : `应是文字，至多 ${LONGEST_LINES} 字`
    case 'yesNo':
      return typeof value === 'boolean' ? null : '应填是或否'
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST
        ? null
        : '应是不小于 0 的整数'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= LARGEST
        ? null
        : '应是不小于 0 的数'
    case 'day':
    case 'month':
      // As it is written; what it says is read where it is stored.
      return typeof value === 'string' && value.length <= LONGEST_DATE ? null : '应写成 1998-06 或 1998-06-15'
    case 'choice':
      return typeof value === 'string' && readChoice(field, value) !== null
        ? null
        : `应是 ${Object.values(field.choices ?? {}).join('、')} 之一`
  }
}
