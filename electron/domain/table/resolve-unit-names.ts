import type { KnownBook } from './known-book.ts'
import { isInBook } from './resolve-units.ts'
import type { QuestionDesk } from './question-desk.ts'
import { LEAVE_ROWS_OUT } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import type { KnownNames } from './section-title.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT } from './table-types.ts'
import {
  areOtherOffices,
  couldBeUnit,
  isWholeTownship,
  looksLikeUnit,
  similarUnits,
  withoutTownship,
} from './unit-words.ts'
import { narrowText } from './text-repair.ts'

export interface NamedRecord {
  readonly sheet: string
  readonly record: DraftRecord
}

/** An answer that an office is a new one of its own. */
export const NEW_UNIT = '+'
/** An answer that the people keep the office the book has them in. */
export const KEEP_UNIT = '='

/**
 * Holds every office the people are in against the known ones: the same with the township in front is the same; one that abbreviates or
 * contains another is asked; a text that is no office's name never becomes one.
 */
export function resolveUnitNames(
  records: readonly NamedRecord[],
  known: KnownNames,
  book: KnownBook,
  desk: QuestionDesk,
): Set<DraftRecord> {
  const left = new Set<DraftRecord>()
  const byName = Map.groupBy(
    records.filter(({ record }) => record.values.has('unit')),
    ({ record }) => unitText(record),
  )
  const plain = new Map([...byName.keys()].map((name) => [name, withoutTownship(name, known.township)]))
  const counts = new Map<string, number>()
  for (const [name, local] of plain) counts.set(local, (counts.get(local) ?? 0) + (byName.get(name)?.length ?? 0))
  for (const [name, rows] of byName) {
    if (known.units.has(name)) continue
    const local = plain.get(name) ?? name
    const meant = local !== name && (known.units.has(local) || counts.get(local) !== undefined) ? local : name
    const answer = known.units.has(meant) ? meant : settle(meant, rows, known, book, counts, desk)
    if (answer === KEEP_UNIT) {
      for (const { record } of rows) record.values.delete('unit')
      continue
    }
    if (answer === LEAVE_OUT) for (const { record } of rows) left.add(record)
    else if (answer !== name) for (const { record } of rows) rename(record, answer, name)
    if (answer !== name && answer !== LEAVE_OUT) desk.note(`单位“${name}”记为“${answer}”。`)
  }
  return left
}

function unitText(record: DraftRecord): string {
  return narrowText(compact(shownText(record.values.get('unit')?.cell)))
}

function rename(record: DraftRecord, name: string, written: string): void {
  const value = record.values.get('unit')
  if (value !== undefined)
    record.values.set('unit', { ...value, cell: name, from: value.from ?? `“${written}”记为${name}` })
}

function settle(
  name: string,
  rows: readonly NamedRecord[],
  known: KnownNames,
  book: KnownBook,
  counts: ReadonlyMap<string, number>,
  desk: QuestionDesk,
): string {
  const others =
    known.units.size > 0
      ? [...known.units]
      : [...counts.keys()].filter((one) => one !== name && fuller(one, name, counts))
  const similar = (couldBeUnit(name) ? similarUnits(name, others) : [])
    // Within one file two such names are two offices; beside a book that has but one of them it may be a slip all the same.
    .filter((one) => known.units.size > 0 || !areOtherOffices(name, one))
    .slice(0, 5)
  const odd = !couldBeUnit(name) || (known.units.size > 0 && !looksLikeUnit(name))
  const whole = isWholeTownship(name, known.township)
  if (similar.length === 0 && !odd && !whole)
    return movesEverybody(rows, known, book) ? (askMove(name, rows, desk) ?? name) : name
  const first = similar[0]
  const sheet = rows[0]?.sheet ?? ''
  let answer: string | undefined
  for (const { record } of rows)
    answer = desk.ask(
      {
        id: `unitName:${name}`,
        kind: 'unitName',
        sheet,
        column: record.values.get('unit')?.letters ?? null,
        text: whole
          ? `“${name}”是整个乡镇的名称。这些人在哪个机构？`
          : first === undefined
            ? `“${name}”是机构的名称吗？编制本和表里没有这个机构。`
            : `“${name}”是不是“${first}”？`,
        choices: [
          ...similar.map((one) => ({ value: one, text: `是${one}` })),
          { value: NEW_UNIT, text: `是另一个机构，就叫“${name}”` },
          LEAVE_ROWS_OUT,
          ...(first === undefined ? [...known.units].slice(0, 40).map((one) => ({ value: one, text: one })) : []),
        ],
        suggested: first !== undefined && areOtherOffices(name, first) ? NEW_UNIT : (first ?? null),
        free: true,
      },
      record.row + 1,
    )
  return answer === undefined || answer === NEW_UNIT ? name : answer
}

/** An office the book does not know, over people who all have another one there: a party list or an old one. */
function movesEverybody(rows: readonly NamedRecord[], known: KnownNames, book: KnownBook): boolean {
  return known.units.size > 0 && rows.length > 0 && rows.every(({ record }) => isInBook(record, book))
}

function askMove(name: string, rows: readonly NamedRecord[], desk: QuestionDesk): string | undefined {
  let answer: string | undefined
  for (const { sheet, record } of rows)
    answer = desk.ask(
      {
        id: `unitMove:${name}`,
        kind: 'unitName',
        sheet,
        column: record.values.get('unit')?.letters ?? null,
        text: `编制本里没有机构“${name}”，表里写在它下面的人在编制本里都有别的机构。要把他们移到“${name}”吗？`,
        choices: [
          { value: KEEP_UNIT, text: '不移，机构照编制本' },
          { value: NEW_UNIT, text: `新建“${name}”，把这些人移过去` },
          LEAVE_ROWS_OUT,
        ],
        suggested: KEEP_UNIT,
        free: false,
      },
      record.row + 1,
    )
  return answer === NEW_UNIT ? name : answer
}

/** In a sheet alone only the shorter or rarer of two like names is asked about. */
function fuller(one: string, name: string, counts: ReadonlyMap<string, number>): boolean {
  return one.length > name.length || (one.length === name.length && (counts.get(one) ?? 0) > (counts.get(name) ?? 0))
}
