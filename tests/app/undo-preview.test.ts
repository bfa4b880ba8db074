import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { previewUndo } from '../../electron/app/ledger/preview-undo.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import type { Refusal } from '../../electron/vocabulary/refusals.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { sampleBytes } from '../fixtures/workbooks.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* What 撤销 says before it is done: whom it takes out of the book, and when it has to be asked. */

const today = (book: OpenBook) => makeContext(book)
const tomorrow = (book: OpenBook) => makeContext(book, { today: '2026-11-23' })

async function importSample(book: OpenBook): Promise<number> {
  const context = makeContext(book, { operation: 'import.commit' })
  await commitImport({ fileId: context.stage('山溪乡花名册.xlsx', sampleBytes()) }, context)
  return (await newestEntry(book)).seq
}

async function onePerson(book: OpenBook): Promise<string> {
  return (await book.db.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow()).id
}

async function correct(book: OpenBook, personId: string): Promise<void> {
  await correctPerson(
    { personId, changes: { ethnicity: '畲族' }, reason: '原件如此' },
    makeContext(book, { operation: 'person.correct' }),
  )
}

it('an import is asked for, with how many people and the first of them by name', () =>
  withTownship(async (book) => {
    const seq = await importSample(book)
    const before = await entryCount(book)
    const told = await previewUndo({}, today(book))
    const people = await book.db.selectFrom('person').select('name').execute()
    expect(told).toMatchObject({ seq, entry: seq, title: '导入花名册', ask: true, imported: true, earlier: false })
    expect(told.people).toBe(people.length)
    const gone = told.lines.find((line) => line.includes('不再在编制本里：'))
    expect(gone).toMatch(
      new RegExp(
        `^${people.length} 人不再在编制本里：(\\p{Script=Han}+、){7}\\p{Script=Han}+ 等 ${people.length} 人$`,
        'u',
      ),
    )
    // It only tells.
    expect(await entryCount(book)).toBe(before)
  }))

it('one person of today is not asked for; the same tomorrow is, with the day', () =>
  withTownship(async (book) => {
    await importSample(book)
    await correct(book, await onePerson(book))
    expect(await previewUndo({}, today(book))).toMatchObject({ people: 1, ask: false, earlier: false })
    const later = await previewUndo({}, tomorrow(book))
    expect(later).toMatchObject({ people: 1, ask: true, earlier: true, recordedOn: RECORDED_AT.slice(0, 10) })
    expect(later.lines.at(-1)).toBe('它是 2026-11-22 登记的，不是今天')
    expect(later.lines[0]).toMatch(/^1 人的登记改回去：\p{Script=Han}+$/u)
  }))

it('an event of today that touches no person is not asked for', () =>
  withTownship(async (book) => {
    await importSample(book)
    await addEvent(
      {
        event: {
          type: 'unit.rename',
          on: '2026-11-22',
          unit: '党政综合办公室',
          name: '党政办',
          document: { number: '试编办〔2026〕9号' },
        },
      },
      makeContext(book, { operation: 'event.add' }),
    )
    expect(await previewUndo({}, today(book))).toMatchObject({ people: 0, ask: false })
  }))

it('what is taken back is what was told, and a redo brings it back unasked', () =>
  withTownship(async (book) => {
    const seq = await importSample(book)
    const told = await previewUndo({}, today(book))
    const done = await undoEntry({ seq: told.seq }, makeContext(book, { operation: 'journal.undo' }))
    expect(done.reverses).toBe(seq)
    expect(await book.db.selectFrom('person').select('id').execute()).toEqual([])
    expect(await previewUndo({ seq: done.seq }, today(book))).toMatchObject({ ask: false, entry: seq })
    await undoEntry({ seq: done.seq }, makeContext(book, { operation: 'journal.undo' }))
    // Taking back what was done again is an undo once more.
    const again = await previewUndo({}, today(book))
    expect(again).toMatchObject({ entry: seq, ask: true })
    expect(again.people).toBe(told.people)
  }))

it('with nothing to take back it says so as the undo does', () =>
  withTownship(async (book) => {
    await importSample(book)
    await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
    const refused = await previewUndo({}, today(book)).catch((error: unknown) => error)
    const same = await undoEntry({}, makeContext(book, { operation: 'journal.undo' })).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: (same as { readonly code: string }).code })
  }))

it('what cannot be taken back is refused before it is asked for, in the words of the undo', () =>
  withTownship(async (book) => {
    const seq = await importSample(book)
    await correct(book, await onePerson(book))
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => null,
        ({ code, details }: Refusal) => ({ code, details }),
      )
    const blocked = await refusal(previewUndo({ seq }, tomorrow(book)))
    expect(blocked).toEqual({
      code: 'undo_blocked',
      details: { seq, later: expect.stringMatching(new RegExp(`^第 ${seq + 1} 条“`)) },
    })
    expect(await refusal(undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' })))).toEqual(blocked)
    expect(await refusal(previewUndo({ seq: 1 }, today(book)))).toMatchObject({ code: 'undo_frozen' })
    // Control: with the later entry taken back the import is asked for.
    await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
    expect(await previewUndo({ seq }, tomorrow(book))).toMatchObject({ seq, ask: true })
  }))
