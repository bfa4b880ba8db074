import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OperationName } from '../../electron/contract/operations.ts'
import { answerKept } from '../../electron/app/book/kept-answers.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'

/* What is answered a second time is the first answer, and never one that is no longer so. */

const folder = temporaryFolder()
let today = '2026-11-22'
let door: OpenCore
let path = ''
let people: readonly string[] = []

beforeAll(async () => {
  door = openCore(folder.path, { clock: { now: () => `${today}T02:00:00.000Z`, today: () => today } })
  ;({ path, people } = await smallTownship(door))
})
afterAll(async () => {
  await door.core.close()
  folder.dispose()
})

const QUESTIONS: readonly (readonly [OperationName, object])[] = [
  ['figures.read', {}],
  ['figures.count', {}],
  ['roster.read', {}],
  ['roster.read', { list: 'in-quota' }],
  ['check.run', {}],
  ['findings.read', {}],
  ['forecast.read', {}],
  ['due.read', {}],
  ['duties.read', {}],
  ['seats.read', {}],
  ['units.read', {}],
  ['posts.read', {}],
  ['offQuota.read', {}],
  ['find.index', {}],
  ['changes.read', { from: '2020-01-01', to: '2026-12-31' }],
]

const ask = async (): Promise<readonly unknown[]> => {
  const answers: unknown[] = []
  for (const [name, input] of QUESTIONS) answers.push(await door.call(name, input))
  return answers
}

const OFFICE = '党政办公室'
const ACTS: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'a finding explained',
    async () => {
      const [one] = (await door.call('findings.read', {})).findings
      await door.call('finding.explain', { keys: [one?.key ?? ''], reason: '批件在县档案馆' })
    },
  ],
  [
    'a person corrected',
    () =>
      door.call('person.correct', { personId: people[0] ?? '', changes: { education: '大学' }, reason: '更正学历' }),
  ],
  [
    'an event',
    () =>
      door.call('event.add', {
        event: {
          type: 'quota.increase',
          on: '2026-11-01',
          unit: OFFICE,
          category: 'administrative',
          by: 1,
          document: { number: '试编〔2026〕9号' },
        },
      }),
  ],
  ['an entry taken back', () => door.call('journal.undo', {})],
  [
    'another day',
    () => {
      today = '2027-03-01'
      return Promise.resolve()
    },
  ],
]

it('answers again with the very same as long as nothing is written', async () => {
  const [first, again] = [await ask(), await ask()]
  expect(again.map((answer, place) => answer === first[place])).toEqual(first.map(() => true))
})

it('answers anew after every act, as a book does that was opened just now', async () => {
  const changed: string[] = []
  for (const [act, work] of ACTS) {
    const before = await ask()
    await work()
    const after = await ask()
    if (JSON.stringify(after) !== JSON.stringify(before)) changed.push(act)
    await door.call('book.close', {})
    await door.call('book.open', { path })
    expect([act, after]).toEqual([act, await ask()])
  }
  expect(changed).toContain('a finding explained')
  expect(changed).toContain('an event')
  expect(changed).toContain('an entry taken back')
  expect(changed).toContain('another day')
})

it('keeps nothing that was written over while it was being answered, and not other questions at all', async () => {
  await door.call('book.close', {})
  const book = await openBookFile(path)
  try {
    const question = { name: 'figures.read', input: {}, today } as const
    const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'note', summary: '记一笔' }
    let asked = 0
    const write = async () => {
      await commitCommand(book.db, draft, () => Promise.resolve())
      return (asked += 1)
    }
    expect([await answerKept(book, question, write), await answerKept(book, question, write)]).toEqual([1, 2])
    const count = () => Promise.resolve((asked += 1))
    expect([await answerKept(book, question, count), await answerKept(book, question, count)]).toEqual([3, 3])
    const other = { ...question, name: 'backup.list' } as const
    expect([await answerKept(book, other, count), await answerKept(book, other, count)]).toEqual([4, 5])
  } finally {
    await closeBookFile(book)
  }
})
