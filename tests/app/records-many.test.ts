import { expect, it } from 'vitest'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { addRecords } from '../../electron/app/records/add-records.ts'
import { readRecords } from '../../electron/app/records/read-records.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

function seatTwo(book: OpenBook): Promise<readonly string[]> {
  return seatPeople(
    book,
    ['试甲', '试乙'].map((name, index) => ({
      name,
      unit: '财政所',
      category: 'institution',
      birth: `198${index}-06-16`,
      idNumber: inventedId(`198${index}-06-16`),
    })),
  )
}

const context = (book: OpenBook) => makeContext(book, { operation: 'record.addMany' })
const reviews = async (book: OpenBook) =>
  (await readRecords({ kind: 'annualReview' }, makeContext(book))).records.map(({ content }) => content['result'])

it('年度考核 of everybody is one entry, read as the import reads it, and one step to undo', () =>
  withTownship(async (book) => {
    const ids = await seatTwo(book)
    const entries = await entryCount(book)
    const done = await addRecords(
      {
        kind: 'annualReview',
        from: '2026-01-20',
        documentNumber: '山组〔2026〕1号',
        rows: ids.map((personId, place) => ({
          personId,
          fields: { year: '2025', result: place === 0 ? '优秀' : '合格' },
        })),
      },
      context(book),
    )
    expect(done).toMatchObject({ added: 2, refused: [] })
    expect(await entryCount(book)).toBe(entries + 1)
    expect((await newestEntry(book)).summary).toBe('为 2 人登记年度考核')
    expect(await reviews(book)).toEqual(['excellent', 'competent'])
    await undoEntry({ seq: done.seq! }, makeContext(book, { operation: 'journal.undo' }))
    expect(await reviews(book)).toEqual([])
  }))

it('nothing is written while one cell cannot be read, a person stands twice or is not there; each is told', () =>
  withTownship(async (book) => {
    const [a, b] = await seatTwo(book)
    const entries = await entryCount(book)
    const told = await addRecords(
      {
        kind: 'annualReview',
        from: '2026-01-20',
        rows: [
          { personId: a!, fields: { year: '2025', result: '很好' } },
          { personId: b!, fields: { year: '2025', result: '合格' } },
          { personId: b!, fields: { year: '2025', result: '合格' } },
          { personId: 'nobody', fields: { year: '2025', result: '合格' } },
        ],
      },
      context(book),
    )
    expect(told.seq).toBeNull()
    expect(told.refused.map(({ personId, field }) => [personId, field])).toEqual([
      [a, 'result'],
      [b, 'year'],
      ['nobody', 'year'],
    ])
    expect(await entryCount(book)).toBe(entries)
  }))
