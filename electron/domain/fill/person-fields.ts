import { fieldForHeader, headerKey, ROSTER_FIELDS, withoutBrackets, type RosterField } from '../import-plan/fields.ts'

/* What a column of a form with one row a person can be given. The names of the import's columns serve here too. */

export type FieldShape = 'text' | 'number' | 'date' | 'idNumber'

interface OwnField {
  readonly title: string
  readonly names: readonly string[]
}

/** Asked for by superiors' forms, and nothing the import reads. */
const MORE = {
  age: { title: '年龄', names: ['年龄', '周岁', '年龄岁'] },
  unitKind: { title: '机构类别', names: ['机构类别', '单位性质', '机构性质', '单位类别', '机构类型'] },
  status: { title: '在编状况', names: ['在编状况', '在编状态', '人员状态', '人员状况', '在岗状态', '在岗情况', '编制使用情况'] },
  concurrent: { title: '兼任职务', names: ['兼任职务', '兼任', '兼职', '兼职情况', '兼任情况'] },
  secondedTo: { title: '借往单位', names: ['借往单位', '借调单位', '借调去向', '借出单位', '借调情况', '借用单位'] },
  retirementCategory: { title: '退休类别', names: ['退休类别', '法定退休年龄类别'] },
} as const satisfies Record<string, OwnField>

export type PersonField = RosterField | keyof typeof MORE

const SHAPES: Readonly<Partial<Record<PersonField, FieldShape>>> = { sequence: 'number', age: 'number', birth: 'date', workStarted: 'date', enteredOn: 'date', idNumber: 'idNumber' }

/** Every field of a person, in the order they are offered. */
export const PERSON_FIELDS: readonly { readonly field: PersonField; readonly title: string; readonly shape: FieldShape }[] = [
  ...keysOf(ROSTER_FIELDS).map((field) => ({ field, title: ROSTER_FIELDS[field].title, shape: SHAPES[field] ?? 'text' })),
  ...keysOf(MORE).map((field) => ({ field, title: MORE[field].title, shape: SHAPES[field] ?? 'text' })),
]

const MORE_BY_NAME = new Map<string, PersonField>(keysOf(MORE).flatMap((field) => MORE[field].names.map((name) => [name, field] as const)))

/** The person's field a header asks for; null: none that the book knows. */
export function personFieldFor(path: readonly string[]): PersonField | null {
  const leaf = path.at(-1)
  if (leaf === undefined) return null
  const own = [leaf, path.join('')].map((text) => MORE_BY_NAME.get(headerKey(text)) ?? MORE_BY_NAME.get(headerKey(withoutBrackets(text)))).find((field) => field !== undefined)
  if (own !== undefined) return own
  const known = fieldForHeader('roster', path)
  return known !== null && Object.hasOwn(ROSTER_FIELDS, known) ? (known as RosterField) : null
}

function keysOf<T extends object>(fields: T): readonly (keyof T)[] {
  return Object.keys(fields) as (keyof T)[]
}
