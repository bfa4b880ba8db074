import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'
import { TODAY } from '../kit/context.ts'
import { countedCalls } from '../kit/counted-calls.ts'

/* How often all rules run over the whole book, counted by the engine itself, through the one door with the cures it adds. */

const folder = temporaryFolder()
const session = new Session()
let core: Core

async function call<K extends OperationName>(name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
  return reply.value as Output<K>
}

/** Checks of the whole book begun while the work runs. */
const wholeChecks = (work: () => Promise<unknown>) => callsOf('rules/check-book.ts', 'checkInSteps', work)

/** Countings of all lines of the book while the work runs. */
const wholeFigures = (work: () => Promise<unknown>) => callsOf('quota/figures.ts', 'computeFigures', work)

const callsOf = (file: string, name: string, work: () => Promise<unknown>) => countedCalls(session, file, name, work)

const reopen = async () => {
  await call('book.close', {})
  await call('book.open', { path: join(folder.path, '试验乡.dingbian') })
}

beforeAll(async () => {
  session.connect()
  await session.post('Profiler.enable')
  core = createCore({
    dataFolder: folder.path,
    log: openLog(folder.path),
    appVersion: '0',
    excel: createExcelPort(),
    clock: { now: () => `${TODAY}T02:00:00.000Z`, today: () => TODAY },
  })
  await call('book.create', { path: join(folder.path, '试验乡.dingbian'), name: '试验乡', pack: 'none' })
  const { fileId } = await call('file.stageSample', {})
  await call('import.commit', { fileId })
})
afterAll(async () => {
  session.disconnect()
  await core.close()
  folder.dispose()
})

const SCREEN = [
  'figures.read',
  'roster.read',
  'check.run',
  'findings.read',
  'forecast.read',
  'duties.read',
  'seats.read',
]

async function firstScreen(): Promise<void> {
  for (const name of SCREEN) if (!(await core.call(name, {})).ok) throw new Error(name)
}

/** A late move of somebody to another unit, so that the book is looked at on two days. */
async function lateMove(number: string, on: string): Promise<CallInput<'event.add'>> {
  const { people } = await call('roster.read', { list: 'in-quota' })
  const person = people.find((one) => one.list === 'in-quota')
  const other = people.find((one) => one.unitId !== person?.unitId && one.categoryCode === person?.categoryCode)
  const unit = other?.unitId ?? null
  if (person === undefined || unit === null) throw new Error('nobody can move')
  const event = {
    type: 'move' as const,
    on,
    person: person.personId,
    unit,
    post: '科员',
    reason: '工作需要',
    document: { number },
    overUntil: '2027-12-31',
  }
  return { event }
}

describe('all rules over the whole book', () => {
  it('run once for a first screen, however many ask, and not again for the same one', async () => {
    await reopen()
    expect(await wholeChecks(firstScreen)).toBe(1)
    expect(await wholeChecks(firstScreen)).toBe(0)
  })

  it('run not at all for figures asked again, and for one person', async () => {
    const { people } = await call('roster.read', {})
    expect(
      await wholeChecks(async () => {
        await call('figures.read', {})
        await call('person.read', { personId: people[0]?.personId ?? '' })
      }),
    ).toBe(0)
  })

  it('run once for a preview of a late entry, not again for its saving, nor for the screen after it', async () => {
    await reopen()
    await firstScreen()
    const move = await lateMove('试编发〔2026〕71号', '2026-10-08')
    expect(await wholeChecks(() => call('event.preview', move))).toBe(1)
    expect(await wholeChecks(() => call('event.add', move))).toBe(0)
    expect(await wholeChecks(firstScreen)).toBe(0)
  })

  it('run once for a late entry saved at once, and not for one of today', async () => {
    await reopen()
    await firstScreen()
    const late = await lateMove('试编发〔2026〕72号', '2026-10-09')
    expect(await wholeChecks(() => call('event.add', late))).toBe(1)
    const now = await lateMove('试编发〔2026〕73号', TODAY)
    expect(await wholeChecks(() => call('event.add', now))).toBe(0)
    expect(await wholeChecks(() => call('journal.undo', {}))).toBe(0)
  })

  it('go with one counting of all lines for a day nobody has looked at, and none for the saving', async () => {
    await reopen()
    await firstScreen()
    const move = await lateMove('试编发〔2026〕74号', '2026-10-12')
    expect(await wholeFigures(() => call('event.preview', move))).toBe(1)
    expect(await wholeFigures(() => call('event.add', move))).toBe(0)
  })

  it('are counted (control): a book opened anew runs them', async () => {
    await reopen()
    expect(await wholeChecks(() => call('roster.read', {}))).toBe(1)
    await reopen()
    expect(await wholeChecks(() => call('check.run', {}))).toBe(1)
  })
})
