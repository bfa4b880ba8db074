import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeImages, encodeImages, imageOfText, rowIdOf, rowKeyOf } from '../../migrations/image-codec.ts'
import { canonicalRow, imageHash } from '../../electron/store/canonical.ts'
import { FACT_TABLES } from '../../electron/store/book-database.ts'
import { everyChange, readChangesOf } from '../../electron/store/journal-rows.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

/* What the journal keeps of a change comes back as the very text that was hashed, whatever the row says. */

const uuid = fc.uuid().map((id) => id.toLowerCase())
const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 90 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
  uuid,
  fc.constantFrom('男', 'substantive', '2026-02-30', '2026-13', '0000-01-01', '9999-12-31', '2026-11', '', RECORDED_AT),
  fc.date({ noInvalidDate: true }).map((day) => day.toISOString()),
  fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  fc.stringMatching(/^[0-9a-f]{64}$/u),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
)
const columns = [
  'name',
  'valid_from',
  'valid_to',
  'recorded_at',
  'kind',
  'person_id',
  'unit_id',
  'category',
  'amount',
  'a_later_column',
]
const image = fc.dictionary(fc.constantFrom(...columns), value)
const id = fc.oneof(uuid, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }))
const known = (row: Record<string, string | number | null> | null) =>
  row === null ? null : { text: canonicalRow(row), image: row }

it('images of any row come back as their text', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FACT_TABLES, 'a_later_table'),
      id,
      fc.option(image),
      fc.option(image),
      fc.boolean(),
      (table, rowId, before, after, foreign) => {
        const own = (row: Record<string, string | number | null> | null) =>
          row === null ? null : { ...row, id: foreign ? 'another row' : rowId }
        const [old, now] = [known(own(before)), known(own(after))]
        const of = { table, rowId, at: RECORDED_AT }
        expect(decodeImages(of, encodeImages(of, old, now))).toEqual({
          before: old?.text ?? null,
          after: now?.text ?? null,
        })
      },
    ),
    { numRuns: 2_000 },
  )
})

it('a text that is not canonical comes back as it was written', () => {
  const of = { table: 'person', rowId: 'p1', at: RECORDED_AT }
  for (const text of [
    '{"name":"甲","id":"p1"}',
    '{"id":"p1","sex":null}',
    '[1]',
    'no JSON',
    '{"id":"p1","x":true}',
    '',
  ])
    expect(decodeImages(of, encodeImages(of, imageOfText(text), imageOfText(text)))).toEqual({
      before: text,
      after: text,
    })
})

it('bytes that are no images are refused, never read as something', () => {
  const of = { table: 'person', rowId: 'p1', at: RECORDED_AT }
  const bytes = encodeImages(of, null, known({ id: 'p1', name: '甲', sex: '男', birth: '1980-01' }))
  for (let length = 0; length < bytes.length; length += 1)
    expect(() => decodeImages(of, bytes.subarray(0, length))).toThrow()
  expect(() => decodeImages(of, Buffer.concat([bytes, Buffer.from([0])]))).toThrow()
})

it('ids come back, and different ones stay different', () => {
  fc.assert(
    fc.property(id, (one) => {
      expect(rowIdOf(rowKeyOf(one))).toBe(one)
    }),
  )
})

it('the view and the walk tell the same of every change, with digests that fit the images', () =>
  withBook(async (book) => {
    await foundTownship(book)
    await addPeople(book, 'a', 3)
    const shown = await book.db.selectFrom('journal_change').selectAll().orderBy('seq').orderBy('ordinal').execute()
    expect(shown.length).toBeGreaterThan(10)
    expect(shown.map(({ row_key: _key, kind: _kind, ...change }) => change)).toEqual([...everyChange(book.raw)])
    // An entry that is taken back is read without texts: the same images, in the same order.
    const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as unknown))
    for (const [seq, changes] of Map.groupBy(shown, (change) => change.seq)) {
      expect(await readChangesOf(book.db, seq)).toEqual(
        changes.map(({ table_name: table, row_id: rowId, before_json: before, after_json: after }) => ({
          table,
          rowId,
          before: parsed(before),
          after: parsed(after),
        })),
      )
    }
    for (const change of shown) {
      expect(change.before_hash).toBe(imageHash(change.salt, change.before_json))
      expect(change.after_hash).toBe(imageHash(change.salt, change.after_json))
    }
  }))
