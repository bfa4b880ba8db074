/*
 * The figures counted a second time, the slow way, by somebody who knows only the journal's row images and what the words mean.
 * Shares no code with the program on purpose: it may import nothing of electron/.
 */

export type Row = Readonly<Record<string, string | number | null>>

/** One row changed by an entry, as the journal images it. */
export interface RowChange {
  readonly table: string
  readonly id: string
  readonly before: Row | null
  readonly after: Row | null
}

export interface JournalEntry {
  readonly seq: number
  readonly operation: string
  readonly reverses: number | null
  readonly changes: readonly RowChange[]
}

/** Rows by table and id, in the order in which the rows came in. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, Row>>

/** Walks the entries from the first to `until`: what the tables must hold then. @throws when an image does not follow from the one before it */
export function replayEntries(entries: readonly JournalEntry[], until = Infinity): Tables {
  const tables = new Map<string, Map<string, Row>>()
  for (const entry of entries) {
    if (entry.seq > until) continue
    for (const change of entry.changes) {
      const rows = tables.get(change.table) ?? new Map<string, Row>()
      tables.set(change.table, rows)
      const present = rows.get(change.id) ?? null
      if (rowText(present) !== rowText(change.before))
        throw new Error(
          `entry ${entry.seq}: ${change.table} ${change.id} was not what the entry says it was: ${rowText(present)} / ${rowText(change.before)}`,
        )
      if (change.after === null) rows.delete(change.id)
      else rows.set(change.id, change.after)
    }
  }
  return tables
}

/** A row as text, columns in order, empty ones left out. */
export function rowText(row: Row | null): string {
  if (row === null) return 'none'
  return Object.keys(row)
    .sort()
    .filter((column) => row[column] !== null && row[column] !== undefined)
    .map((column) => `${column}=${JSON.stringify(row[column])}`)
    .join(' ')
}

/** All rows of all tables as one text, whatever the order they came in: two books with the same text hold the same facts. */
export function stateText(tables: Tables): string {
  return [...tables]
    .flatMap(([table, rows]) => [...rows].map(([id, row]) => `${table} ${id} ${rowText(row)}`))
    .sort()
    .join('\n')
}

export interface CountedLine {
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
  readonly people: readonly string[]
}

export interface Recount {
  /** By `unit|category`; lines with quota, people or reserved seats. */
  readonly lines: Readonly<Record<string, CountedLine>>
  /** 混编 people by `unit|category`. */
  readonly misplaced: Readonly<Record<string, readonly string[]>>
  /** By category: quota, actual, reserved, vacancy, over. */
  readonly totals: Readonly<Record<string, readonly number[]>>
  readonly ceilings: Readonly<Record<string, number>>
  readonly leadership: {
    readonly quota: number
    readonly actual: number
    readonly chiefs: number
    readonly deputies: number
  }
  /** People who take quota, 核定 numbers and reserved seats that belong to no post or unit there is that day: must never be. */
  readonly lost: readonly string[]
}

const ORGAN = ['administrative', 'politicalLegal', 'discipline', 'worker']

/** Counts everything on one day. */
export function recount(tables: Tables, day: string): Recount {
  const all = (table: string): readonly Row[] => [...(tables.get(table)?.values() ?? [])]
  const on = (table: string): readonly Row[] =>
    all(table).filter(
      (row) =>
        String(row['valid_from']) <= day &&
        (row['valid_to'] === null || row['valid_to'] === undefined || String(row['valid_to']) > day),
    )
  const units = on('unit_version')
  const posts = on('post_version')
  const { seats, lost } = seatsTaken(on('holding'), posts, units)
  const quotas = on('quota')
  const reservedSeats = reservedOn(on('entry_approval'), all('holding'), day)
  for (const row of [...quotas, ...on('entry_approval'), ...on('leadership_quota')])
    if (!units.some((unit) => unit['unit_id'] === row['unit_id'])) lost.push(String(row['id']))
  const lines: Record<string, CountedLine> = {}
  const misplaced: Record<string, readonly string[]> = {}
  for (const unit of units) {
    for (const category of new Set(
      [...quotas, ...on('entry_approval')]
        .map((row) => String(row['category']))
        .concat([...seats.keys()].map((key) => key.split('|')[1] ?? '')),
    )) {
      const key = `${unit['unit_id']}|${category}`
      const own = quotas.filter((row) => row['role'] === 'allocation' && `${row['unit_id']}|${row['category']}` === key)
      let people = seats.get(key) ?? []
      if (own.length === 0 && isMixed(unit, category)) {
        if (people.length > 0) misplaced[key] = people
        people = []
      }
      const reserved = reservedSeats.get(key)
      if (own.length === 0 && people.length === 0 && reserved === undefined) continue
      const quota = add(own.map((row) => Number(row['amount'])))
      const actual = people.length
      lines[key] = {
        quota,
        actual,
        reserved: reserved ?? 0,
        vacancy: Math.max(quota - actual - (reserved ?? 0), 0),
        over: Math.max(actual - quota, 0),
        people,
      }
    }
  }
  const ceilings: Record<string, number> = {}
  for (const row of quotas)
    if (row['role'] === 'ceiling')
      ceilings[String(row['category'])] = (ceilings[String(row['category'])] ?? 0) + Number(row['amount'])
  return {
    lines,
    misplaced,
    totals: totalsOf(lines),
    ceilings,
    leadership: leadersOn(on('leadership_quota'), on('holding'), posts, units),
    lost,
  }
}

/** 机关 uses no 事业编制, 事业单位 no 行政编制, unless a document gave it some. */
function isMixed(unit: Row, category: string): boolean {
  if (category === 'other') return false
  return (unit['kind'] === 'institution') === ORGAN.includes(category)
}

function seatsTaken(
  holdings: readonly Row[],
  posts: readonly Row[],
  units: readonly Row[],
): { readonly seats: ReadonlyMap<string, readonly string[]>; readonly lost: string[] } {
  const seats = new Map<string, string[]>()
  const lost: string[] = []
  const seen = new Set<string>()
  for (const row of holdings) {
    if (row['occupies_quota'] !== 1) continue
    const person = String(row['person_id'])
    if (seen.has(person)) throw new Error(`${person} takes two quotas on one day`)
    seen.add(person)
    const post = posts.filter((candidate) => candidate['post_id'] === row['post_id'])
    const unit = units.find((candidate) => candidate['unit_id'] === post[0]?.['unit_id'])
    if (post.length !== 1 || unit === undefined) {
      lost.push(person)
      continue
    }
    const key = `${unit['unit_id']}|${row['category']}`
    seats.set(key, [...(seats.get(key) ?? []), person].sort())
  }
  return { seats, lost }
}

/** An approval keeps a seat for each of its number until somebody has come by it. */
function reservedOn(approvals: readonly Row[], holdings: readonly Row[], day: string): ReadonlyMap<string, number> {
  const reserved = new Map<string, number>()
  for (const approval of approvals) {
    const last = approval['expires_on']
    if (last !== null && last !== undefined && String(last) < day) continue
    const came = holdings.filter(
      (row) => row['approval_id'] === approval['id'] && row['occupies_quota'] === 1 && String(row['valid_from']) <= day,
    )
    // Somebody who was moved on in one unit's name sits on several rows; they came once.
    const left = Number(approval['amount']) - new Set(came.map((row) => row['person_id'])).size
    const key = `${approval['unit_id']}|${approval['category']}`
    reserved.set(key, (reserved.get(key) ?? 0) + Math.max(left, 0))
  }
  return reserved
}

function totalsOf(lines: Readonly<Record<string, CountedLine>>): Readonly<Record<string, readonly number[]>> {
  const totals: Record<string, readonly number[]> = {}
  for (const [key, line] of Object.entries(lines)) {
    const category = key.split('|')[1] ?? ''
    const numbers = [line.quota, line.actual, line.reserved, line.vacancy, line.over]
    totals[category] = numbers.map((number, index) => number + (totals[category]?.[index] ?? 0))
  }
  return totals
}

function leadersOn(
  entries: readonly Row[],
  holdings: readonly Row[],
  posts: readonly Row[],
  units: readonly Row[],
): Recount['leadership'] {
  const kindOf = (unitId: unknown) => units.find((unit) => unit['unit_id'] === unitId)?.['kind']
  const below = entries.filter((row) => kindOf(row['unit_id']) !== undefined && kindOf(row['unit_id']) !== 'township')
  const used = below.length > 0 ? below : entries.filter((row) => kindOf(row['unit_id']) !== undefined)
  const roles = new Map<string, (string | null)[]>()
  for (const row of holdings) {
    if (row['occupies_leadership'] !== 1) continue
    const role = posts.find((post) => post['post_id'] === row['post_id'])?.['leadership'] ?? null
    const person = String(row['person_id'])
    roles.set(person, [...(roles.get(person) ?? []), role === null ? null : String(role)])
  }
  const chiefs = [...roles.values()].filter((own) => own.includes('chief')).length
  const deputies = [...roles.values()].filter((own) => !own.includes('chief') && own.includes('deputy')).length
  return { quota: add(used.map((row) => Number(row['amount']))), actual: roles.size, chiefs, deputies }
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
