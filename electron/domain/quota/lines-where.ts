import { differenceOf, inOrderOf, madeFrom } from '../model/changed-in.ts'
import type { FigureLine } from '../model/figures.ts'

type Lines = readonly FigureLine[]

/** So few lines are put in their order one by one. */
const FEW = 16

/**
 * The lines of which something holds, in their order: found once, however many rules and sentences ask. Of lines that a change has made of others
 * only those it touched are looked at again, and where none of these is meant the list is the very one of before.
 */
export function linesWhere(holds: (line: FigureLine) => boolean): (lines: Lines) => Lines {
  const kept = new WeakMap<Lines, Lines>()
  const find = (lines: Lines): Lines => {
    const origin = madeFrom(lines)
    const before = origin === undefined ? undefined : kept.get(origin)
    if (origin === undefined || before === undefined) return lines.filter(holds)
    const { gone, come } = differenceOf(origin, lines)
    const [lost, added] = [gone.filter(holds), come.filter(holds)]
    if (lost.length === 0 && added.length === 0) return before
    const now = [...before.filter((line) => !lost.includes(line)), ...added]
    return now.length > FEW ? lines.filter(holds) : inOrderOf(lines, now)
  }
  return (lines) => {
    const known = kept.get(lines)
    if (known !== undefined) return known
    const found = find(lines)
    kept.set(lines, found)
    return found
  }
}
