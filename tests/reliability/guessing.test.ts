import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findEntrance } from '../../electron/store/book-key.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { openCore } from '../kit/open-core.ts'
import { SEED } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R19: guessing, with the program and the machine restarted and the clock set about. At most five guesses in any fifteen minutes are looked at. */

const MINE = '竹筏与灯塔7'
const WINDOW = 15 * 60
let folder: ReturnType<typeof temporaryFolder>
let path: string

beforeEach(async () => {
  folder = temporaryFolder()
  const { core, call } = openCore(folder.path)
  ;({ path } = (await call('book.create', { name: '试验乡' })) as { path: string })
  await call('access.protect', { name: '王管理', password: MINE })
  await core.close()
  path = join(folder.path, '试验乡.dingbian')
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  folder.dispose()
})

/** The most that fell into one window. */
function mostIn(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + WINDOW).length))
}

it('lets at most five guesses in fifteen minutes be tried, whatever is restarted or set', async () => {
  let tried = 0
  const roll = dice(SEED)
  const admitted: number[] = []
  let now = 0
  let started = -5000
  for (const guess of trials('R19')) {
    tried += 1
    now += roll.below(5)
    if (roll.chance(0.001)) {
      now += 30
      started = now
    }
    if (roll.chance(0.1)) vi.setSystemTime(roll.below(4_000_000) * 1_000_000)
    const code = await findEntrance(path, { password: `猜第${guess}次的密码` }, now - started).then(
      () => 'open',
      (error: unknown) => (error instanceof StoreError ? error.code : 'unknown'),
    )
    expect(['wrong_password', 'too_many_tries']).toContain(code)
    if (code === 'wrong_password') admitted.push(now)
  }
  expect(mostIn(admitted)).toBeLessThanOrEqual(5)
  expect(admitted.length).toBeGreaterThan(4)
  // Control: were every guess let in, the same count would see it.
  expect(mostIn(Array.from({ length: 100 }, (_, at) => at))).toBeGreaterThan(5)
  // Whoever knows the password comes in once the time has passed, and is told how often it was tried.
  const entrance = await findEntrance(path, { password: MINE }, now - started + WINDOW + 1)
  expect(entrance.wrongBefore).toBe(admitted.length)
  sayRow({ row: 'R19', done: tried, seed: SEED, control: 'failed-as-it-must', note: `admitted=${admitted.length}` })
})
