import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { PERSON_FIELD_NAMES, type PersonField } from '../../vocabulary/person-fields.ts'
import { shownText, type RawCell, type RawSheet, type RawWorkbook } from '../table/raw-workbook.ts'
import { KEY_TITLE, ORIGIN_MARK, ORIGIN_SHEET, type CopyColumn } from './copy-workbook.ts'

/** A row of the copy as it came back. */
export interface ReturnedRow {
  /** Of the sheet, from 1. */
  readonly row: number
  /** Whose row it is; null for one that was put in. */
  readonly personId: string | null
  /** What each column that is still there says. */
  readonly texts: ReadonlyMap<PersonField, string>
  /** The whole row, under `heads`. */
  readonly cells: readonly string[]
}

export interface ReturnedCopy {
  readonly sheet: string
  readonly asOf: string
  readonly columns: readonly CopyColumn[]
  /** What every row said when it went out, by person. */
  readonly origin: ReadonlyMap<string, ReadonlyMap<PersonField, string>>
  readonly rows: readonly ReturnedRow[]
  /** Heads of the sheet as it came back, without the key. */
  readonly heads: readonly string[]
  /** Heads that were not there when it went out. */
  readonly unknown: readonly string[]
  /** Rows that claim a person another row has already: copied in WPS and left with the key. */
  readonly twice: readonly ReturnedRow[]
}

/** Reads a copy that came back; null where it is none: the hidden sheet that says what went out is not there. */
export function readCopy(workbook: RawWorkbook, catalogue: Catalogue): ReturnedCopy | null {
  const kept = workbook.sheets.find((sheet) => sheet.name === ORIGIN_SHEET && text(sheet.rows[0]?.[0]) === ORIGIN_MARK)
  if (kept === undefined) return null
  const columns = originColumns(kept, catalogue)
  const origin = new Map(
    kept.rows.slice(3).flatMap((cells) => {
      const personId = text(cells[0])
      return personId === ''
        ? []
        : [[personId, new Map(columns.map(({ field }, place) => [field, text(cells[place + 1])]))] as const]
    }),
  )
  for (const sheet of workbook.sheets) {
    if (sheet === kept) continue
    const head = headOf(sheet, columns)
    if (head === null) continue
    return {
      sheet: sheet.name,
      asOf: text(kept.rows[0]?.[1]),
      columns,
      origin,
      ...readRows(sheet, head, columns, origin),
    }
  }
  return null
}

function originColumns(kept: RawSheet, catalogue: Catalogue): readonly CopyColumn[] {
  const [fields = [], titles = []] = kept.rows.slice(1, 3)
  return fields.slice(1).flatMap((cell, place) => {
    const field = PERSON_FIELD_NAMES.find((name) => name === text(cell) && catalogue.names.includes(name))
    return field === undefined ? [] : [{ field, title: text(titles[place + 1]) }]
  })
}

/** How far down a head may have been pushed by lines put in above it. */
const DEEPEST = 30

/** The first row that has half of the titles or more. */
function headOf({ rows }: RawSheet, columns: readonly CopyColumn[]): number | null {
  const titles = new Set([...columns.map(({ title }) => title), KEY_TITLE])
  const least = Math.max(1, Math.ceil(titles.size / 2))
  const found = rows
    .slice(0, DEEPEST)
    .findIndex((cells) => cells.filter((cell) => titles.has(text(cell))).length >= least)
  return found < 0 ? null : found
}

function readRows(
  { rows }: RawSheet,
  head: number,
  columns: readonly CopyColumn[],
  origin: ReturnedCopy['origin'],
): Pick<ReturnedCopy, 'rows' | 'heads' | 'unknown' | 'twice'> {
  const heads = (rows[head] ?? []).map(text)
  const keyAt = heads.indexOf(KEY_TITLE)
  const places = columns.flatMap(({ field, title }) => {
    const at = heads.indexOf(title)
    return at < 0 ? [] : [{ field, at }]
  })
  const seen = (_: unknown, at: number) => at !== keyAt
  const read = rows.slice(head + 1).flatMap((cells, place): ReturnedRow[] => {
    const filled = heads.filter(seen).map((__, at) => at)
    const own = heads.map((__, at) => text(cells[at])).filter(seen)
    if (filled.every((at) => own[at] === '')) return []
    const key = keyAt < 0 ? '' : text(cells[keyAt])
    const personId = origin.has(key) ? key : null
    const before = personId === null ? undefined : origin.get(personId)
    return [
      {
        row: head + place + 2,
        personId,
        texts: new Map(places.map(({ field, at }) => [field, textBeside(cells[at], before?.get(field) ?? '')])),
        cells: own,
      },
    ]
  })
  const { mine, twice } = onePerPerson(withoutKeys(read, origin), origin)
  const titles = new Set(columns.map(({ title }) => title))
  return {
    rows: mine,
    twice,
    heads: heads.filter(seen),
    unknown: heads.filter((title) => title !== '' && title !== KEY_TITLE && !titles.has(title)),
  }
}

/** A row whose key is gone is a person's where its name is that of exactly one person who has no row yet. */
function withoutKeys(rows: readonly ReturnedRow[], origin: ReturnedCopy['origin']): readonly ReturnedRow[] {
  const placed = new Set(rows.flatMap(({ personId }) => personId ?? []))
  const missing = Map.groupBy(
    [...origin].filter(([personId]) => !placed.has(personId)),
    ([, texts]) => texts.get('name') ?? '',
  )
  const nameless = Map.groupBy(
    rows.filter(({ personId }) => personId === null),
    ({ texts }) => texts.get('name') ?? '',
  )
  return rows.map((row) => {
    const name = row.texts.get('name') ?? ''
    const people = missing.get(name) ?? []
    const [only] = people
    return row.personId !== null || name === '' || people.length !== 1 || (nameless.get(name)?.length ?? 0) !== 1
      ? row
      : { ...row, personId: only?.[0] ?? null }
  })
}

/** Of rows with the same key the one that still has the person's name is theirs, else the first; a copy of it under another name is a new row. */
function onePerPerson(
  rows: readonly ReturnedRow[],
  origin: ReturnedCopy['origin'],
): { readonly mine: readonly ReturnedRow[]; readonly twice: readonly ReturnedRow[] } {
  const owners = new Map<string, ReturnedRow>()
  for (const [personId, claims] of Map.groupBy(rows, (row) => row.personId)) {
    if (personId === null) continue
    const name = origin.get(personId)?.get('name')
    const owner = claims.find(({ texts }) => name === undefined || texts.get('name') === name) ?? claims[0]
    if (owner !== undefined) owners.set(personId, owner)
  }
  const copied = rows.filter((row) => row.personId !== null && owners.get(row.personId) !== row)
  const renamed = (row: ReturnedRow) => row.texts.get('name') !== origin.get(row.personId ?? '')?.get('name')
  const fresh = new Set(copied.filter(renamed))
  const twice = copied.filter((row) => !fresh.has(row))
  return {
    mine: rows.filter((row) => !twice.includes(row)).map((row) => (fresh.has(row) ? { ...row, personId: null } : row)),
    twice,
  }
}

function text(cell: RawCell | undefined): string {
  return shownText(cell).replaceAll('\r\n', '\n').trim()
}

/** A month that WPS made a day of, and a number it made of digits, beside what stood there. */
function textBeside(cell: RawCell | undefined, was: string): string {
  if (cell === null || cell === undefined || typeof cell === 'string') return text(cell)
  if (cell.kind === 'date' && cell.day !== undefined)
    return /^\d{4}-\d{2}$/.test(was) && cell.day.endsWith('-01') ? cell.day.slice(0, 7) : cell.day
  if (cell.kind === 'number' && Number.isInteger(cell.value) && Math.abs(cell.value) < 1e15) return String(cell.value)
  return text(cell)
}
