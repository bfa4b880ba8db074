import { codeFinder } from '../../vocabulary/code-list.ts'
import { PERSON_FIELD_NAMES, personField, type PersonField } from '../../vocabulary/person-fields.ts'
import { sexNamed } from '../../vocabulary/people.ts'
import { isIdText } from './column-profile.ts'
import { readMonthOrDate } from './read-date.ts'
import { shownText } from './raw-workbook.ts'
import { FIELD_NAMES, fieldNamed } from './table-fields.ts'
import type { PlacedCell } from './table-types.ts'

/* 性别、民族 or 参加工作/入党时间 over one column: two facts a cell, told apart by what each of them can be. */

const FIELDS: ReadonlySet<string> = new Set(PERSON_FIELD_NAMES)
const isPersonField = (field: string): field is PersonField => FIELDS.has(field)

const BOTH = 'both:'
const BETWEEN = /[、/／|｜，,;；\s]+|(?<=\p{sc=Han})[和及与](?=\p{sc=Han})/u
/** Decided by more than the row, or taken apart in their own way. */
const ALONE: ReadonlySet<string> = new Set([
  'unit',
  'outerUnit',
  'category',
  'name',
  'names',
  'sequence',
  'post',
  'unitPost',
])

/** What a header that names two fields is of, as the name of a column's field; null: it names one, or none. */
export function bothIn(header: string): string | null {
  const text = header.replaceAll(/[（(][^（）()]*[）)]/gu, '')
  const parts = text.split(BETWEEN).filter((part) => part !== '')
  const fields = parts.length === 2 ? parts.map((part) => fieldNamed('roster', part)) : gluedFields(text)
  const [first = null, second = null] = fields
  if (first === null || second === null || first === second || ALONE.has(first) || ALONE.has(second)) return null
  return isPersonField(first) && isPersonField(second) ? `${BOTH}${first}+${second}` : null
}

/** 性别民族: two names without a sign between, both of lists of words, so that no cell fits but one that says both. */
function gluedFields(text: string): readonly (string | null)[] {
  for (let at = 2; at <= text.length - 2; at += 1) {
    const fields = [text.slice(0, at), text.slice(at)].map((part) => FIELD_NAMES.roster.get(part) ?? null)
    if (fields.every((field) => field !== null && isPersonField(field) && isCoded(field))) return fields
  }
  return []
}

function isCoded(field: string): boolean {
  return isPersonField(field) && personField(field).codes !== undefined
}

/** Takes such cells of a record apart, in place. A cell that does not hold both stays unread and is said by its column. */
export function splitBoth(values: Map<string, PlacedCell>): void {
  // Nearly no row has one: its fields are looked through without making anything of them.
  for (const key of values.keys()) {
    const value = key.startsWith(BOTH) ? values.get(key) : undefined
    if (value === undefined) continue
    values.delete(key)
    const fields = key.slice(BOTH.length).split('+')
    const parts = partsOf(shownText(value.cell).trim(), fields)
    for (const [place, field] of fields.entries()) {
      const part = parts[place] ?? ''
      if (part === '' || values.has(field)) continue
      values.set(field, { ...value, cell: part, from: `取自 ${value.letters} 列“${value.header}”` })
    }
  }
}

function partsOf(text: string, fields: readonly string[]): readonly string[] {
  const [first = '', second = ''] = fields
  const parts = text.split(BETWEEN).filter((part) => part !== '')
  const fits = (one: string, other: string) => fitsField(first, one) && fitsField(second, other)
  const [one = '', other = ''] = parts
  if (parts.length === 2 && fits(one, other)) return parts
  if (parts.length === 2 && fits(other, one)) return [other, one]
  for (let at = 1; parts.length === 1 && at < text.length; at += 1)
    if (fits(text.slice(0, at), text.slice(at))) return [text.slice(0, at), text.slice(at)]
  return []
}

function fitsField(field: string, text: string): boolean {
  if (field === 'sex') return sexNamed(text) !== null
  if (!isPersonField(field)) return false
  const { kind, codes } = personField(field)
  if (codes !== undefined) return codeFinder(codes)(text) !== null
  if (kind === 'month' || kind === 'date') return readMonthOrDate(text, kind === 'month').kind === 'value'
  if (kind === 'phone') return /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})$/u.test(text)
  return kind === 'idNumber' ? isIdText(text) : text !== ''
}
