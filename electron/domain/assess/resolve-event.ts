import type { EventType } from '../../vocabulary/events.ts'
import { catalogueOf, type Catalogue } from '../../vocabulary/catalogue.ts'
import { ownFieldOf } from '../ledger/snapshot/own-field-of.ts'
import { readField } from '../people/read-field.ts'
import { fieldsKept, propertyOf } from '../../vocabulary/person-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { maskIdNumber, readResidentId } from '../identity/resident-id.ts'
import type { NamedEvent, ToldNewcomer } from './named-event.ts'
import type { LedgerEvent } from '../ledger/events/index.ts'
import type { PersonTable } from '../ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../ledger/book/ledger-book.ts'
import type { Newcomer } from '../ledger/planning/pieces.ts'
import type { PlainDate, PlainMonth } from '../model/plain-date.ts'
import { readMonthOrDate } from '../table/read-date.ts'
import { readNameCell } from '../says/read-name-cell.ts'
import { refuseNameConflict } from '../says/refuse-name-conflict.ts'

/**
 * Turns the names of an event into ids, as they are on the day it takes force; what an emptied field says is left out.
 * @throws `name_unknown`, `name_ambiguous` with the choices, and for a newcomer `id_number_invalid`, `id_number_taken`, `date_invalid`.
 */
export function resolveEvent(event: NamedEvent, ledger: LedgerBook, today: PlainDate): LedgerEvent {
  const told = Object.entries(event).filter(([, value]) => value !== undefined && value !== '')
  const resolved = Object.fromEntries(
    told.map(([field, value]) => [field, resolveField(event, field, value, ledger, today)]),
  )
  // Field by field what the contract's schema and the planners' inputs say; what differs between them is what was resolved here.
  return resolved as unknown as LedgerEvent
}

/** Events whose post is one that stands there; all others name a title that may still have to be made. */
const OF_A_POST: ReadonlySet<string> = new Set<EventType>(['post.freeze', 'post.unfreeze', 'post.abolish'])

function resolveField(event: NamedEvent, field: string, value: unknown, ledger: LedgerBook, today: PlainDate): unknown {
  const { on } = event
  switch (field) {
    case 'unit':
      return unitIdNamed(ledger, String(value), on)
    case 'units':
      return Array.isArray(value) ? value.map((name) => unitIdNamed(ledger, String(name), on)) : value
    case 'to':
      return event.type === 'quota.transfer' ? unitIdNamed(ledger, String(value), on) : value
    case 'into':
      return event.type === 'unit.merge' ? targetOfMerge(String(value), event.kind !== undefined, ledger, on) : value
    case 'person':
      return event.person === undefined || typeof event.person === 'string'
        ? personNamed(ledger, String(value), on).id
        : newcomerOrKnown(ledger, event.person, today)
    case 'people':
      return Array.isArray(value) ? value.map((name) => personNamed(ledger, String(name), on).id) : value
    case 'post':
      return OF_A_POST.has(event.type) && event.unit !== undefined
        ? postId(event.type, unitIdNamed(ledger, event.unit, on), String(value), ledger, on)
        : value
    case 'month':
      return event.type === 'retirement.arrange' ? monthWritten(String(value)) : value
    default:
      return value
  }
}

/** A month typed by hand, as the import reads one. @throws `invalid_input` at its field. */
function monthWritten(typed: string): PlainMonth {
  const reading = readMonthOrDate(typed, true)
  if (reading.kind === 'value') return reading.value.slice(0, 7)
  const problem = reading.kind === 'refused' ? reading.message : '请写年月，如 2027-03'
  throw new Refusal('invalid_input', { field: '退休年月', problem, at: 'event.month' })
}

/** Id of the unit with this id or name on the day. @throws `name_unknown`, `name_ambiguous` */
export function unitIdNamed(ledger: LedgerBook, name: string, day: PlainDate): string {
  if (ledger.unitAt(name, day) !== undefined) return name
  const named = ledger.unitNamed(name, day)
  const [only] = named
  if (only === undefined) throw new Refusal('name_unknown', { name, what: '机构' })
  if (named.length > 1)
    throw new Refusal('name_ambiguous', {
      name,
      count: named.length,
      choices: named.map((unit) => `${unit.name}（编号 ${unit.unit_id}）`).join('、'),
    })
  return only.unit_id
}

/** A merger may set its unit up: then the name stays a name. */
function targetOfMerge(name: string, mayBeNew: boolean, ledger: LedgerBook, day: PlainDate): string {
  if (mayBeNew && ledger.unitAt(name, day) === undefined && ledger.unitNamed(name, day).length === 0) return name
  return unitIdNamed(ledger, name, day)
}

/**
 * The person with this id, name or ID number.
 * @throws `name_unknown`; `name_ambiguous`, naming each by unit and last digits of the ID number.
 */
export function personNamed(ledger: LedgerBook, text: string, day: PlainDate): PersonTable {
  const byId = ledger.person(text)
  if (byId !== undefined) return byId
  const reading = readResidentId(text)
  const named = ledger.peopleNamed(reading.verdict === 'invalid' ? text : reading.normalized)
  const [only] = named
  if (only === undefined)
    throw new Refusal('name_unknown', {
      name: reading.verdict === 'invalid' ? text : maskIdNumber(reading.normalized),
      what: '人员',
    })
  if (named.length === 1) return only
  throw new Refusal('name_ambiguous', {
    name: text,
    count: named.length,
    choices: named.map((person) => choiceText(ledger, person, day)).join('、'),
  })
}

function choiceText(ledger: LedgerBook, person: PersonTable, day: PlainDate): string {
  const holding = ledger.countedHolding(person.id, day) ?? ledger.holdingsOf(person.id, day)[0]
  const post =
    holding?.post_id === undefined || holding.post_id === null ? undefined : ledger.postAt(holding.post_id, day)
  const unit = post === undefined ? undefined : ledger.unitAt(post.unit_id, day)
  const tail = person.id_number === null ? `编号 ${person.id}` : `身份证尾号 ${person.id_number.slice(-4)}`
  return `${person.name}（${unit?.name ?? '不在岗'}，${tail}）`
}

/** Where a newcomer stands in the form. */
const NEWCOMER_AT = 'event.person'

/** What is said of a newcomer, read as the import reads a cell. @throws `invalid_input` naming the field and its place in the form. */
function readNewcomer(told: ToldNewcomer, today: PlainDate, catalogue: Catalogue): Newcomer {
  const read = fieldsKept('person', 'version', 'file').flatMap((field) => {
    const property = propertyOf(field)
    const typed = (told as Readonly<Record<string, string | undefined>>)[property]
    if (typed === undefined || field === 'name' || field === 'idNumber') return []
    const reading = readField(field, typed, today, catalogue)
    if (reading.kind === 'refused')
      throw new Refusal('invalid_input', {
        field: catalogue.entry(field).title,
        problem: reading.problem,
        at: `${NEWCOMER_AT}.${property}`,
      })
    return reading.value === null ? [] : [[property, reading.value] as const]
  })
  const { name, idNumber } = told
  // Codes and words come out of their own lists.
  return { ...Object.fromEntries(read), name, ...(idNumber === undefined ? {} : { idNumber }) }
}

/** Somebody the book knows by the ID number is that person, not a new one. */
function newcomerOrKnown(ledger: LedgerBook, told: ToldNewcomer, today: PlainDate): Newcomer | string {
  const catalogue = catalogueOf(ledger.facts.own_field.flatMap((row) => ownFieldOf(row) ?? []))
  const given = readNewcomer(withPlainName(told), today, catalogue)
  if (given.idNumber === undefined || given.idNumber === '') return given
  const reading = readResidentId(given.idNumber, today)
  if (reading.verdict === 'invalid')
    throw new Refusal('id_number_invalid', {
      problem: reading.problem ?? '号码不符合规则',
      at: `${NEWCOMER_AT}.idNumber`,
    })
  const known =
    ledger.peopleNamed(reading.normalized)[0] ??
    ledger.facts.person.find((person) => person.disputed_id_number === reading.normalized)
  if (known === undefined) return { ...given, idNumber: reading.normalized }
  if (known.name !== given.name || known.id_number === null)
    throw new Refusal('id_number_taken', {
      name: known.name,
      problem: `已登记在${known.name}名下`,
      at: `${NEWCOMER_AT}.idNumber`,
    })
  return known.id
}

/** “张玉兰（女，苗族）★” is 张玉兰, 女, 苗族. @throws `invalid_input` where her own fields say otherwise. */
function withPlainName(told: ToldNewcomer): ToldNewcomer {
  const said = readNameCell(told.name)
  refuseNameConflict(said, told, `${NEWCOMER_AT}.name`)
  return {
    ...told,
    name: said.name === '' ? told.name : said.name,
    ...(said.sex === null || (told.sex ?? '') !== '' ? {} : { sex: said.sex }),
    ...(said.ethnicity === null || (told.ethnicity ?? '') !== '' ? {} : { ethnicity: said.ethnicity }),
  }
}

/** Posts of one title are alike: where several are free, any of them; one that is held is only meant when it is the only one. */
function postId(type: string, unit: string, titleOrId: string, ledger: LedgerBook, day: PlainDate): string {
  const states =
    type === 'post.freeze'
      ? ['planned', 'inUse']
      : type === 'post.unfreeze'
        ? ['frozen']
        : ['planned', 'inUse', 'frozen']
  const titled = ledger.postsTitled(unit, titleOrId, day).filter((post) => states.includes(post.state))
  const free = titled.find((post) => ledger.holdersOf(post.post_id, day).length === 0)
  const found = free ?? titled[0]
  if (found === undefined)
    throw new Refusal('name_unknown', {
      name: titleOrId,
      what: type === 'post.unfreeze' ? '已冻结岗位' : '岗位',
    })
  if (free === undefined && titled.length > 1)
    throw new Refusal('name_ambiguous', {
      name: titleOrId,
      count: titled.length,
      choices: titled.map((post) => `编号 ${post.post_id}`).join('、'),
    })
  return found.post_id
}
