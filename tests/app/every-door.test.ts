import { expect, it } from 'vitest'
import { acceptTheirs } from '../../electron/app/compare/accept-theirs.ts'
import { readComparison } from '../../electron/app/compare/read-comparison.ts'
import { makeAdhocFile } from '../../electron/app/forms/make-adhoc.ts'
import { fillTemplate } from '../../electron/app/forms/fill-template.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { addOwnField } from '../../electron/app/people/keep-own-fields.ts'
import { catalogueOf } from '../../electron/vocabulary/catalogue.ts'
import { OWN_FIELD_NAMES, type OwnField } from '../../electron/vocabulary/own-fields.ts'
import type { RosterLayout } from '../../electron/contract/adhoc-operations.ts'
import type { Input } from '../../electron/contract/operations.ts'
import { ROSTER_FIELDS } from '../../electron/domain/table/fields.ts'
import { shownText, type RawCell } from '../../electron/domain/table/raw-workbook.ts'
import { readMonthOrDate } from '../../electron/domain/table/read-date.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import {
  COMPARED_FIELDS,
  fieldsKept,
  PERSON_FIELD_NAMES,
  propertyOf,
  type PersonField,
} from '../../electron/vocabulary/person-fields.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId } from '../kit/people.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'

/*
 * Every field of the catalogue through every door: read from a roster, kept, corrected, compared, taken over from another list, filled into a
 * superior's form, listed on a roster of one's own and read back from it. A field more is walked without a line here.
 */

/** A township that has declared every field it may, of each kind in turn. */
const OWN: readonly OwnField[] = OWN_FIELD_NAMES.map((field, place) => {
  const kind = (['text', 'date', 'list'] as const)[place % 3] ?? 'text'
  return {
    field,
    title: `自己的${place}`,
    kind,
    choices: kind === 'list' ? ['甲项', '乙项'] : [],
    masked: place === 18,
  }
})
const CATALOGUE = catalogueOf(OWN)

async function declareFields(book: OpenBook): Promise<void> {
  const fields = OWN.map(({ title, kind, choices, masked }) => ({ title, kind, choices: [...choices], masked }))
  const added = await addOwnField({ fields }, makeContext(book, { operation: 'ownField.add' }))
  expect(added.fields).toEqual(OWN_FIELD_NAMES)
}

const KEPT = fieldsKept('person', 'version', 'holding', 'file', 'grade')
type Turn = 0 | 1

/** Two values a field can have, as a clerk writes them. */
function words(field: PersonField, turn: Turn): string {
  const { kind, codes, title } = CATALOGUE.entry(field)
  if (field === 'category') return ['事业编制', '行政编制'][turn] ?? ''
  if (codes !== undefined) return Object.values(codes)[turn]?.title ?? ''
  switch (kind) {
    case 'month':
      return ['1999-06', '2001-07'][turn] ?? ''
    case 'date':
      return ['2012-03-04', '2013-05-06'][turn] ?? ''
    case 'idNumber':
      return inventedId('1985-06-16', '男')
    case 'phone':
      return ['13800001111', '13900002222'][turn] ?? ''
    case 'document':
      return ['试编〔2011〕3号', '试编〔2012〕5号'][turn] ?? ''
    default:
      return `${title.replaceAll(/[（）]/gu, '')}${['甲', '乙'][turn] ?? ''}`
  }
}

/** The same as it is kept. */
function kept(field: PersonField, turn: Turn): string {
  const { codes, open } = CATALOGUE.entry(field)
  const written = words(field, turn)
  return codes === undefined || open === true
    ? written
    : (Object.entries(codes).find(([, { title }]) => title === written)?.[0] ?? written)
}

/** As the person's page has it: personal numbers masked. */
function shown(field: PersonField, turn: Turn): string {
  const value = kept(field, turn)
  const { kind, masked } = CATALOGUE.entry(field)
  if (masked === true && kind !== 'phone' && kind !== 'idNumber') return `${value.slice(0, 1)}***`
  if (kind === 'phone') return `${value.slice(0, 3)}****${value.slice(-4)}`
  return kind === 'idNumber' ? `${value.slice(0, 6)}********${value.slice(-4)}` : value
}

const READ = (Object.keys(ROSTER_FIELDS) as PersonField[]).filter(
  (field) => field !== 'sequence' && field !== 'funding',
)

function rosterFile(turn: Turn): Uint8Array {
  const cell = (field: PersonField) => (field === 'unit' ? '财政所' : field === 'post' ? '会计' : words(field, turn))
  return workbookOf([
    {
      name: '花名册',
      rows: [['实名制花名册'], READ.map((field) => CATALOGUE.entry(field).title), READ.map(cell)],
    },
  ])
}

async function imported(book: OpenBook): Promise<string> {
  await declareFields(book)
  const context = makeContext(book, { operation: 'import.commit' })
  const done = await commitImport({ fileId: context.stage('花名册.xlsx', rosterFile(0)) }, context)
  expect([done.committed, done.refused]).toEqual([true, []])
  const { id } = await book.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  return id
}

const fieldsOf = async (book: OpenBook, personId: string) => (await readPerson({ personId }, makeContext(book))).fields

const allChanges = (turn: Turn): Input<'person.correct'>['changes'] =>
  Object.fromEntries(
    KEPT.filter((field) => field !== 'idNumber').map((field) =>
      field === 'category' ? ['categoryCode', kept(field, turn)] : [propertyOf(field), words(field, turn)],
    ),
  )

/** A cell read back: dates by what they say, however the form writes them. */
function told(field: PersonField, cell: RawCell | undefined): string {
  const { kind } = CATALOGUE.entry(field)
  if (kind !== 'month' && kind !== 'date') return cell === undefined ? '' : shownText(cell)
  const reading = readMonthOrDate(cell, kind === 'month')
  return reading.kind === 'value' ? reading.value : ''
}

const expected = (turn: Turn) =>
  KEPT.map((field) => [field, field === 'idNumber' ? shown(field, turn) : words(field, turn)])

it('a roster’s column is read and kept; the same file again changes nothing', () =>
  withTownship(async (book) => {
    const id = await imported(book)
    const fields = await fieldsOf(book, id)
    expect(KEPT.map((field) => [field, fields[field]])).toEqual(KEPT.map((field) => [field, shown(field, 0)]))
    const entries = await entryCount(book)
    const context = makeContext(book, { operation: 'import.commit' })
    await commitImport({ fileId: context.stage('花名册.xlsx', rosterFile(0)) }, context)
    expect(await entryCount(book)).toBe(entries)
    expect((await verifyBook(book)).problems).toEqual([])
  }))

it('the roster’s screen shows it in words, personal numbers masked; the person’s page what follows', () =>
  withTownship(async (book) => {
    const id = await imported(book)
    const { people } = await readRoster({ fields: [...PERSON_FIELD_NAMES] }, makeContext(book))
    const masked = (field: PersonField) => (CATALOGUE.entry(field).masked === true ? shown(field, 0) : words(field, 0))
    expect(KEPT.map((field) => [field, people[0]?.fields[field]])).toEqual(KEPT.map((field) => [field, masked(field)]))
    for (const field of PERSON_FIELD_NAMES.filter((one) => CATALOGUE.entry(one).masked === true))
      expect(people[0]?.fields[field]).not.toBe(words(field, 0))
    expect(people[0]?.fields).toMatchObject({ sequence: '1', unit: '财政所', post: '会计', status: '在编' })
    const { follows } = await readPerson({ personId: id }, makeContext(book))
    expect(Object.keys(follows).toSorted()).toEqual([...fieldsKept('derived')].toSorted())
    expect(Number(follows['age'])).toBeGreaterThan(20)
  }))

it('a correction changes it; another list that says otherwise differs there, and is taken over', () =>
  withTownship(async (book) => {
    const id = await imported(book)
    await correctPerson({ personId: id, reason: '核对档案', changes: allChanges(1) }, makeContext(book))
    const corrected = await fieldsOf(book, id)
    expect(KEPT.map((field) => [field, corrected[field]])).toEqual(KEPT.map((field) => [field, shown(field, 1)]))

    const context = makeContext(book, { operation: 'compare.accept' })
    const fileId = context.stage('编办名册.xlsx', rosterFile(0))
    const { differing } = await readComparison({ fileId }, context)
    const own = COMPARED_FIELDS.filter((field) => !['idNumber', 'unit', 'post'].includes(field))
    expect(differing.map(({ field }) => field).toSorted()).toEqual(own.toSorted())
    await acceptTheirs({ fileId, personId: id, fields: own, reason: '以编办为准' }, context)
    const taken = await fieldsOf(book, id)
    expect(KEPT.map((field) => [field, taken[field]])).toEqual(KEPT.map((field) => [field, shown(field, 0)]))
  }))

it('a superior’s form that asks for it gets it, and nothing of the catalogue is called unknown', () =>
  withTownship(async (book) => {
    await imported(book)
    const context = makeContext(book, { operation: 'template.fill' })
    const blank = workbookOf([
      {
        name: '上级表',
        rows: [['上级表'], PERSON_FIELD_NAMES.map((field) => CATALOGUE.entry(field).title), [], []],
      },
    ])
    const filled = await fillTemplate({ fileId: context.stage('上级表.xlsx', blank) }, context)
    expect(filled.parts.map(({ empty }) => empty)).toEqual([[]])
    const row = readWorkbook('xlsx', Buffer.from(filled.base64, 'base64')).sheets[0]?.rows[2] ?? []
    const cells = new Map(PERSON_FIELD_NAMES.map((field, place) => [field, row[place]] as const))
    expect(KEPT.map((field) => [field, told(field, cells.get(field))])).toEqual(expected(0))
    // What follows from the rest; nobody here has a second post, is lent out, or sits in a split 编制.
    const silent = PERSON_FIELD_NAMES.filter((field) => told(field, cells.get(field)) === '')
    expect(silent).toEqual(['funding', 'concurrent', 'secondedTo'])
  }))

it('a roster of one’s own lists it, and the file reads back as what the book has', () =>
  withTownship(async (book) => {
    await imported(book)
    const context = makeContext(book, { operation: 'adhoc.file' })
    const groups = [KEPT.slice(0, 16), KEPT.slice(16, 32), KEPT.slice(32, 48), KEPT.slice(48)]
    const listed = new Map<PersonField, RawCell | undefined>()
    for (const fields of groups) {
      const layout: RosterLayout = {
        title: '花名册',
        fields: [...fields],
        dateFormat: 'day',
        idNumbers: 'masked',
        filter: {
          lists: ['in-quota', 'over-quota', 'non-compliant'],
          unit: null,
          category: null,
          sex: null,
          education: null,
          bornFrom: null,
          bornTo: null,
        },
        sortBy: null,
        descending: false,
        groupBy: null,
        paper: 'A3',
        orientation: 'landscape',
      }
      const { base64 } = await makeAdhocFile({ layout }, context)
      const rows = readWorkbook('xlsx', Buffer.from(base64, 'base64')).sheets[0]?.rows ?? []
      const head = rows.findIndex((row) => row.some((cell) => cell === CATALOGUE.entry(fields[0] ?? 'name').title))
      fields.forEach((field, place) => listed.set(field, rows[head + 1]?.[place]))
    }
    expect(KEPT.map((field) => [field, told(field, listed.get(field))])).toEqual(expected(0))
  }))

it('an event says it of a newcomer', () =>
  withTownship(async (book) => {
    await unitNamed(book, '财政所').then(
      () => declareFields(book),
      () => imported(book),
    )
    const asked = fieldsKept('person', 'version', 'file')
    const person = Object.fromEntries(asked.map((field) => [propertyOf(field), words(field, 1)]))
    const context = makeContext(book, { operation: 'event.add' })
    await addEvent(
      {
        event: {
          type: 'offQuota.begin',
          on: '2026-11-02',
          person: { ...person, name: '新来的', idNumber: inventedId('1990-02-03', '女') } as { name: string },
          unit: '财政所',
          kind: 'selfHired',
        },
      },
      context,
    )
    const { id } = await book.db
      .selectFrom('person')
      .select('id')
      .where('name', '=', '新来的')
      .executeTakeFirstOrThrow()
    const fields = await fieldsOf(book, id)
    const compared = asked.filter((field) => field !== 'name' && field !== 'idNumber')
    expect(compared.map((field) => [field, fields[field]])).toEqual(compared.map((field) => [field, shown(field, 1)]))
  }))

it.each([
  ['birth', '1985', '只有年份'],
  ['birth', '2099-01', '还没有到'],
  ['education', '博学', '没有“博学”这种写法'],
  ['idNumber', '36050219850616991X', '第 18 位应为'],
] as const)('an event refuses a newcomer’s %s “%s” at its field', (field, typed, problem) =>
  withTownship(async (book) => {
    await imported(book)
    const refused: unknown = await addEvent(
      {
        event: {
          type: 'offQuota.begin',
          on: '2026-11-02',
          person: { name: '新来的', [field]: typed },
          unit: '财政所',
          kind: 'selfHired',
        },
      },
      makeContext(book, { operation: 'event.add' }),
    ).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).details).toMatchObject({
      at: `event.person.${field}`,
      problem: expect.stringContaining(problem),
    })
  }),
)
