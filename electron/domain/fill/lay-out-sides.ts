import type { FillBlock } from './fill-request.ts'

/**
 * Lists side by side as rows of one block: the left one is filled first, and when the blank rows do not hold everybody all of them grow alike.
 * `blank`: how many blank rows the form has.
 */
export function laidOut(block: FillBlock, blank: number): FillBlock {
  const count = block.sides.length
  if (count < 2) return block
  const each = Math.max(1, blank * count >= block.rows.length ? blank : Math.ceil(block.rows.length / count))
  const height = Math.min(each, block.rows.length)
  return {
    ...block,
    sides: [],
    rows: Array.from({ length: height }, (_, place) =>
      block.columns.map((_column, index) => {
        const side = block.sides.findIndex((places) => places.includes(index))
        return block.rows[place + side * each]?.[(block.sides[side] ?? []).indexOf(index)] ?? null
      }),
    ),
  }
}

/**
 * Lists of different people in the same rows, as one block: when the blank rows do not hold the longer, the rows grow once for both. The first
 * block's columns come first.
 */
export function besideEachOther(first: FillBlock, second: FillBlock): FillBlock {
  const height = Math.max(first.rows.length, second.rows.length)
  const row = ({ rows, columns }: FillBlock, place: number) => rows[place] ?? columns.map(() => null)
  return {
    ...first,
    sequenceColumns: [...new Set([...first.sequenceColumns, ...second.sequenceColumns])],
    columns: [...first.columns, ...second.columns],
    rows: Array.from({ length: height }, (_, place) => [...row(first, place), ...row(second, place)]),
    sides: [],
    until: Math.min(first.until, second.until),
    sumColumns: [...first.sumColumns, ...second.sumColumns],
  }
}
