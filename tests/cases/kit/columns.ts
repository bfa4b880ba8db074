import type { Person } from './people.ts'
import type { Row, Value } from './write-files.ts'

/* A table said by its columns. */

/** A column's head, and what stands in it for the person at a place. */
export type Column = readonly [head: string, value: (one: Person, at: number) => Value]

export const column: Readonly<Record<'number', Column>> = { number: ['序号', (_, at) => at + 1] }

/** The head and a row a person. */
export const staffSheet = (people: readonly Person[], columns: readonly Column[]): readonly Row[] => [
  columns.map(([head]) => head),
  ...people.map((one, at): Row => columns.map(([, value]) => value(one, at))),
]
