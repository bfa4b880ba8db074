import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../electron/domain/ledger/rows/fact-columns.ts'
import { FACT_TABLES } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { replayFacts } from '../../electron/store/replay-journal.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'

const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'person.correct', summary: '更正' }

it('the column lists are those of the schema', () =>
  withBook(async ({ raw }) => {
    for (const table of FACT_TABLES)
      expect(columnsOf(table).toSorted()).toEqual(
        (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).toSorted(),
      )
  }))

it('a replay of everything is what the tables hold, row for row and in their order', () =>
  withBook(async (book) => {
    const { db } = book
    await foundTownship(book)
    await addPeople(book, 'a', 30)
    await addPeople(book, 'b', 30)
    await commitCommand(db, draft, async (_, journal) => {
      await journal.update('person', 'p-a-7', { ethnicity: null, name: '改过' })
      await journal.remove('holding', 'h-a-3')
      await journal.removeMany('holding', ['h-b-9', 'h-b-2'])
    })
    const facts = await loadFacts(db)
    expect(facts.person).toHaveLength(60)
    expect(facts.holding).toHaveLength(57)
    expect(await replayFacts(db, { seq: 4 })).toEqual(facts)
  }))

describe('up to a point', () => {
  const later = { ...draft, recordedAt: '2026-12-05T02:00:00.000Z' }

  it('an entry: what was believed before it, its later images unseen', () =>
    withBook(async (book) => {
      await foundTownship(book)
      await addPeople(book, 'a', 2)
      const before = await loadFacts(book.db)
      await commitCommand(book.db, later, (_, journal) => journal.update('person', 'p-a-0', { name: '改过' }))
      expect(await replayFacts(book.db, { seq: 2 })).toEqual(before)
      expect((await replayFacts(book.db, { seq: 3 })).person.map(({ name }) => name)).toEqual(['改过', '虚构a1'])
      expect((await replayFacts(book.db, { seq: 0 })).book).toEqual([])
    }))

  it('an instant: entries at it count, later ones do not', () =>
    withBook(async (book) => {
      await foundTownship(book)
      await addPeople(book, 'a', 1)
      await commitCommand(book.db, later, (_, journal) => journal.update('person', 'p-a-0', { name: '改过' }))
      const nameAt = async (instant: string) => (await replayFacts(book.db, { instant })).person[0]?.name
      expect(await nameAt('2026-12-05T02:00:00.000Z')).toBe('改过')
      expect(await nameAt('2026-12-05T01:59:59.999Z')).toBe('虚构a0')
      expect(await nameAt('2026-11-01T00:00:00.000Z')).toBeUndefined()
    }))
})

it('images of a time that did not know a column yet are rows with that column empty', () =>
  withBook(async (book) => {
    await foundTownship(book)
    await addPeople(book, 'a', 1)
    const { after_json: json } = await book.db
      .selectFrom('journal_change')
      .select('after_json')
      .where('table_name', '=', 'holding')
      .executeTakeFirstOrThrow()
    expect(json).not.toContain('due_on')
    expect((await replayFacts(book.db, { seq: 2 })).holding[0]).toMatchObject({
      due_on: null,
      exit_cause: null,
      occupied_rank: null,
    })
  }))

it('changes that fill more than one page of the reading are all folded', () =>
  withBook(async (book) => {
    await foundTownship(book)
    await addPeople(book, 'a', 5_000)
    const facts = await replayFacts(book.db, { seq: 2 })
    expect(facts.holding).toHaveLength(5_000)
    expect(facts).toEqual(await loadFacts(book.db))
  }))
