import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Reply } from '../../electron/contract/messages.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { pageClient } from '../kit/page-client.ts'
import { SEED, seeded, tell } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R30: the program dies between the click and its answer. The window knows nothing; after the restart it asks again with the same number, and the
 * act has been done exactly once.
 */

const START = join(import.meta.dirname, '../../electron/host/start.ts')
let folder: ReturnType<typeof temporaryFolder>
let path: string

beforeEach(async () => {
  folder = temporaryFolder()
  const open = openCore(folder.path)
  path = (await smallTownship(open)).path
  await open.core.close()
})
afterEach(() => folder.dispose())

interface Running {
  readonly child: ChildProcess
  readonly post: (operation: string, input: unknown, requestId?: string) => Promise<Reply<unknown> | null>
}

async function startProgram(): Promise<Running> {
  const child = spawn(process.execPath, [START, '--browser', '--no-open', '--data', folder.path, '--book', path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  const page = pageClient(line.slice('定编 '.length))
  return {
    child,
    /** Null: no answer came. */
    post: (operation, input, requestId) => page.post(operation, input, requestId).catch(() => null),
  }
}

async function kill({ child }: Running): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

const MORE = (turn: number) => ({
  event: {
    type: turn % 2 === 0 ? 'quota.increase' : 'quota.decrease',
    on: '2026-11-01',
    document: { number: '试编〔2026〕9号' },
    unit: '党政办公室',
    category: 'administrative',
    by: 1,
  },
})

async function quotaOf({ post }: Running): Promise<number> {
  const reply = await post('figures.read', {})
  const { lines } = (reply?.ok === true ? reply.value : { lines: [] }) as {
    readonly lines: readonly { readonly unit: string; readonly categoryCode: string; readonly quota: number }[]
  }
  return lines.find((line) => line.unit === '党政办公室' && line.categoryCode === 'administrative')?.quota ?? NaN
}

it('asked again after the restart, the act has been done exactly once', async () => {
  const random = seeded(SEED)
  const counts = { cycles: 0, answered: 0, lost: 0, doubled: 0, missing: 0 }
  let program = await startProgram()
  let expected = await quotaOf(program)
  // How long an answer takes here.
  const begun = performance.now()
  await program.post('event.add', MORE(1), 'window-lost.9999')
  expected -= 1
  const usual = performance.now() - begun
  for (const turn of trials('R30')) {
    const number = `window-lost.${turn + 1}`
    const answer = program.post('event.add', MORE(turn), number)
    await new Promise((resume) => setTimeout(resume, random() * usual * 1.3))
    await kill(program)
    counts[(await answer) === null ? 'lost' : 'answered'] += 1
    program = await startProgram()
    const again = await program.post('event.add', MORE(turn), number)
    // Killed between the entry and the keeping of its answer, the book knows that it was done and says so.
    const known = again?.ok === true || again?.error.code === 'already_done'
    expect(known, `asked again, turn ${turn}: ${JSON.stringify(again)}`).toBe(true)
    expected += turn % 2 === 0 ? 1 : -1
    const now = await quotaOf(program)
    if (now !== expected) counts[now > expected === (turn % 2 === 0) ? 'doubled' : 'missing'] += 1
    expected = now
    counts.cycles += 1
  }
  // Control: asked again under another number it counts twice, and the same count sees it.
  await program.post('event.add', MORE(0), 'window-lost.8001')
  await program.post('event.add', MORE(0), 'window-lost.8002')
  expect(await quotaOf(program)).toBe(expected + 2)
  expect(await program.post('book.verify', {})).toMatchObject({ value: { ok: true } })
  await kill(program)
  tell('the program dies while saving', counts)
  expect(counts).toMatchObject({ doubled: 0, missing: 0 })
  expect(counts.lost).toBeGreaterThan(0)
  sayRow({
    row: 'R30',
    done: counts.cycles,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `no answer=${counts.lost}`,
  })
})
