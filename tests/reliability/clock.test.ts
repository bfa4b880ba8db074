import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'
import { tamper } from '../store/tamper.ts'
import { sayRow } from './say-row.ts'

/*
 * R25: the computer's clock is wrong and set right again, across restarts. Entries keep their order, nothing is lost, no term runs backwards; the
 * clerk is told, and the journal names the entry. A wrong clock makes no hole in what the copies prove.
 */

let folder: ReturnType<typeof temporaryFolder>
let path: string
let people: readonly string[]
const RIGHT = '2026-11-22T02:00:00.000Z'

beforeEach(async () => {
  folder = temporaryFolder()
  const open = openCore(folder.path)
  ;({ path, people } = await smallTownship(open))
  await open.core.close()
})
afterEach(() => folder.dispose())

const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** The program as it starts on a computer whose clock says `instant`. */
async function startAt(instant: string): Promise<OpenCore> {
  const open = openCore(folder.path, { clock: { now: () => instant, today: () => shanghai(instant) } })
  await open.call('book.open', { path })
  return open
}

/** The clock of a computer, and what the clerk is to be told of it. */
const CLOCKS: readonly (readonly [string, string, 'behind' | 'ahead' | null])[] = [
  ['a day back', '2026-11-21T02:00:00.000Z', 'behind'],
  ['ten years back', '2016-11-22T02:00:00.000Z', 'behind'],
  ['ten years ahead', '2036-11-22T02:00:00.000Z', 'ahead'],
  ['the 29th of February', '2028-02-29T02:00:00.000Z', 'ahead'],
  ['the last second of a year', '2026-12-31T15:59:59.999Z', null],
  ['a dead battery', '1970-01-01T00:00:01.000Z', 'behind'],
]

/** Everything the screens say of terms, months and ages at this clock. */
async function termsRead(open: OpenCore): Promise<string> {
  const { today } = await open.call('book.status', {})
  const read = await Promise.all([
    open.call('due.read', {}),
    open.call('duties.read', { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }),
    open.call('forecast.read', {}),
    open.call('roster.read', {}),
    // Before she came she is nobody yet.
    open.reply('person.read', { personId: people[0] ?? '' }),
  ])
  return JSON.stringify(read)
}

/** A length of time below nothing: “-3 年”, “−2个月”, or NaN. */
const BACKWARDS = /(?<![\d\u4e00-\u9fff])[-−]\d+\s*(?:年|个月|周岁|岁|天)|NaN/u

const tried = { clocks: 0 }

it.each(CLOCKS)('%s: told, in order, whole, and silent again once it is right', async (_, instant, kind) => {
  const wrong = await startAt(instant)
  const last = (await wrong.call('journal.read', { limit: 1 })).entries[0]
  expect((await wrong.call('book.status', {})).clock).toEqual(kind === null ? null : { kind, last: last?.recordedAt })
  expect(await termsRead(wrong)).not.toMatch(BACKWARDS)
  await wrong.call('person.correct', { personId: people[0] ?? '', reason: '核对', changes: { school: '一中' } })
  // What was written last is the measure: the second act of the same evening is not doubted again.
  expect((await wrong.call('book.status', {})).clock).toBeNull()
  await wrong.core.close()

  const right = await startAt(RIGHT)
  expect((await right.call('book.status', {})).clock?.kind ?? null).toBe(
    Date.parse(instant) > Date.parse(RIGHT) ? 'behind' : kind === 'behind' && instant < '2025' ? 'ahead' : null,
  )
  await right.call('person.correct', { personId: people[1] ?? '', reason: '核对', changes: { school: '二中' } })
  expect((await right.call('book.status', {})).clock).toBeNull()
  const { entries } = await right.call('journal.read', {})
  const numbers = entries.map((entry) => entry.seq)
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  // The entry whose clock stood before that of the one it follows is named, and no other.
  const named = entries.filter((entry) => entry.earlierThan !== null).map((entry) => entry.seq)
  const at = Date.parse(instant)
  expect(named).toEqual(at < Date.parse(RIGHT) ? [entries[1]?.seq] : [entries[0]?.seq])
  expect(await right.call('book.verify', {})).toMatchObject({ ok: true, problems: [] })
  // The newest copy is the newest entry's, whatever the clock said when it was made.
  await right.core.close()
  const again = await startAt(RIGHT)
  const { backups } = await again.call('backup.list', {})
  expect(Math.max(...backups.map((copy) => copy.entries))).toBe(entries.length)
  expect(backups.every((copy) => copy.state === 'verified')).toBe(true)
  await again.core.close()
  tried.clocks += 1
})

it('a copy put back while the clock was ten years ahead excuses no cut tail', async () => {
  const ahead = await startAt('2036-11-22T02:00:00.000Z')
  const copy = await ahead.call('backup.create', {})
  await ahead.call('backup.restore', { path: copy.path })
  await ahead.core.close()
  const right = await startAt(RIGHT)
  await right.call('person.correct', { personId: people[0] ?? '', reason: '核对', changes: { school: '三中' } })
  await right.call('backup.create', {})
  const { entries } = await right.call('book.status', {})
  expect(await right.call('book.verify', {})).toMatchObject({ ok: true })
  await right.core.close()
  const file = await openBookFile(path)
  const table = file.raw
    .prepare<[number], string>('SELECT DISTINCT table_name FROM journal_change WHERE seq = ?')
    .pluck()
    .get(entries)
  await closeBookFile(file)
  expect(table).toBeDefined()
  tamper(path, `DELETE FROM journal_row WHERE seq = ${entries}`, `DELETE FROM journal WHERE seq = ${entries}`)
  const cut = await startAt(RIGHT)
  const { ok, problems } = await cut.call('book.verify', {})
  expect(ok).toBe(false)
  expect(problems.map(({ text }) => text).join('')).toContain('末尾被截去')
  await cut.core.close()
})

it('control: a journal in the order of its times would be another one, and a term that runs backwards is seen', async () => {
  const wrong = await startAt('2016-11-22T02:00:00.000Z')
  await wrong.call('person.correct', { personId: people[0] ?? '', reason: '核对', changes: { school: '一中' } })
  const { entries } = await wrong.call('journal.read', {})
  const byTime = entries.toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt)).map((entry) => entry.seq)
  expect(byTime).not.toEqual(entries.map((entry) => entry.seq))
  await wrong.core.close()
  expect('任职 -3 年').toMatch(BACKWARDS)
  expect('满 NaN 年').toMatch(BACKWARDS)
  expect('2020-01-01 至 2026-11-22，任职 6 年').not.toMatch(BACKWARDS)
  expect(tried.clocks).toBe(CLOCKS.length)
  sayRow({ row: 'R25', done: tried.clocks, seed: null, control: 'failed-as-it-must' })
})
