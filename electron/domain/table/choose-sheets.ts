import type { QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import type { SheetReading } from './sheet-reading.ts'

/*
 * Several sheets with the same people: months of one list, of which one counts, or a list and what completes it.
 */

/** Two lists with so large a part of the shorter one in common are of the same people. */
const SAME = 0.5

/** Leaves the people of sheets that do not count out, and joins what only completes people to their rows. */
export function chooseSheets(
  readings: readonly SheetReading[],
  desk: QuestionDesk,
): ReadonlyMap<SheetReading, readonly DraftRecord[]> {
  const lists = readings.filter((reading) => reading.people.length > 0)
  const placed = lists.filter(saysPlace)
  const people = new Map(readings.map((reading) => [reading, reading.people]))
  for (const group of [...versionsOf(placed), ...monthsOf(lists.filter((reading) => !placed.includes(reading)))]) {
    const names = group.map((reading) => reading.source.name)
    const whole = wholeOf(group)
    if (whole !== null) {
      takeWhole(whole, group, people, desk)
      continue
    }
    const answer = desk.ask({
      id: `which:${names.join('|')}`,
      kind: 'which',
      sheet: names.join('、'),
      column: null,
      text: `${names.map((name) => `“${name}”`).join('、')}是同一批人的几份名单。用哪一份？`,
      choices: group.map(({ source }) => ({ value: source.name, text: `用“${source.name}”` })),
      suggested: latest(group),
      free: false,
    })
    if (answer !== undefined) for (const reading of group) if (reading.source.name !== answer) people.set(reading, [])
    // Until she says which, no row of the others is held against the first.
    if (answer === undefined) for (const reading of group.slice(1)) people.set(reading, [])
  }
  if (placed.length === 0) joinHalves(lists, people)
  for (const reading of lists)
    if (!placed.includes(reading) && people.get(reading)?.length !== 0)
      people.set(reading, completing(reading, placed, people))
  for (const reading of lists) people.set(reading, continued(people.get(reading) ?? []))
  return people
}

/** The list that holds exactly the people of all the others, where none of them says anything else of anybody; null: there is none. */
function wholeOf(group: readonly SheetReading[]): SheetReading | null {
  // Months are asked about, alike as they may be.
  if (new Set(group.map(monthOf)).size > 1) return null
  const keys = new Map(group.map((reading) => [reading, new Set(reading.people.map(keyOf))]))
  const whole = group.toSorted((a, b) => b.people.length - a.people.length)[0]
  if (whole === undefined) return null
  const all = keys.get(whole) ?? new Set<string>()
  const parts = group.filter((reading) => reading !== whole)
  const union = new Set(parts.flatMap((reading) => [...(keys.get(reading) ?? [])]))
  const count = parts.reduce((sum, reading) => sum + reading.people.length, 0)
  if (union.size !== all.size || count !== whole.people.length || [...union].some((key) => !all.has(key))) return null
  const own = new Map(whole.people.map((record) => [keyOf(record), record]))
  if (own.size !== whole.people.length) return null
  return parts.every(({ people }) => people.every((record) => agrees(record, own.get(keyOf(record))))) ? whole : null
}

/** What both rows say is the same; an office or a 编制 may stand in the cell or in the heading. */
export function agrees(part: DraftRecord, whole: DraftRecord | undefined): boolean {
  if (whole === undefined) return false
  const said = (record: DraftRecord, field: string) => {
    const own = compact(shownText(record.values.get(field)?.cell))
    if (own !== '' || (field !== 'unit' && field !== 'category')) return own
    return record.group[field]?.title[field] ?? ''
  }
  return [...new Set([...part.values.keys(), 'unit', 'category'])].every((field) => {
    const [one, other] = [said(part, field), said(whole, field)]
    return field === 'sequence' || one === '' || other === '' || one === other
  })
}

/** The parts only fill in what the whole leaves blank. */
function takeWhole(
  whole: SheetReading,
  group: readonly SheetReading[],
  people: Map<SheetReading, readonly DraftRecord[]>,
  desk: QuestionDesk,
): void {
  const own = new Map(whole.people.map((record) => [keyOf(record), record]))
  for (const part of group) {
    if (part === whole) continue
    for (const record of part.people) {
      const same = own.get(keyOf(record))
      if (same !== undefined) complete(same, record, `取自工作表“${part.source.name}”第 ${record.row + 1} 行`)
    }
    people.set(part, [])
  }
  const names = group.flatMap((part) => (part === whole ? [] : [`“${part.source.name}”`])).join('、')
  desk.note(`${names}是“${whole.source.name}”里的同一批人，内容一致，只导入一次。`)
}

/** Its people have an office and a 编制: it is a list, not what completes one. */
function saysPlace(reading: SheetReading): boolean {
  return saysOffice(reading) && saysCategory(reading)
}

function saysOffice({ people }: SheetReading): boolean {
  const placed = people.filter(
    ({ values, group }) => values.has('unit') || values.has('unitPost') || group.unit !== null,
  )
  return placed.length * 2 > people.length
}

function saysCategory({ people }: SheetReading): boolean {
  return (
    people.filter(({ values, group }) => values.has('category') || group.category !== null).length * 2 > people.length
  )
}

/** One sheet has the offices of the people, another their 编制: where nearly all of the one are in the other, they are one list. */
function joinHalves(lists: readonly SheetReading[], people: Map<SheetReading, readonly DraftRecord[]>): void {
  const offices = lists.find((reading) => saysOffice(reading) && !saysCategory(reading))
  const seats = lists.find((reading) => saysCategory(reading) && !saysOffice(reading))
  if (offices === undefined || seats === undefined) return
  const [own, more] = [people.get(offices) ?? [], people.get(seats) ?? []]
  const found = more.map((record) => [record, theSame(record, own)] as const)
  const joined = found.filter(([, same]) => same !== undefined)
  if (joined.length * 5 < more.length * 4) return
  for (const [record, same] of joined)
    if (same !== undefined) complete(same, record, `取自工作表“${seats.source.name}”第 ${record.row + 1} 行`)
  people.set(
    seats,
    found.flatMap(([record, same]) => (same === undefined ? [record] : [])),
  )
}

function versionsOf(lists: readonly SheetReading[]): readonly (readonly SheetReading[])[] {
  const keys = new Map(lists.map((reading) => [reading, new Set(reading.people.map(keyOf))]))
  const groups: SheetReading[][] = []
  for (const reading of lists) {
    const own = keys.get(reading) ?? new Set<string>()
    const group = groups.find((one) => one.some((other) => shareOf(own, keys.get(other) ?? new Set()) >= SAME))
    if (group === undefined) groups.push([reading])
    else group.push(reading)
  }
  return groups.filter((group) => group.length > 1)
}

/** Lists without offices under the same heads, each of another month: two months' pay. */
function monthsOf(lists: readonly SheetReading[]): readonly (readonly SheetReading[])[] {
  const headsOf = ({ columns }: SheetReading) => columns.map(({ path }) => path.join('/')).join('|')
  return versionsOf(lists.filter((reading) => monthOf(reading) > 0)).filter(
    (group) => new Set(group.map(headsOf)).size === 1 && new Set(group.map(monthOf)).size === group.length,
  )
}

/** How much of the smaller of two lists is in the other. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size)
  return smaller < 2 ? 0 : [...one].filter((key) => other.has(key)).length / smaller
}

/** Whom a row is of: the ID number, else the name. */
export function keyOf({ values }: DraftRecord): string {
  const number = compact(shownText(values.get('idNumber')?.cell))
  return number === '' ? compact(shownText(values.get('name')?.cell)) : number
}

/** The last month named, else the sheet with the most people, of equal ones the last: a part of the whole would lose the rest. */
function latest(group: readonly SheetReading[]): string | null {
  const dated = group.map((reading) => ({ name: reading.source.name, month: monthOf(reading) }))
  const best = dated.toSorted((a, b) => b.month - a.month)[0]
  const told = new Set(dated.map(({ month }) => month)).size > 1
  return best === undefined || !told ? (longest(group)?.source.name ?? null) : best.name
}

function longest(group: readonly SheetReading[]): SheetReading | undefined {
  return group.toReversed().toSorted((a, b) => b.people.length - a.people.length)[0]
}

/** Year and month a text names, as one number that orders them, 2024年 before each of its months; 0: none. */
export function monthIn(text: string): number {
  const found = /(?:(20\d{2})[年.\-/]?)?(\d{1,2})月/u.exec(text) ?? /(20\d{2})[.\-/年]?(\d{1,2})/u.exec(text)
  if (found !== null) return Number(found[1] ?? 0) * 100 + Number(found[2])
  return Number(/(?<!\d)(20\d{2})(?!\d)/u.exec(text)?.[1] ?? 0) * 100
}

/** What a sheet's name says, else its titles. */
function monthOf({ source, titles }: SheetReading): number {
  return monthIn(source.name) || monthIn(titles.join(' '))
}

/**
 * 续表: a further table of a sheet that names no office and no 编制 in columns of its own, over people of the tables above, holds the rest of
 * their columns. Returns the people without its rows.
 */
function continued(people: readonly DraftRecord[]): readonly DraftRecord[] {
  const tables = [...Map.groupBy(people, (record) => record.table).values()]
  if (tables.length < 2) return people
  const gone = new Set<DraftRecord>()
  for (const [index, table] of tables.entries()) {
    const above = tables.slice(0, index).flatMap((one) => one.filter((record) => !gone.has(record)))
    if (table.some(({ values }) => ['unit', 'unitPost', 'outerUnit', 'category'].some((field) => values.has(field))))
      continue
    const found = table.map((record) => [record, theSame(record, above)] as const)
    if (found.filter(([, same]) => same !== undefined).length * 5 < table.length * 4) continue
    for (const [record, same] of found)
      if (same !== undefined) {
        complete(same, record, `取自第 ${record.row + 1} 行（续表）`)
        gone.add(record)
      }
  }
  return people.filter((record) => !gone.has(record))
}

/** The one record of the same ID number, or of the same name where either has none; undefined: none, or more than one. */
function theSame(record: DraftRecord, others: readonly DraftRecord[]): DraftRecord | undefined {
  const of = (one: DraftRecord, field: string) => compact(shownText(one.values.get(field)?.cell))
  const [number, name] = [of(record, 'idNumber'), of(record, 'name')]
  const found = others.filter((one) => {
    const its = of(one, 'idNumber')
    return number !== '' && its !== '' ? number === its : name !== '' && of(one, 'name') === name
  })
  return found.length === 1 ? found[0] : undefined
}

/** Fills in what a row leaves blank from another of the same person. */
export function complete(person: DraftRecord, more: DraftRecord, from: string): void {
  for (const [field, value] of more.values)
    if (!person.values.has(field) && field !== 'sequence') person.values.set(field, { ...value, from })
}

/** Joins the rows of a sheet without offices or 编制 to the same people's rows elsewhere in the workbook. Returns the rest. */
function completing(
  reading: SheetReading,
  whole: readonly SheetReading[],
  people: ReadonlyMap<SheetReading, readonly DraftRecord[]>,
): readonly DraftRecord[] {
  const all = whole.flatMap((list) => people.get(list) ?? [])
  const byNumber = Map.groupBy(all, ({ values }) => compact(shownText(values.get('idNumber')?.cell)))
  const byName = Map.groupBy(all, ({ values }) => compact(shownText(values.get('name')?.cell)))
  return reading.people.filter((record) => {
    const number = compact(shownText(record.values.get('idNumber')?.cell))
    const found = number === '' ? byName.get(compact(shownText(record.values.get('name')?.cell))) : byNumber.get(number)
    const [only] = found ?? []
    if (only === undefined || found?.length !== 1) return true
    complete(only, record, `取自工作表“${reading.source.name}”第 ${record.row + 1} 行`)
    return false
  })
}
