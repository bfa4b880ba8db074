import type { RosterList } from '../../vocabulary/standing.ts'
import { EVERYBODY, meets, type Condition } from './conditions.ts'
import type { StructureDimension } from '../../vocabulary/structure.ts'
import { bucketsOf, FACT_OF, type Bucket } from './dimensions.ts'
import type { StructurePerson } from './structure-person.ts'

/* One query: people divided by two dimensions. Every number is the length of a list of people, totals too. */

export interface StructureQuestion {
  readonly rows: StructureDimension
  /** Null: rows and their total alone. */
  readonly columns: StructureDimension | null
  /** Null: everybody on the roster. */
  readonly list: RosterList | null
  readonly unitIds: readonly string[] | null
  /** Ends of the age bands; null: the usual ones. */
  readonly bands: readonly number[] | null
}

export interface StructureTable {
  readonly rows: readonly Bucket[]
  readonly columns: readonly Bucket[]
  /** Row by row the people of each cell, in roster order. */
  readonly cells: readonly (readonly (readonly StructurePerson[])[])[]
  /** Everybody the table is about. */
  readonly people: readonly StructurePerson[]
}

/** Whom a question is about. */
export function structureScope({ list, unitIds }: Pick<StructureQuestion, 'list' | 'unitIds'>): Condition {
  const parts: Condition[] = []
  if (list !== null) parts.push({ kind: 'list', lists: [list] })
  if (unitIds !== null) parts.push({ kind: 'unit', ids: unitIds })
  return { kind: 'all', of: parts }
}

/**
 * The table of a question. `buckets`: rows and columns of another day's table, so that two days stand side by side; who fits none of
 * them gets one more row or column.
 */
export function structureTable(
  people: readonly StructurePerson[],
  question: StructureQuestion,
  like?: Pick<StructureTable, 'rows' | 'columns'>,
): StructureTable {
  const scope = structureScope(question)
  const own = people.filter((person) => meets(person, scope))
  const bands = question.bands ?? undefined
  const rows = joined(like?.rows ?? [], bucketsOf(question.rows, own, bands))
  const columns =
    question.columns === null
      ? [{ key: 'total', title: '人数', condition: EVERYBODY }]
      : joined(like?.columns ?? [], bucketsOf(question.columns, own, bands))
  const cells: StructurePerson[][][] = rows.map(() => columns.map(() => []))
  const rowOf = placer(rows, question.rows)
  const columnOf = placer(columns, question.columns)
  for (const person of own) cells[rowOf(person)]?.[columnOf(person)]?.push(person)
  return { rows, columns, cells, people: own }
}

/** Where a person stands among the buckets. All of one dimension ask for the same fact: each value of it is placed once. */
function placer(buckets: readonly Bucket[], dimension: StructureDimension | null): (person: StructurePerson) => number {
  if (dimension === null) return () => 0
  const field = FACT_OF[dimension]
  const known = new Map<StructurePerson[typeof field], number>()
  return (person) => {
    const value = person[field]
    const found = known.get(value)
    if (found !== undefined) return found
    const place = buckets.findIndex(({ condition }) => meets(person, condition))
    known.set(value, place)
    return place
  }
}

/** The known buckets, then those of today that are not among them; 未登记 stays last. */
function joined(known: readonly Bucket[], own: readonly Bucket[]): readonly Bucket[] {
  const all = [...known, ...own.filter(({ key }) => !known.some((other) => other.key === key))]
  return [...all.filter(({ key }) => key !== 'unknown'), ...all.filter(({ key }) => key === 'unknown')]
}
