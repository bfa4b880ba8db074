import { statSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemUsage } from '../../electron/host/child-meter.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { pageClient } from '../kit/page-client.ts'
import { SEED, tell } from './kill-harness.ts'
import { timesOf, trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R26: a long day. Thousands of acts and questions through the loopback door: none fails, and neither memory nor log grows without end. */

const START = join(import.meta.dirname, '../../electron/host/start.ts')
const MB = 1024 * 1024
const MOST_GROWTH = 50 * MB
const MOST_LOG = 16 * MB

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.dispose())

/** The least memory of the last looks: what is held, not what waits to be collected. */
class Memory {
  readonly #looks: number[] = []
  look(bytes: number): void {
    this.#looks.push(bytes)
  }
  held(part: 'first' | 'last'): number {
    const tenth = Math.max(1, Math.floor(this.#looks.length / 10))
    // The program first fills its caches; it is compared with itself from the second tenth on.
    return Math.min(...(part === 'first' ? this.#looks.slice(tenth, 2 * tenth) : this.#looks.slice(-tenth)))
  }
}

/** A program that has just begun fills its caches; what it takes for that is no growth without end. */
const WARM = 600
/** How `npm start` runs it. */
const AS_STARTED = ['--max-semi-space-size=4', '--heap-growing-percent=20']

it.runIf(process.platform === 'linux')('thousands of commands: no error, no growth without end', async () => {
  const total = timesOf('R26')
  const prepared = openCore(folder.path)
  const { path, people } = await smallTownship(prepared)
  await prepared.core.close()
  const child = spawn(
    process.execPath,
    [...AS_STARTED, START, '--browser', '--no-open', '--data', folder.path, '--book', path],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { post } = pageClient(line.slice('定编 '.length))
  const roll = dice(SEED)
  const memory = new Memory()
  const wrong: string[] = []
  let log = 0
  let increased = false
  let done = 0
  for (const turn of trials('R26', WARM + total)) {
    const number = turn - WARM
    const way = roll.below(10)
    const [operation, input] =
      way < 4
        ? [
            'person.correct',
            { personId: roll.pick(people), reason: '核对', changes: { school: `第${number + WARM}中学` } },
          ]
        : way < 6
          ? [
              'event.add',
              {
                event: {
                  type: increased ? 'quota.decrease' : 'quota.increase',
                  on: '2026-11-01',
                  document: { number: `试编〔2026〕${number + WARM}号` },
                  unit: '党政办公室',
                  category: 'administrative',
                  by: 1,
                },
              },
            ]
          : way < 8
            ? ['roster.read', {}]
            : [roll.pick(['figures.read', 'findings.read', 'book.status', 'journal.read']) ?? '', {}]
    const reply = await post(operation, input)
    // One more, one less in turn: never below none, however many are asked.
    if (operation === 'event.add') increased = !increased
    if (!reply.ok && wrong.length < 5) wrong.push(`${operation}: ${reply.error.message}`)
    if (number >= 0 && number % Math.max(1, Math.floor(total / 200)) === 0) {
      memory.look(systemUsage(child.pid)?.residentBytes ?? 0)
      log = Math.max(log, statSync(`${path}-wal`).size)
    }
    if (number >= 0) done += 1
  }
  child.kill('SIGTERM')
  await once(child, 'exit')
  const grown = memory.held('last') - memory.held('first')
  tell('soak', {
    commands: done,
    firstMB: Math.round(memory.held('first') / MB),
    lastMB: Math.round(memory.held('last') / MB),
    logMB: Math.round(log / MB),
  })
  expect(wrong).toEqual([])
  expect(grown).toBeLessThan(MOST_GROWTH)
  expect(log).toBeLessThan(MOST_LOG)
  // Control: a program that keeps a kilobyte of every command is seen to grow.
  const leaking = new Memory()
  for (let look = 0; look < 200; look += 1) leaking.look(memory.held('first') + ((look * 100_000) / 200) * 1024)
  expect(leaking.held('last') - leaking.held('first')).toBeGreaterThan(MOST_GROWTH)
  sayRow({
    row: 'R26',
    done,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `grown=${Math.round(grown / MB)}MB`,
  })
})
