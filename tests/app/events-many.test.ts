import { expect, it } from 'vitest'
import { addEvents, previewEvents } from '../../electron/app/ledger/add-events.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { readTimeline } from '../../electron/app/people/read-timeline.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount } from '../kit/township.ts'

const add = (book: OpenBook, events: readonly EventInput[]) =>
  addEvents({ events: [...events] }, makeContext(book, { operation: 'event.addMany' }))
const preview = (book: OpenBook, events: readonly EventInput[]) =>
  previewEvents({ events: [...events] }, makeContext(book))
const DOCUMENT = { number: '山编发〔2026〕40号' }
const ON = '2026-11-20'
const exit = (person: string, more: object = {}): EventInput => ({
  type: 'exit',
  on: ON,
  document: DOCUMENT,
  person,
  cause: '调往其他事业单位',
  proofs: ['调动证明'],
  ...more,
})
const listed = async (book: OpenBook) =>
  (await readRoster({ list: 'in-quota' }, makeContext(book))).people.map(({ name }) => name)

it('the same event for several people is one entry, one step to undo, and each keeps an event of their own', () =>
  withOffice(5, async (book, [one = '', two = '', three = '']) => {
    const before = await entryCount(book)
    const events = [one, two, three].map((person) => exit(person))
    const { told } = await preview(book, events)
    expect(told.map(({ problem }) => problem)).toEqual([null, null, null])
    expect(told[0]?.text).toContain('甘一')
    // Each is laid over those before it.
    expect(told.map(({ sentences }) => /实有 (\d)，本次后 (\d)/.exec(sentences.join(''))?.slice(1))).toEqual([
      ['5', '4'],
      ['4', '3'],
      ['3', '2'],
    ])
    expect(await entryCount(book)).toBe(before)
    const { seq } = await add(book, events)
    expect(await entryCount(book)).toBe(before + 1)
    const entry = await newestEntry(book)
    expect(entry).toMatchObject({
      seq,
      operation: 'event.addMany',
      effective_on: ON,
      document_number: DOCUMENT.number,
      summary: '为 3 人登记出编',
    })
    expect(entry.changes.filter(({ table }) => table === 'ledger_event')).toHaveLength(3)
    expect(await listed(book)).toEqual(['甘四', '甘五'])
    expect(JSON.stringify(await readTimeline({ personId: two }, makeContext(book)))).toContain('出编')
    expect(await verifyBook(book)).toMatchObject({ ok: true })
    await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
    expect(await listed(book)).toHaveLength(5)
  }))

it('writes nothing while one cannot be, and says of each what stands against it', () =>
  withOffice(5, async (book, [one = '', two = '', three = '']) => {
    const before = await entryCount(book)
    const { seq, told } = await add(book, [
      exit(one),
      exit(two, { proofs: [] }),
      exit('没有此人'),
      exit(three),
      exit(three),
    ])
    expect(seq).toBeNull()
    expect(told.map(({ problem }) => problem === null)).toEqual([true, false, false, true, false])
    expect(told[1]?.problem).toContain('调动证明')
    expect(told[2]?.problem).toContain('没有此人')
    expect([await entryCount(book), (await listed(book)).length]).toEqual([before, 5])
  }))

it('the tenth moved into a unit meets the seat the ninth has taken', () =>
  withOffice(
    4,
    async (book, ids) => {
      const others = ids.slice(4)
      const move = (person: string, more: object = {}): EventInput => ({
        type: 'move',
        on: ON,
        document: DOCUMENT,
        person,
        unit: OFFICE,
        post: '科员',
        ...more,
      })
      const { told } = await preview(
        book,
        others.map((person) => move(person)),
      )
      expect(told.map(({ problem }) => problem === null)).toEqual([true, false])
      expect(told[1]?.problem).toContain('可用编制不足')
      const given = { reason: '经会议研究', overUntil: '2027-12-31' }
      const done = await add(
        book,
        others.map((person) => move(person, given)),
      )
      expect(done.told.map(({ problem }) => problem)).toEqual([null, null])
      expect((await newestEntry(book)).reason).toBe('经会议研究')
    },
    [
      { name: '乙一', unit: '经济发展办公室', birth: '1986-06-16' },
      { name: '乙二', unit: '经济发展办公室', birth: '1987-07-17' },
    ],
  ))

it('what is written while many are being worked out is seen under the lock: nothing is registered twice', () =>
  withOffice(3, async (book, [one = '', two = '']) => {
    const before = await entryCount(book)
    const slow = makeContext(book, { operation: 'event.addMany' })
    // Somebody else's event is in before ours begins to write.
    const meanwhile: typeof slow.commit = async (draft, work) => {
      await addEvent({ event: exit(one) }, makeContext(book, { operation: 'event.add' }))
      return slow.commit(draft, work)
    }
    const { seq, told } = await addEvents({ events: [exit(one), exit(two)] }, { ...slow, commit: meanwhile })
    expect(seq).toBeNull()
    expect(told.map(({ problem }) => problem === null)).toEqual([false, true])
    expect(await entryCount(book)).toBe(before + 1)
    expect(await listed(book)).toEqual(['甘二', '甘三'])
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }))
