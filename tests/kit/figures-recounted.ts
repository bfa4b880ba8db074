import type { Figures } from '../../electron/domain/model/figures.ts'
import { recount, type Recount, type Tables } from './recount.ts'

/** The program's figures in the recount's words. */
function inItsWords(figures: Figures): Omit<Recount, 'lost'> {
  const { leadership } = figures
  return {
    lines: Object.fromEntries(
      figures.lines.map((line) => [
        `${line.unitId}|${line.category}`,
        {
          quota: line.quota,
          actual: line.actual,
          reserved: line.reserved,
          vacancy: line.vacancy,
          over: line.over,
          people: line.personIds.toSorted(),
        },
      ]),
    ),
    misplaced: Object.fromEntries(
      figures.misplaced.map((line) => [`${line.unitId}|${line.category}`, line.personIds.toSorted()]),
    ),
    totals: Object.fromEntries(
      figures.totals.map((total) => [
        total.category,
        [total.quota, total.actual, total.reserved, total.vacancy, total.over],
      ]),
    ),
    ceilings: Object.fromEntries(
      figures.totals.flatMap((total) => (total.ceiling === null ? [] : [[total.category, total.ceiling]])),
    ),
    leadership: {
      quota: leadership.quota,
      actual: leadership.actual,
      chiefs: leadership.chief.actual,
      deputies: leadership.deputy.actual,
    },
  }
}

const NOTHING = [0, 0, 0, 0, 0]

/** What the program and the recount disagree on for a day, line by line; empty when they agree. People who are counted nowhere are named too. */
export function disagreements(figures: Figures, tables: Tables, day: string): readonly string[] {
  const [ours, theirs] = [inItsWords(figures), recount(tables, day)]
  const found: string[] = theirs.lost.map((id) => `${day}: ${id} is of a post or unit that is not there`)
  const compare = (
    what: string,
    left: Readonly<Record<string, unknown>>,
    right: Readonly<Record<string, unknown>>,
    none?: unknown,
  ) => {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const [one, other] = [JSON.stringify(left[key] ?? none), JSON.stringify(right[key] ?? none)]
      if (one !== other) found.push(`${day}: ${what} ${key}: program ${one}, recount ${other}`)
    }
  }
  compare('line', ours.lines, theirs.lines)
  compare('misplaced', ours.misplaced, theirs.misplaced)
  compare('total', ours.totals, theirs.totals, NOTHING)
  compare('ceiling', ours.ceilings, theirs.ceilings)
  compare('leadership', ours.leadership, theirs.leadership)
  return found
}
