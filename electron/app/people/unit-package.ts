import {
  UNIT_PACKAGE_SCHEMA,
  UNIT_PACKAGE_VERSION,
  unitPackage,
  unitPackageFile,
  type UnitPackage,
} from '../../contract/unit-package-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { isKept, maskedValue, personOnDay, knownValue } from '../../domain/people/person-values.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import { canonicalJson } from '../../domain/rules/packs/canonical-pack.ts'
import { offersOf, unitEvents, type Offers } from '../../domain/view-copy/unit-events.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import type { ReturnedCopy } from '../../domain/view-copy/read-copy.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { readEntryHashes } from '../../store/journal-store.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import { checksumOf } from '../../store/pack-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { PersonField } from '../../vocabulary/person-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { QueryContext, StagedFile } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { readingTexts } from './reading-texts.ts'

/*
 * A unit's small package carries no list of changes. It says what the unit's copy of the book has of its people, and the hashes of that copy's
 * journal; the township's own journal tells what both had when they parted. So what a side changed needs nobody's word.
 */

/** Ending of the file: readable JSON by content. */
const EXTENSION = '.机构数据包.json'

/** Which of the columns go into a package: what is kept, and where somebody sits; masked ones stay at home. */
function columnsOf({ index }: BookView): { readonly fields: readonly PersonField[]; readonly untold: string[] } {
  const { catalogue } = index
  const told = catalogue.names.filter((field) => isKept(field) || field === 'unit' || field === 'post')
  const masked = (field: PersonField) => catalogue.entry(field).masked === true
  return {
    fields: told.filter((field) => !masked(field)),
    untold: told.filter(masked).map((field) => catalogue.entry(field).title),
  }
}

/** The people of a unit, as the book has them today. @throws `name_unknown` */
export async function makeUnitPackage(
  { unit }: Input<'unitPackage.file'>,
  context: QueryContext,
): Promise<Output<'unitPackage.file'>> {
  const view = viewBook(await readBookState(context.db, context.clock.today()))
  const { asOf } = view.state.snapshot
  const { fields, untold } = columnsOf(view)
  const textsOf = readingTexts(view, fields)
  const people = view.roster.flatMap(({ personId }): UnitPackage['people'] => {
    const texts = textsOf(personId)
    if (texts === null || texts['unit'] !== unit) return []
    return [
      {
        id: personId,
        name: view.personName(personId),
        number: maskedNumber(view, personId),
        texts: fields.map((field) => texts[field] ?? ''),
      },
    ]
  })
  if (people.length === 0) throw new Refusal('name_unknown', { name: unit, what: '有人的机构' })
  const content: UnitPackage = {
    township: townshipName(view.state.snapshot),
    unit,
    asOf,
    madeAt: context.clock.now(),
    madeBy: context.actor,
    journal: [...(await readEntryHashes(context.db))],
    fields: [...fields],
    untold,
    people,
    events: unitEvents(await loadFacts(context.db), unit, asOf).map((event) => ({
      ...event,
      proofs: [...event.proofs],
    })),
  }
  const file = {
    schema: UNIT_PACKAGE_SCHEMA,
    version: UNIT_PACKAGE_VERSION,
    sha256: checksumOf(canonicalJson(content)),
    package: content,
  }
  return {
    fileName: `${unit.replaceAll(/[\\/:*?"<>|]/gu, '')} ${asOf}${EXTENSION}`,
    base64: Buffer.from(`${JSON.stringify(file)}\n`, 'utf8').toString('base64'),
    unit,
    people: people.length,
    asOf,
  }
}

function maskedNumber(view: BookView, personId: string): string | null {
  const person = view.index.person(personId)
  if (person === undefined) return null
  const number = knownValue('idNumber', personOnDay(view.index, person, undefined))
  return maskedValue('idNumber', number, view.index.catalogue)
}

/** The package a file is; null: it is another kind of file. @throws `unit_package_bad` */
export function readUnitPackage(file: StagedFile): UnitPackage | null {
  const value = jsonOf(file.bytes)
  if (value === null) return null
  const bad = (problem: string) => new Refusal('unit_package_bad', { file: file.name, problem })
  const read = unitPackageFile.safeParse(value)
  if (!read.success) return null
  if (read.data.version > UNIT_PACKAGE_VERSION) throw bad('由更新版本的定编做成，请升级本程序')
  if (read.data.sha256 !== checksumOf(canonicalJson(read.data.package)))
    throw bad('不完整或被改动过，请向该机构重新要一份')
  const content = unitPackage.safeParse(read.data.package)
  if (!content.success) throw bad('内容不完整，请向该机构重新要一份')
  return content.data
}

function jsonOf(bytes: Uint8Array): unknown {
  // A workbook is a zip or older still: no need to read it as text.
  if (bytes[0] !== '{'.codePointAt(0)) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/**
 * The package as a copy that came back: beside what it says stands what both books had when they parted. Where they never were one (the unit
 * keeps a book of its own) people are found by name and masked number, and nothing counts as known to both: what the township lacks is theirs
 * alone, what it has otherwise both have changed. @throws `unit_package_other` where neither way leads to anybody
 */
export async function unitCopy(
  packed: UnitPackage,
  view: BookView,
  { db, fileName }: { readonly db: QueryContext['db']; readonly fileName: string },
): Promise<ReturnedCopy> {
  const catalogue = await readCatalogue(db)
  const columns = packed.fields
    .filter((field) => catalogue.names.includes(field))
    .map((field) => ({ field, title: catalogue.entry(field).title }))
  const parted = commonEntry(packed.journal, await readEntryHashes(db))
  const base = parted === 0 ? null : viewBook(stateOn(await replayFacts(db, { seq: parted }), packed.asOf))
  const origin = new Map<string, ReadonlyMap<PersonField, string>>()
  const found = base === null ? foundByNumber(packed, view) : null
  if (base !== null) {
    const told = new Set(packed.people.map(({ id }) => id))
    const fields = columns.map(({ field }) => field)
    const textsOf = readingTexts(base, fields)
    for (const { personId } of base.roster) {
      const texts = textsOf(personId)
      if (texts === null || (!told.has(personId) && texts['unit'] !== packed.unit)) continue
      origin.set(personId, new Map(fields.map((field) => [field, texts[field] ?? ''])))
    }
  }
  for (const personId of found?.values() ?? []) origin.set(personId, new Map())
  const rows = packed.people.map((person, place) => {
    const id = found === null ? person.id : (found.get(person.id) ?? '')
    const texts = new Map(packed.fields.map((field, at) => [field, person.texts[at] ?? '']))
    return {
      row: place + 1,
      personId: origin.has(id) ? id : null,
      texts: new Map(columns.map(({ field }) => [field, texts.get(field) ?? ''])),
      cells: columns.map(({ field }) => texts.get(field) ?? ''),
    }
  })
  if (rows.every(({ personId }) => personId === null))
    throw new Refusal('unit_package_other', { file: fileName, township: packed.township, unit: packed.unit })
  return {
    sheet: packed.unit,
    asOf: packed.asOf,
    columns,
    origin,
    rows,
    heads: columns.map(({ title }) => title),
    unknown: [...packed.untold],
    twice: [],
  }
}

/** Changes a package tells of that the book does not have. */
export async function unitOffers(packed: UnitPackage, view: BookView, db: QueryContext['db']): Promise<Offers> {
  const facts = await loadFacts(db)
  const parted = commonEntry(packed.journal, await readEntryHashes(db))
  const found = parted === 0 ? foundByNumber(packed, view) : null
  const here = new Set(facts.person.map((row) => row.id))
  return offersOf(packed.events, {
    facts,
    base: parted === 0 ? null : await replayFacts(db, { seq: parted }),
    idHere: (id) => (found === null ? (here.has(id) ? id : null) : (found.get(id) ?? null)),
  })
}

/** Number of the last entry both journals have; 0: they have none in common. */
function commonEntry(theirs: readonly string[], mine: readonly string[]): number {
  const place = mine.findIndex((hash, at) => theirs[at] !== hash)
  return place < 0 ? mine.length : place
}

/** Id in the package → id here, for who has a number and whose name and number are nobody else's on either side. */
function foundByNumber({ people }: UnitPackage, view: BookView): ReadonlyMap<string, string> {
  const key = (name: string, number: string | null) => (number === null ? null : `${name} ${number}`)
  const here = Map.groupBy(view.roster, ({ personId }) => key(view.personName(personId), maskedNumber(view, personId)))
  const there = Map.groupBy(people, ({ name, number }) => key(name, number))
  return new Map(
    people.flatMap(({ id, name, number }) => {
      const own = key(name, number)
      const [one, ...others] = here.get(own) ?? []
      const alone = own !== null && one !== undefined && others.length === 0 && there.get(own)?.length === 1
      return alone ? [[id, one.personId] as const] : []
    }),
  )
}
