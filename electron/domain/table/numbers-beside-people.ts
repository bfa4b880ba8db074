import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { readStandingWord } from './category-words.ts'
import { readCountText } from './count-text.ts'
import { headerMatcher } from './header-match.ts'
import { quotaColumnOf } from './quota-columns.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact, originOf, type SheetGrid } from './sheet-grid.ts'
import type { TypedColumn } from './table-types.ts'
import type { SheetReading } from './sheet-reading.ts'

/*
 * 编制数 in a column beside the people, merged over those of an office or written in its first row: the office's approved number, and nobody's
 * own.
 */

export interface NumberBeside {
  readonly unit: string
  /** The column's own word for the 编制, else that of the people it stands beside. */
  readonly word: string | null
  readonly amount: number
  /** 第 4 行 C 列“编制数”. */
  readonly place: string
  /** 1-based. */
  readonly row: number
  readonly people: readonly DraftRecord[]
}

export interface NumbersBeside {
  readonly numbers: readonly NumberBeside[]
  /** What of them was not taken, and why. */
  readonly unclear: readonly string[]
}

const NONE: NumbersBeside = { numbers: [], unclear: [] }

/** The approved numbers that stand in columns beside people whose offices are settled. */
export function numbersBeside(reading: SheetReading, people: readonly DraftRecord[]): NumbersBeside {
  if (reading.purpose !== 'roster' || reading.cards || reading.turned) return NONE
  const seats = people.filter(({ values }) => readStandingWord(textOf(values, 'category'))?.kind !== 'offQuota')
  const read = reading.columns.filter(isOfNumbers).map((column) => inColumn(column, reading.grid, seats))
  return { numbers: read.flatMap(({ numbers }) => numbers), unclear: read.flatMap(({ unclear }) => unclear) }
}

const textOf = (values: DraftRecord['values'], field: string) => compact(shownText(values.get(field)?.cell))

function isOfNumbers({ field, path, profile }: TypedColumn): boolean {
  if (field !== null || profile.filled === 0 || profile.count < 0.9) return false
  return categoryOver(path) !== null || headerMatcher('quotas')(path)?.field === 'amount'
}

/** 行政编制 under 核定编制: the 编制 the column counts. */
function categoryOver(path: readonly string[]): string | null {
  const counted = quotaColumnOf(path)
  return counted?.kind === 'quota' && /核定|批准|定编|编制数/u.test(path.join(''))
    ? QUOTA_CATEGORY_NAMES[counted.category]
    : null
}

interface Placed {
  readonly record: DraftRecord
  readonly amount: number | null
  /** The row (0-based) the number stands in. */
  readonly at: number
}

function inColumn(column: TypedColumn, grid: SheetGrid, people: readonly DraftRecord[]): NumbersBeside {
  const placed = people.map((record) => numberAt(grid, record, column))
  if (isSeatOfEach(placed)) return NONE
  const word = categoryOver(column.path)
  const head = column.path.join('/')
  const unclear: string[] = []
  const numbers = [...Map.groupBy(placed, ({ record }) => textOf(record.values, 'unit'))].flatMap(
    ([unit, office]): readonly NumberBeside[] => {
      const told = office.filter(({ amount }) => amount !== null)
      if (unit === '' || told.length === 0) return []
      const groups = word === null ? byCategory(office, told) : [office]
      if (groups === null) {
        unclear.push(`“${unit}”的人旁边“${head}”写得不一样（${amountsOf(told).join('、')}），没有用。请核对。`)
        return []
      }
      return groups.flatMap((group): readonly NumberBeside[] => {
        const first = group.find(({ amount }) => amount !== null)
        if (first?.amount === undefined || first.amount === null) return []
        if (amountsOf(group).length > 1) {
          unclear.push(`“${unit}”的人旁边“${head}”写得不一样（${amountsOf(group).join('、')}），没有用。请核对。`)
          return []
        }
        const place = `第 ${first.at + 1} 行 ${column.letters} 列“${head}”`
        const own = group.map(({ record }) => record)
        return [{ unit, word, amount: first.amount, place, row: first.at + 1, people: own }]
      })
    },
  )
  return { numbers, unclear }
}

/** 1 beside everybody of an office is the seat each takes. */
function isSeatOfEach(placed: readonly Placed[]): boolean {
  const told = placed.filter(({ amount }) => amount !== null)
  if (told.some(({ amount, at, record }) => amount !== 1 || at !== record.row)) return false
  return new Set(told.map(({ record }) => textOf(record.values, 'unit'))).size < told.length
}

const amountsOf = (placed: readonly Placed[]) => [...new Set(placed.flatMap(({ amount }) => amount ?? []))]

/** An office with one number is one group; with several, one for each 编制 of its people. Null: they do not go together. */
function byCategory(office: readonly Placed[], told: readonly Placed[]): readonly (readonly Placed[])[] | null {
  const places = new Set(told.map(({ at }) => at)).size
  if (places === 1 || (places === office.length && amountsOf(told).length === 1)) return [office]
  const groups = [...Map.groupBy(office, categoryOf).values()]
  return groups.every((group) => amountsOf(group).length <= 1) ? groups : null
}

const categoryOf = ({ record }: Placed) => textOf(record.values, 'category')

function numberAt(grid: SheetGrid, record: DraftRecord, { index }: TypedColumn): Placed {
  const origin = originOf(grid, record.row, index)
  const at = origin.column === index ? origin.row : record.row
  return { record, amount: readCountText(grid.text(at, index)), at }
}
