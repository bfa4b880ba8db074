import {
  fieldsKept,
  noFacts,
  personField,
  propertyOf,
  type FactsOf,
  type PersonField,
} from '../../vocabulary/person-fields.ts'
import { readResidentId } from '../identity/resident-id.ts'
import { firstDayOf, type MonthOrDate, type PlainDate } from '../model/plain-date.ts'
import type { StatePerson } from './book-state.ts'
import type { CellChange } from './import-notes.ts'
import type { PlannedRow } from './import-plan.ts'
import { matchPeople, mainHolding, type PersonMatch } from './match-people.ts'
import { createNumberDesk, type NumberDesk } from './number-desk.ts'
import type { PlanDesk } from './plan-desk.ts'
import { addRecords, shown, told, updateRecords } from './plan-records.ts'
import { addStanding, changeStanding, standingWords } from './plan-standing.ts'
import { refuseUnplaced, type RosterRow } from './read-roster-row.ts'

/** Somebody a 兼任 row may mean. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly state: StatePerson | null
}

export interface PeoplePlan {
  readonly rows: readonly PlannedRow[]
  readonly known: readonly KnownPerson[]
  readonly matchedIds: ReadonlySet<string>
}

/** What the roster rows that name a person (not 兼任) change. Rows are returned in order; refusals found here are added to the rows' own. */
export function planPeople(rows: readonly RosterRow[], desk: PlanDesk): PeoplePlan {
  refuseDuplicates(rows)
  const good = rows.filter((row) => row.reader.refusals.length === 0)
  const matches = matchPeople(good, desk.state.people, desk.units.nameOf)
  const numbers = createNumberDesk(desk.state.people, good, matches)
  const known: KnownPerson[] = []
  for (const row of good) if (!matches.has(row) || !isPlaced(row, matches.get(row)?.person)) refuseUnplaced(row)
  const planned = rows.map((row): PlannedRow => {
    const view = {
      sheet: row.sheet,
      row: row.row,
      kind: row.kind === 'concurrent' ? ('person' as const) : row.kind,
      title: row.name === '' ? (matches.get(row)?.person.name ?? '（没有姓名）') : row.name,
      detail: standingWords(row),
      notes: row.reader.notes,
    }
    if (row.reader.refusals.length > 0) return { ...view, action: 'refuse', changes: [] }
    const match = matches.get(row)
    if (match === undefined) {
      const id = addPerson(row, desk, numbers)
      known.push({ id, name: row.name, unitName: row.unit, state: null })
      return { ...view, action: 'add', changes: [] }
    }
    const changes = updatePerson(row, match, desk, numbers)
    known.push({ id: match.person.id, name: row.name, unitName: row.unit, state: match.person })
    return { ...view, action: changes.length > 0 ? 'update' : 'unchanged', changes }
  })
  const matchedIds = new Set([...matches.values()].map((match) => match.person.id))
  return { rows: planned, known: [...known, ...unnamed(desk, matchedIds)], matchedIds }
}

/** Somebody in post needs neither office nor 编制 in the sheet: both stay as they are. */
function isPlaced(row: RosterRow, person: StatePerson | undefined): boolean {
  return (
    (row.unit !== '' && row.standingTold) ||
    (person !== undefined && mainHolding(person, row.holdingKind) !== undefined)
  )
}

/** People of the book whom the file does not name: a 兼任 row may still mean them. */
function unnamed(desk: PlanDesk, matchedIds: ReadonlySet<string>): readonly KnownPerson[] {
  return desk.state.people.flatMap((person) => {
    if (matchedIds.has(person.id)) return []
    const unitId = mainHolding(person, 'substantive')?.unitId ?? null
    return unitId === null
      ? []
      : [{ id: person.id, name: person.name, unitName: desk.units.nameOf(unitId), state: person }]
  })
}

function refuseDuplicates(rows: readonly RosterRow[]): void {
  const seen = new Map<string, RosterRow>()
  for (const row of rows) {
    if (row.reader.refusals.length > 0) continue
    const key =
      row.idNumber === null ? `${row.name}|${row.unit}|${row.kind}|${row.post}` : `${row.idNumber}|${row.name}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, row)
    else
      row.reader.refuse(
        'name',
        'duplicate_row',
        `与${earlier.sheet === row.sheet ? '' : `“${earlier.sheet}”`}第 ${earlier.row} 行是同一个人。请留一行；一人兼两岗的，在姓名后注（兼任）。`,
      )
  }
}

function addPerson(row: RosterRow, desk: PlanDesk, numbers: NumberDesk): string {
  const id = `+p${desk.draft.people.length + 1}`
  const claim = numbers.claim(row, id)
  desk.draft.people.push({ ...partOf('person', row), ...claim, id, name: row.name })
  const validFrom = addStanding(row, id, desk)
  const version = partOf('version', row)
  if (Object.values(version).some((value) => value !== null))
    desk.draft.personVersions.push({ personId: id, ...version, validFrom })
  addRecords(row, id, validFrom, desk)
  return id
}

/** Empty cells never erase what the book knows. */
function updatePerson(row: RosterRow, match: PersonMatch, desk: PlanDesk, numbers: NumberDesk): readonly CellChange[] {
  const { person } = match
  const changes: CellChange[] = []
  const set: Record<string, string | null> = {}
  for (const field of fieldsKept('person')) {
    if (field === 'name' || field === 'idNumber') continue
    const property = propertyOf(field)
    const [before, value] = [told(person, property), told(row, property)]
    if (value === null || value === before || (before !== null && isMonthOf(field, before, value))) continue
    if (field === 'birth' && before !== null && isDayOfNumber(person.idNumber, before, value)) continue
    set[property] = value
    changes.push({
      column: row.reader.letters(field),
      before: shown(field, before),
      after: shown(field, value) ?? value,
    })
  }
  const numbersSet = match.by === 'standing' ? numbers.correct(row, person, changes) : {}
  const all = { ...set, ...numbersSet }
  if (Object.keys(all).length > 0) desk.draft.changes.push({ fact: 'person', id: person.id, set: all })
  return [
    ...changes,
    ...updateVersion(row, person, desk),
    ...updateRecords(row, person, desk),
    ...changeStanding(row, person, desk),
  ]
}

/** The book knows the day, the sheet its month: the same. */
function isMonthOf(field: PersonField, before: MonthOrDate, value: MonthOrDate): boolean {
  return personField(field).kind === 'month' && before.length === 10 && value === before.slice(0, 7)
}

/** The book knows the month, the sheet the day its ID number tells anyway: nothing new. */
function isDayOfNumber(idNumber: string | null, before: MonthOrDate, value: MonthOrDate): boolean {
  return (
    idNumber !== null && before.length === 7 && value.slice(0, 7) === before && readResidentId(idNumber).birth === value
  )
}

const PROPERTIES = {
  person: fieldsKept('person').map((field) => propertyOf(field)),
  version: fieldsKept('version').map((field) => propertyOf(field)),
}

/** A row's facts of one home. */
function partOf<H extends 'person' | 'version'>(home: H, row: RosterRow): FactsOf<H> {
  const facts: Record<string, string | null> = { ...noFacts(home) }
  for (const property of PROPERTIES[home]) facts[property] = told(row, property)
  // Every property of the home is there, and no other.
  return facts as unknown as FactsOf<H>
}

/** What changes with the years keeps its history: the running version ends on the day of the import, unless it only began then. */
function updateVersion(row: RosterRow, person: StatePerson, desk: PlanDesk): readonly CellChange[] {
  const old = person.version
  const fields = fieldsKept('version')
  const changed = fields.filter((field) => row[field] !== null && row[field] !== (old?.[field] ?? null))
  if (changed.length === 0) return []
  const next = {
    ...noFacts('version'),
    ...Object.fromEntries(fields.map((field) => [field, row[field] ?? old?.[field] ?? null])),
  }
  if (old === null)
    desk.draft.personVersions.push({ personId: person.id, ...next, validFrom: startOf(row, desk.effectiveOn) })
  else if (desk.effectiveOn > old.validFrom) {
    desk.draft.changes.push({ fact: 'personVersion', id: old.id, set: { validTo: desk.effectiveOn } })
    desk.draft.personVersions.push({ personId: person.id, ...next, validFrom: desk.effectiveOn })
  } else
    desk.draft.changes.push({
      fact: 'personVersion',
      id: old.id,
      set: Object.fromEntries(changed.map((field) => [field, next[field]])),
    })
  return changed.map((field) => ({
    column: row.reader.letters(field),
    before: old?.[field] ?? null,
    after: next[field],
  }))
}

function startOf(row: RosterRow, effectiveOn: PlainDate): PlainDate {
  return row.enteredOn === null ? effectiveOn : firstDayOf(row.enteredOn)
}
