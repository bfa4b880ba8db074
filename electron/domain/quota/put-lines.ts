import { inOrderOf, noteDifference } from '../model/changed-in.ts'
import type { MisplacedLine } from '../model/figures.ts'
import { patchLookup, type Lookup } from '../model/lookup.ts'

const NOTHING: readonly never[] = []

/** Lines of some units in place of those they had; null where a unit had none and its place is not known. */
export function putIn<Line extends AnyLine>(
  before: readonly Line[],
  own: readonly Line[],
  units: ReadonlySet<string>,
): readonly Line[] | null {
  const known = linesByUnit(before)
  const old = [...units].flatMap((unit) => known.get(unit) ?? NOTHING)
  if (own.length === 0 && old.length === 0) return before
  return putInPlace(before, own, inOrderOf(before, old)) ?? putAmong(before, own, units)
}

type AnyLine = Pick<MisplacedLine, 'unitId' | 'category' | 'personIds'>

const LINES_BY_UNIT = new WeakMap<readonly AnyLine[], Lookup<readonly AnyLine[]>>()

/** Lines of each unit, in their order: grouped once, and for a list made from another by a few lines from that one's groups. */
export function linesByUnit<Line extends AnyLine>(lines: readonly Line[]): Lookup<readonly Line[]> {
  const known = LINES_BY_UNIT.get(lines) ?? Map.groupBy(lines, (line) => line.unitId)
  LINES_BY_UNIT.set(lines, known)
  // Grouped from this very list.
  return known as Lookup<readonly Line[]>
}

/** The same where each unit keeps as many lines as it had, of the same categories: only these are another. */
function putInPlace<Line extends AnyLine>(
  before: readonly Line[],
  own: readonly Line[],
  old: readonly Line[],
): readonly Line[] | null {
  const isAlike = (line: Line, at: number) => line.unitId === old[at]?.unitId && line.category === old[at].category
  if (own.length !== old.length || !own.every(isAlike)) return null
  const next = [...before]
  for (const [at, line] of old.entries()) next[next.indexOf(line)] = own[at] ?? line
  noteDifference(before, next, { gone: old, come: own })
  const ofUnits = Map.groupBy(own, (line) => line.unitId)
  LINES_BY_UNIT.set(next, patchLookup(linesByUnit(before), ofUnits))
  return next
}

function putAmong<Line extends { readonly unitId: string }>(
  before: readonly Line[],
  own: readonly Line[],
  units: ReadonlySet<string>,
): readonly Line[] | null {
  const fresh = Map.groupBy(own, (line) => line.unitId)
  const lines: Line[] = []
  let last: string | null = null
  for (const line of before) {
    if (!units.has(line.unitId)) lines.push(line)
    else if (line.unitId !== last) {
      lines.push(...(fresh.get(line.unitId) ?? []))
      fresh.delete(line.unitId)
    }
    last = line.unitId
  }
  return fresh.size === 0 ? lines : null
}
