import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CallInput } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'
import { SEED } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R23: four windows on one person and one quota, in any order. Whoever saves what another has changed since is told; a resent act counts once. */

let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore
let person: string
let number = 0

beforeEach(async () => {
  folder = temporaryFolder()
  open = openCore(folder.path)
  const { people } = await smallTownship(open)
  person = people[0] ?? ''
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

type Field = 'school' | 'nativePlace'
const FIELDS: readonly Field[] = ['school', 'nativePlace']

interface Window {
  readonly name: string
  /** What was on its screen when it last looked. */
  head: string
  shown: Record<string, string>
}

/** What the field holds, by the last accepted act of this test. */
interface Truth {
  readonly value: Record<string, string>
  readonly by: Record<string, string>
}

/** One schedule: each window looks and saves three times, in an order the dice choose. @returns how often a value nobody there had seen was written over */
async function playSchedule(roll: ReturnType<typeof dice>, careful: boolean, truth: Truth): Promise<number> {
  const windows: Window[] = ['a', 'b', 'c', 'd'].map((name) => ({ name: `window-${name}`, head: '', shown: {} }))
  const look = async (window: Window) => {
    window.head = (await open.reply('person.read', { personId: person })).head ?? ''
    window.shown = { ...truth.value }
  }
  for (const window of windows) await look(window)
  let silent = 0
  for (let step = 0; step < 6; step += 1) {
    const window = roll.pick(windows) ?? windows[0]!
    if (roll.chance(0.4)) await look(window)
    const field = roll.pick(FIELDS) ?? 'school'
    const value = `${field === 'school' ? '大学' : '南城'}${(number += 1)}`
    const reply = await open.reply(
      'person.correct',
      { personId: person, reason: '核对', changes: { [field]: value } },
      { requestId: `${window.name}.${number}`, ...(careful ? { head: window.head } : {}) },
    )
    if (!reply.ok) {
      if (reply.error.code !== 'changed_meanwhile') throw new Error(reply.error.message)
      await look(window)
      continue
    }
    if (
      truth.value[field] !== undefined &&
      window.shown[field] !== truth.value[field] &&
      truth.by[field] !== window.name
    )
      silent += 1
    truth.value[field] = value
    truth.by[field] = window.name
    window.shown[field] = value
  }
  return silent
}

it('no value another window has set is written over unseen', async () => {
  let played = 0
  const roll = dice(SEED)
  const truth: Truth = { value: {}, by: {} }
  for (const _ of trials('R23')) {
    expect(await playSchedule(roll, true, truth)).toBe(0)
    played += 1
  }
  // Control: the same schedules without saying what was on the screen.
  let written = 0
  for (let schedule = 0; schedule < 20; schedule += 1)
    written += await playSchedule(dice(SEED + schedule), false, truth)
  expect(written).toBeGreaterThan(0)
  expect(await open.call('book.verify', {})).toMatchObject({ ok: true })
  sayRow({ row: 'R23', done: played, seed: SEED, control: 'failed-as-it-must' })
})

it('an act sent again, at once or later, never counts twice', async () => {
  let resent = 0
  const roll = dice(SEED + 1)
  const amount = async () => {
    const { lines } = await open.call('figures.read', {})
    return lines.find((line) => line.unit === '党政办公室' && line.categoryCode === 'administrative')?.quota ?? -1
  }
  const before = await amount()
  const change = (up: boolean): CallInput<'event.add'> => ({
    event: {
      type: up ? 'quota.increase' : 'quota.decrease',
      on: '2026-11-01',
      document: { number: '试编〔2026〕9号' },
      unit: '党政办公室',
      category: 'administrative',
      by: 1,
    },
  })
  for (const round of trials('R23')) {
    const times = Array.from({ length: 2 + roll.below(3) })
    const send = () => open.reply('event.add', change(round % 2 === 0), { requestId: `window-a.${round + 1}` })
    const replies = roll.chance(0.5) ? await Promise.all(times.map(send)) : []
    if (replies.length === 0) for (const _ of times) replies.push(await send())
    for (const reply of replies) expect(reply).toEqual({ ...replies[0], head: reply.head })
    resent += 1
  }
  expect(await amount()).toBe(before + (resent % 2))
  // Control: the same act under two numbers counts twice, and is seen to.
  for (const requestId of ['window-b.1', 'window-b.2']) await open.reply('event.add', change(true), { requestId })
  expect(await amount()).toBe(before + (resent % 2) + 2)
  sayRow({ row: 'R23', done: resent, seed: SEED + 1, control: 'failed-as-it-must', note: 'resent' })
})
