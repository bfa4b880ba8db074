import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { redoEntry } from '../../electron/app/ledger/redo-entry.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { createBackup } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { readHead } from '../../electron/store/journal.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { createBook } from '../../electron/app/book/create-book.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { makeContext, nextId } from '../kit/context.ts'
import { dice, type Dice } from '../kit/dice.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { beginHistory, nextAct, type HistoryState } from '../kit/random-history.ts'
import { stateHash } from '../kit/state-hash.ts'
import { PLAN_DATE, PLAN_NUMBER } from '../kit/township.ts'
import { tamper } from '../store/tamper.ts'
import { SEED, tell } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.dispose())

const ACTS = 12

/** Acts of a clerk, one after another; a refusal is an answer. */
async function play(book: OpenBook, begin: HistoryState, chance: Dice): Promise<HistoryState> {
  let state = begin
  for (let turn = 0; turn < ACTS; turn += 1) {
    const next = nextAct(await loadFacts(book.db), state, (await readHead(book.db)).seq, chance)
    state = next.state
    try {
      const { act } = next
      if (act.kind === 'event')
        await addEvent({ event: act.event, correction: act.correction }, makeContext(book, { operation: 'event.add' }))
      else if (act.kind === 'undo')
        await undoEntry(act.seq === null ? {} : { seq: act.seq }, makeContext(book, { operation: 'journal.undo' }))
      else await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return state
}

async function reading<R>(path: string, work: (book: OpenBook) => Promise<R>): Promise<R> {
  const book = await openBookFile(path)
  try {
    return await work(book)
  } finally {
    await closeBookFile(book)
  }
}

/* R12: a history nobody has seen, a copy, work that goes on, the book lost with all beside it; the copy put back is the state of then to the last row. */
it('a book put back from its copy is what it was', async () => {
  let done = 0
  let entries = 0
  let last = { path: '', copy: '', state: '', places: [] as readonly string[] }
  for (const drill of trials('R12')) {
    const place = join(folder.path, `${drill}`)
    const stick = join(folder.path, `${drill}-stick`)
    // Only the last is kept, for the control.
    for (const before of last.places) rmSync(before, { recursive: true, force: true })
    mkdirSync(place)
    mkdirSync(stick)
    const path = join(place, '试验乡.dingbian')
    const chance = dice(SEED + drill)
    const book = await createBookFile(path)
    const plan = { name: '试验乡', pack: 'seed-000', documentNumber: PLAN_NUMBER, documentDate: PLAN_DATE }
    await createBook(book, { ...plan, recordedAt: RECORDED_AT, actor: '经办人', newId: nextId })
    const state = await play(book, beginHistory(), chance)
    const [then, head] = [stateHash(await loadFacts(book.db)), await readHead(book.db)]
    const copy = await createBackup(book, { reason: 'U盘', folder: stick, at: RECORDED_AT })
    await play(book, state, chance)
    await closeBookFile(book)
    rmSync(place, { recursive: true })
    mkdirSync(place)
    await restoreBook({ bookPath: path, backupPath: copy.path, at: RECORDED_AT })
    await reading(path, async (back) => {
      expect(stateHash(await loadFacts(back.db))).toBe(then)
      expect(await verifyBook(back)).toMatchObject({ ok: true, entries: head.seq + 1 })
    })
    entries += head.seq
    done += 1
    last = { path, copy: copy.path, state: then, places: [place, stick] }
  }
  // Control: one figure of one row changed in the copy is another state, and such a copy is not put back.
  expect(tamper(last.copy, `UPDATE quota SET amount = amount + 1 WHERE id = (SELECT min(id) FROM quota)`)).toBe(1)
  expect(await reading(last.copy, async (wrong) => stateHash(await loadFacts(wrong.db)))).not.toBe(last.state)
  await expect(restoreBook({ bookPath: last.path, backupPath: last.copy, at: RECORDED_AT })).rejects.toMatchObject({
    code: 'backup_not_valid',
  })
  sayRow({ row: 'R12', done, seed: SEED, control: 'failed-as-it-must', note: `entries=${entries}` })
})

/* R11: copies made while others write. Each is a state the book has been in, none older than its beginning. */
it('a copy made under load is whole, and no older than when it was asked for', async () => {
  const open = openCore(folder.path)
  const { path, people } = await smallTownship(open)
  const chance = dice(SEED)
  const copies: { readonly file: string; readonly begun: number }[] = []
  const counts = { copies: 0, malformed: 0, tooOld: 0, notOurs: 0 }
  let number = 0
  const write = () =>
    open.call('person.correct', {
      personId: chance.pick(people) ?? '',
      reason: '核对',
      changes: { school: `第${(number += 1)}中学` },
    })
  for (const round of trials('R11')) {
    await write()
    const begun = (await open.call('book.status', {})).entries
    const writers = Array.from({ length: 4 }, write)
    const stick = join(folder.path, `stick${round}`)
    mkdirSync(stick)
    const [copy] = await Promise.all([open.call('backup.create', { directory: stick }), ...writers, write(), write()])
    copies.push({ file: join(stick, copy.file), begun })
  }
  // Control, while the book is open: its file copied byte by byte lacks what still lies in the log.
  await write()
  const { entries } = await open.call('book.status', {})
  const plain = join(folder.path, 'plain.dingbian')
  copyFileSync(path, plain)
  const behind = await reading(plain, async (book) => (await readHead(book.db)).seq).catch(() => 0)
  expect(behind).toBeLessThan(entries)
  await open.core.close()
  const journal = await reading(path, (book) => book.db.selectFrom('journal').select(['seq', 'hash']).execute())
  const hashes = new Map(journal.map((entry) => [entry.seq, entry.hash]))
  for (const { file, begun } of copies) {
    const back = join(folder.path, 'back.dingbian')
    await restoreBook({ bookPath: back, backupPath: file, at: RECORDED_AT })
    await reading(back, async (book) => {
      const { seq } = await readHead(book.db)
      const last = await book.db
        .selectFrom('journal')
        .select('hash')
        .where('seq', '=', seq - 1)
        .executeTakeFirst()
      counts.copies += 1
      if (!(await verifyBook(book)).ok) counts.malformed += 1
      if (seq - 1 < begun) counts.tooOld += 1
      if (hashes.get(seq - 1) !== last?.hash) counts.notOurs += 1
    })
    for (const suffix of ['', '-wal', '-shm']) rmSync(back + suffix, { force: true })
    rmSync(back.replace('.dingbian', '.备份'), { recursive: true, force: true })
  }
  tell('copies under load', counts)
  expect(counts).toMatchObject({ malformed: 0, tooOld: 0, notOurs: 0 })
  sayRow({ row: 'R11', done: counts.copies, seed: SEED, control: 'failed-as-it-must' })
})
