import { codesOf } from './code-list.ts'
import { FILE_RECORDS } from './file-records.ts'
import { PERSON_RECORDS } from './person-records.ts'
import { PLAN_RECORDS } from './plan-records.ts'
import type { RecordField, RecordType } from './record-shape.ts'
import { REFORM_RECORDS } from './reform-records.ts'
import { TOWNSHIP_RECORDS } from './township-records.ts'

/*
 * 资料, each kind declared once as data: the form, the table, the import, the check of what comes in and the type of its content all follow
 * from here.
 */

export { readChoice, type RecordField, type RecordType } from './record-shape.ts'

export const RECORD_TYPES = {
  ...TOWNSHIP_RECORDS,
  ...FILE_RECORDS,
  ...PERSON_RECORDS,
  ...PLAN_RECORDS,
  ...REFORM_RECORDS,
} as const

export type RecordKindName = keyof typeof RECORD_TYPES
export const RECORD_KIND_NAMES: readonly RecordKindName[] = codesOf(RECORD_TYPES)

type FieldValue<F> = F extends { readonly open: true }
  ? string
  : F extends { readonly type: 'choice'; readonly choices: infer C }
    ? keyof C & string
    : F extends { readonly type: 'number' | 'integer' }
      ? number
      : F extends { readonly type: 'yesNo' }
        ? boolean
        : string
type Unsaid<F> = F extends { readonly required: true }
  ? never
  : F extends { readonly mayBeUnsaid: true }
    ? null
    : F extends { readonly type: 'yesNo' }
      ? never
      : null

/** The content of each kind, as its fields declare it: null where a record says nothing, days and months as `YYYY-MM-DD` and `YYYY-MM`. */
export type RecordContents = {
  readonly [K in RecordKindName]: {
    readonly [F in (typeof RECORD_TYPES)[K]['fields'][number] as F['name']]: FieldValue<F> | Unsaid<F>
  }
}

/** Every field of a kind's content, said nothing of. */
export function emptyContent<K extends RecordKindName>(kind: K): { readonly [F in keyof RecordContents[K]]: null } {
  // The kind's own fields, which Object.fromEntries forgets.
  return Object.fromEntries(recordType(kind).fields.map(({ name }) => [name, null])) as unknown as {
    readonly [F in keyof RecordContents[K]]: null
  }
}

/** The declaration of a kind, with every kind's fields of one type. */
export function recordType(kind: RecordKindName): RecordType {
  return RECORD_TYPES[kind]
}

/** The columns a sheet of the kind may have, in the order of its blank. */
export function recordHeaders(kind: RecordKindName): readonly string[] {
  const { subject, from, to, fields } = recordType(kind)
  const people =
    subject === 'person' || subject === 'personOrNobody' || subject === 'personOrUnit' ? ['姓名', '身份证号'] : []
  const unit = subject === 'unit' || subject === 'personOrUnit' ? ['机构'] : []
  return [...people, ...unit, from, ...(to === null ? [] : [to]), ...fields.map((field) => field.title), '文号']
}

/** A value of a record's content as it crosses a door. */
export type RecordValue = string | number | boolean | null

/** How a value reads: the words of a code, 是/否, the text itself; '' for nothing. */
export function recordValueText(field: RecordField, value: RecordValue | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field.choices?.[String(value)] ?? String(value)
}
