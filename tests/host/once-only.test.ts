import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Circumstances } from '../../electron/contract/messages.ts'
import { OPERATIONS, type CallInput } from '../../electron/contract/operations.ts'
import { saidByPage } from '../../electron/host/dispatch.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'

/* One act, one entry: a reply that was lost and asked for again, and two windows on one value. */

let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore
let path: string
let people: readonly string[]

beforeEach(async () => {
  folder = temporaryFolder()
  open = openCore(folder.path)
  ;({ path, people } = await smallTownship(open))
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

const MORE: CallInput<'event.add'> = {
  event: {
    type: 'quota.increase',
    on: '2026-11-01',
    document: { number: '试编〔2026〕9号' },
    unit: '党政办公室',
    category: 'administrative',
    by: 1,
  },
}
const quota = async () => {
  const { lines } = await open.call('figures.read', {})
  return lines.filter((line) => line.categoryCode === 'administrative').map((line) => line.quota)
}
const entries = async () => (await open.call('book.status', {})).entries
const head = async () => (await open.reply('book.status', {})).head ?? ''
const act = (requestId: string): Circumstances => ({ requestId })

describe('a request that comes twice', () => {
  it('counts once and is answered as the first time', async () => {
    const first = await open.reply('event.add', MORE, act('window-1.1'))
    const before = await entries()
    const again = await open.reply('event.add', MORE, act('window-1.1'))
    expect(first).toMatchObject({ ok: true })
    expect(again).toMatchObject({ ok: true, value: (first as { value: unknown }).value })
    expect(await entries()).toBe(before)
    expect(await quota()).toContain(6)
    expect(await quota()).not.toContain(7)
  })

  it('control: without a number it counts twice', async () => {
    await open.call('event.add', MORE)
    await open.call('event.add', MORE)
    expect(await quota()).toContain(7)
  })

  it('while the first is still being done waits for it', async () => {
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => open.reply('event.add', MORE, act('window-1.1'))),
    )
    expect(first).toMatchObject({ ok: true })
    expect([second, third]).toEqual([first, first])
    expect(await quota()).toContain(6)
  })

  it('after the program was closed and opened again is still answered from the book', async () => {
    const first = await open.reply('event.add', MORE, act('window-1.1'))
    await open.core.close()
    open = openCore(folder.path)
    await open.call('book.open', { path })
    expect(await open.reply('event.add', MORE, act('window-1.1'))).toMatchObject({
      ok: true,
      value: (first as { value: unknown }).value,
    })
    expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
  })

  it('with another content is refused, whatever it asks', async () => {
    await open.call('event.add', MORE, act('window-1.1'))
    const other = { event: { ...MORE.event, by: 2 } }
    expect(await open.reply('event.add', other, act('window-1.1'))).toMatchObject({ error: { code: 'request_reused' } })
    expect(await open.reply('journal.undo', {}, act('window-1.1'))).toMatchObject({ error: { code: 'request_reused' } })
    expect(await open.reply('event.add', MORE, act('1'))).toMatchObject({ error: { code: 'request_id_bad' } })
  })

  it('that was refused the first time is done when it can be', async () => {
    const wrong = { event: { ...MORE.event, unit: '没有的办' } }
    expect(await open.reply('event.add', wrong, act('window-1.1'))).toMatchObject({ ok: false })
    expect(await open.reply('event.add', MORE, act('window-1.1'))).toMatchObject({ ok: true })
  })
})

describe('a page that does not say which act it is, or what it was made from', () => {
  const refused = async (name: string, input: unknown, said: object) => {
    const reply = await open.core.call(name, input, saidByPage(said))
    return reply.ok ? 'done' : reply.error.code
  }

  it('is refused, whatever command it is, and nothing is done', async () => {
    const commands = Object.entries(OPERATIONS).filter(([, { kind }]) => kind === 'command')
    expect(commands.length).toBeGreaterThan(50)
    const before = await entries()
    const mark = await head()
    for (const [name] of commands)
      for (const said of [{}, { requestId: 'window-1.1' }, { head: mark }, { requestId: null, head: null }])
        expect([name, await refused(name, MORE, said)]).toEqual([name, 'request_unsaid'])
    expect(await entries()).toBe(before)
    // Control: with both it is done; a question needs neither.
    expect(await refused('event.add', MORE, { requestId: 'window-1.1', head: mark })).toBe('done')
    expect(await refused('figures.read', {}, {})).toBe('done')
  })

  it('without a book there is nothing it could be made from', async () => {
    await open.call('book.close', {})
    expect(await refused('event.add', MORE, { requestId: 'window-1.1' })).toBe('no_book')
  })

  it('says nothing at all, or no words: it is the same', async () => {
    for (const said of [undefined, null, 'window-1.1', 7])
      expect(await open.core.call('event.add', MORE, saidByPage(said))).toMatchObject({
        error: { code: 'request_unsaid' },
      })
  })
})

describe('two windows', () => {
  const correct = (changes: object, with_: Circumstances) =>
    open.reply('person.correct', { personId: people[0] ?? '', reason: '核对档案', changes }, with_)

  it('on one value: the second is told what changed meanwhile, and nothing is written over', async () => {
    const from = await head()
    expect(await correct({ education: '大学' }, { requestId: 'window-1.1', head: from })).toMatchObject({ ok: true })
    const second = await correct({ education: '研究生' }, { requestId: 'window-2.1', head: from })
    expect(second).toMatchObject({ ok: false, error: { code: 'changed_meanwhile' } })
    expect(JSON.stringify(second)).toMatch(/第 \d+ 条（11-22 10:00，经办人）/)
    // Having seen it, the same again from what the book holds now.
    const now = second.head ?? (await head())
    expect(await correct({ education: '研究生' }, { requestId: 'window-2.2', head: now })).toMatchObject({ ok: true })
  })

  it('on two values of one person do not disturb one another, nor does a window itself', async () => {
    const from = await head()
    expect(await correct({ education: '大学' }, { requestId: 'window-1.1', head: from })).toMatchObject({ ok: true })
    expect(await correct({ nativePlace: '江西南城' }, { requestId: 'window-2.1', head: from })).toMatchObject({
      ok: true,
    })
    expect(await correct({ education: '研究生' }, { requestId: 'window-1.2', head: from })).toMatchObject({ ok: true })
  })

  it('on one quota: the second is told', async () => {
    const from = await head()
    expect(await open.reply('event.add', MORE, { requestId: 'window-1.1', head: from })).toMatchObject({ ok: true })
    expect(await open.reply('event.add', MORE, { requestId: 'window-2.1', head: from })).toMatchObject({
      error: { code: 'changed_meanwhile' },
    })
    expect(await quota()).toContain(6)
  })

  it('one of which has opened another book: what was filled in for the first goes nowhere', async () => {
    const from = await head()
    await open.call('book.create', { name: '别的乡' })
    expect(await open.reply('event.add', MORE, { requestId: 'window-1.1', head: from })).toMatchObject({
      error: { code: 'other_book' },
    })
  })
})
