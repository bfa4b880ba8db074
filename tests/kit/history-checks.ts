import { changeSheet } from '../../electron/domain/ledger/told/change-sheet.ts'
import type { FactRows } from '../../electron/domain/ledger/rows/fact-rows.ts'
import {
  COUNTED_COLUMNS,
  countedBookAt,
  type CountedRows,
  type CountedTable,
} from '../../electron/domain/ledger/snapshot/counted-book-at.ts'
import { snapshotAt } from '../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import { computeFigures } from '../../electron/domain/quota/figures.ts'
import type { Dice } from './dice.ts'
import { disagreements } from './figures-recounted.ts'
import { boundaryDays, FIRST_DAY } from './random-history.ts'
import { recount, type Tables } from './recount.ts'

/** Every day on which something dated begins or ends, the days beside it, and some at random. */
export function daysTried(facts: FactRows, chance: Dice, more = 10): readonly string[] {
  const around = boundaryDays(facts).flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
  const others = Array.from({ length: more }, () => addDays(FIRST_DAY, chance.below(9000)))
  return [...new Set([...around, ...others])].sort()
}

/** Figures against the recount on every day, and against those of the columns alone that they need. @returns what differs */
export function wrongFigures(facts: FactRows, journal: Tables, days: readonly string[]): readonly string[] {
  const columns = countedColumns(facts)
  return days.flatMap((day) => {
    const figures = computeFigures(snapshotAt(facts, day))
    const alone = computeFigures(countedBookAt(columns, day))
    return [
      ...disagreements(figures, journal, day),
      ...(JSON.stringify(alone) === JSON.stringify(figures) ? [] : [`${day}: other figures of the counted columns`]),
    ]
  })
}

/** The facts without the columns that figures do not need. */
function countedColumns(facts: FactRows): CountedRows {
  const tables = Object.entries(COUNTED_COLUMNS) as [CountedTable, readonly string[]][]
  return Object.fromEntries(
    tables.map(([table, columns]) => [
      table,
      facts[table].map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)))),
    ]),
  ) as unknown as CountedRows
}

/** The change sheet between two days against two recounts and its own rows. @returns what does not come out */
export function wrongChanges(facts: FactRows, journal: Tables, from: string, to: string): readonly string[] {
  const sheet = changeSheet(facts, from, to)
  const [opening, closing] = [peopleOn(journal, from), peopleOn(journal, to)]
  const found: string[] = sheet.faults.map((fault) => fault.text)
  const categories = new Set([
    ...sheet.categories.map((line) => line.category as string),
    ...[opening, closing].flatMap(({ seated, misplaced }) => [...seated.values(), ...misplaced.values()]),
  ])
  for (const category of categories) {
    const line = sheet.categories.find((candidate) => candidate.category === category) ?? {
      opening: 0,
      in: 0,
      out: 0,
      transfers: 0,
      mixed: 0,
      closing: 0,
      openingMisplaced: 0,
      misplaced: 0,
      balanced: true,
    }
    const counted = ({ seated }: PeopleOfDay) => [...seated.values()].filter((own) => own === category).length
    const mixed = ({ misplaced }: PeopleOfDay) => [...misplaced.values()].filter((own) => own === category).length
    const rows = (kind: string) => sheet.rows.filter((row) => row.kind === kind && row.category === category).length
    const told = `${from} – ${to} ${category}: `
    if (line.opening !== counted(opening)) found.push(`${told}opening ${line.opening}, counted ${counted(opening)}`)
    if (line.closing !== counted(closing)) found.push(`${told}closing ${line.closing}, counted ${counted(closing)}`)
    if (line.openingMisplaced !== mixed(opening) || line.misplaced !== mixed(closing))
      found.push(
        `${told}混编 ${line.openingMisplaced} – ${line.misplaced}, counted ${mixed(opening)} – ${mixed(closing)}`,
      )
    if (line.opening + line.in - line.out + line.transfers + line.mixed !== line.closing || !line.balanced)
      found.push(
        `${told}${line.opening} + ${line.in} − ${line.out} + ${line.transfers} + ${line.mixed} is not ${line.closing}`,
      )
    if (
      rows('in') !== line.in ||
      rows('out') !== line.out ||
      rows('transferIn') - rows('transferOut') !== line.transfers
    )
      found.push(`${told}the rows are not the numbers`)
  }
  for (const row of sheet.rows)
    if (row.on <= from || row.on > to) found.push(`${row.on} is not between ${from} and ${to}`)
  return found
}

interface PeopleOfDay {
  readonly seated: ReadonlyMap<string, string>
  readonly misplaced: ReadonlyMap<string, string>
}

/** The category everybody counts in, and that of the 混编 people, who count in no line. */
function peopleOn(journal: Tables, day: string): PeopleOfDay {
  const counted = recount(journal, day)
  const byPerson = (lines: readonly (readonly [string, readonly string[]])[]) =>
    new Map(lines.flatMap(([key, people]) => people.map((person) => [person, key.split('|')[1] ?? ''] as const)))
  return {
    seated: byPerson(Object.entries(counted.lines).map(([key, line]) => [key, line.people] as const)),
    misplaced: byPerson(Object.entries(counted.misplaced)),
  }
}
