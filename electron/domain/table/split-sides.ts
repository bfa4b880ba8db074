import type { HeaderMatch } from './header-match.ts'
import { isAboutOthers } from './header-match.ts'

/** Columns of one table, 0-based, inclusive. */
export interface Side {
  readonly left: number
  readonly right: number
}

/**
 * The tables a header holds beside one another: a new one begins where the columns of the first come again, or behind an empty column where
 * each side names people on its own.
 */
export function splitSides(
  paths: readonly (readonly string[])[],
  match: (path: readonly string[]) => HeaderMatch | null,
): readonly Side[] {
  const width = paths.length
  const names = paths.flatMap((path, index) => (match(path)?.field === 'name' && !isAboutOthers(path) ? [index] : []))
  const whole = [{ left: 0, right: width - 1 }]
  if (names.length < 2) return whole
  const starts = repeatedStarts(paths, names) ?? gapStarts(paths, names)
  if (starts === null) return whole
  return starts.map((left, index) => ({ left, right: (starts[index + 1] ?? width) - 1 }))
}

/** Fields of which one column at the left may speak for everybody in its row. */
const SHARED = new Set(['unit', 'outerUnit', 'unitPost', 'category'])

/** 部门 | 姓名 电话 | 姓名 电话: columns before the first that comes again, where they say for the whole row what a side does not. */
export function sharedColumns(
  sides: readonly Side[],
  paths: readonly (readonly string[])[],
  match: (path: readonly string[]) => HeaderMatch | null,
): readonly number[] {
  const [first, second] = sides
  if (first === undefined || second === undefined) return []
  const fieldAt = (column: number) => match(paths[column] ?? [])?.field ?? null
  const own = Array.from({ length: second.right - second.left + 1 }, (_, at) => fieldAt(second.left + at))
  const shared: number[] = []
  for (let column = first.left; column <= first.right; column += 1) {
    const field = fieldAt(column)
    // From the name on the columns are the person's.
    if (field === 'name') break
    if (field !== null && SHARED.has(field) && !own.includes(field)) shared.push(column)
  }
  return shared
}

/** Where the header of the leftmost column stands again, once for every 姓名. */
function repeatedStarts(paths: readonly (readonly string[])[], names: readonly number[]): readonly number[] | null {
  const leaf = (index: number) => paths[index]?.at(-1) ?? ''
  for (let first = 0; first <= (names[0] ?? 0); first += 1) {
    if (leaf(first) === '') continue
    const again = paths.flatMap((_, index) => (leaf(index) === leaf(first) ? [index] : []))
    if (
      again.length === names.length &&
      again.every((start, index) => start <= (names[index] ?? -1) && (index === 0 || start > (names[index - 1] ?? -1)))
    )
      return [0, ...again.slice(1)]
  }
  return null
}

/** The last empty column before each further 姓名. */
function gapStarts(paths: readonly (readonly string[])[], names: readonly number[]): readonly number[] | null {
  const starts = [0]
  for (const [index, name] of names.entries()) {
    if (index === 0) continue
    const before = names[index - 1] ?? 0
    let gap = -1
    for (let column = before + 1; column < name; column += 1) if ((paths[column] ?? []).length === 0) gap = column
    if (gap === -1) return null
    starts.push(gap + 1)
  }
  return starts
}
