import { expect, it } from 'vitest'
import { correctPeople } from '../../electron/app/people/correct-people.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import type { Input } from '../../electron/contract/operations.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { PERSON_FIELD_NAMES, personField, TYPED_FIELDS } from '../../electron/vocabulary/person-fields.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

type Row = Input<'people.correct'>['rows'][number]

function seatThree(book: OpenBook): Promise<readonly string[]> {
  return seatPeople(
    book,
    ['试甲', '试乙', '试丙'].map((name, index) => ({
      name,
      unit: '财政所',
      category: 'institution',
      birth: `198${index}-06-16`,
      idNumber: inventedId(`198${index}-06-16`),
    })),
  )
}

function correct(book: OpenBook, rows: readonly Row[]) {
  return correctPeople({ rows: [...rows] }, makeContext(book, { operation: 'people.correct' }))
}

async function shown(book: OpenBook, ids: readonly string[], fields: Input<'roster.read'>['fields']) {
  const { people } = await readRoster({ fields }, makeContext(book))
  return ids.map((id) => people.find((person) => person.personId === id)?.fields)
}

it('cells of many people, in whatever home the book keeps them, are one entry; taken back they are as before', () =>
  withTownship(async (book) => {
    const ids = await seatThree(book)
    const fields = ['politicalStatus', 'education', 'partyJoined', 'remark', 'ethnicity'] as const
    const before = await shown(book, ids, [...fields])
    const entries = await entryCount(book)
    const done = await correct(
      book,
      ids.map((personId, index) => ({
        personId,
        fields: {
          politicalStatus: '党员',
          education: '大专',
          partyJoined: `200${index}.6`,
          remark: '新',
          ethnicity: '苗',
        },
      })),
    )
    expect(done).toMatchObject({ people: 3, refused: [] })
    expect(await entryCount(book)).toBe(entries + 1)
    expect(await shown(book, ids, [...fields])).toEqual(
      ids.map((_, index) => ({
        politicalStatus: '中共党员',
        education: '大学专科',
        partyJoined: `200${index}-06`,
        remark: '新',
        ethnicity: '苗族',
      })),
    )
    const entry = await newestEntry(book)
    expect(entry.summary).toMatch(/^修改 3 人的.*学历/)
    expect(entry.summary).not.toMatch(/试甲|试乙|试丙/)
    await undoEntry({ seq: done.seq! }, makeContext(book, { operation: 'journal.undo' }))
    expect(await shown(book, ids, [...fields])).toEqual(before)
  }))

it('a cell that cannot be read stays as it was and says why; the others are taken in', () =>
  withTownship(async (book) => {
    const [a, b] = await seatThree(book)
    const done = await correct(book, [
      { personId: a!, fields: { birth: '1985.13', education: '大专', phone: '138****5678' } },
      { personId: b!, fields: { birth: '2031-01', sex: '女' } },
      { personId: 'nobody', fields: { remark: '谁' } },
    ])
    expect(done.refused.map(({ personId, field }) => [personId, field])).toEqual([
      [a, 'birth'],
      [a, 'phone'],
      [b, 'birth'],
      ['nobody', 'remark'],
    ])
    expect(done.refused.every(({ problem }) => problem.length > 3)).toBe(true)
    expect(await shown(book, [a!, b!], ['birth', 'education', 'sex'])).toEqual([
      { birth: '1980-06', education: '大学专科', sex: '男' },
      { birth: '1981-06', education: '大学本科', sex: '女' },
    ])
  }))

it('what is on record already writes nothing; an emptied cell empties the fact', () =>
  withTownship(async (book) => {
    const [a] = await seatThree(book)
    await correct(book, [{ personId: a!, fields: { remark: '一', nativePlace: '某县' } }])
    const entries = await entryCount(book)
    expect(await correct(book, [{ personId: a!, fields: { remark: '一', nativePlace: '某县' } }])).toMatchObject({
      seq: null,
      people: 0,
      cells: 0,
    })
    expect(await entryCount(book)).toBe(entries)
    await correct(book, [{ personId: a!, fields: { remark: '', nativePlace: ' ' } }])
    expect(await shown(book, [a!], ['remark', 'nativePlace'])).toEqual([{ remark: null, nativePlace: null }])
  }))

it('who somebody is and what their seat rests on is no cell to type over', () => {
  const guarded = PERSON_FIELD_NAMES.filter((field) => !TYPED_FIELDS.includes(field))
  expect(guarded.filter((field) => personField(field).kept !== 'derived')).toEqual([
    'name',
    'idNumber',
    'category',
    'enteredOn',
  ])
})

it('a hundred gestures are taken back one by one, newest first', () =>
  withTownship(async (book) => {
    const [personId = ''] = await seatThree(book)
    const before = await shown(book, [personId], ['remark'])
    const context = makeContext(book, { operation: 'people.correct' })
    const seqs: number[] = []
    for (let turn = 0; turn < 100; turn += 1) {
      const { seq } = await correct(book, [{ personId, fields: { remark: `第 ${turn} 次` } }])
      if (seq !== null) seqs.push(seq)
    }
    expect(seqs).toHaveLength(100)
    for (const seq of seqs.toReversed()) await undoEntry({ seq }, context)
    expect(await shown(book, [personId], ['remark'])).toEqual(before)
  }))
