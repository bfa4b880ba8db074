import { Session } from 'node:inspector/promises'
import { countedCalls } from '../kit/counted-calls.ts'
import { makeCity, moves } from './city.ts'
import { barred, type Barred } from './door.ts'
import { line } from './measure.ts'

/* How often all rules run over the whole book: counted, so that the size of the book is of no consequence. */

const PEOPLE = 200
const SCREEN = [
  'figures.read',
  'roster.read',
  'check.run',
  'findings.read',
  'forecast.read',
  'duties.read',
  'seats.read',
] as const

/** Whole checks of a first screen, of the preview of a late event, and of one saved without a preview: each at most one. */
export async function measureChecks(folder: string): Promise<readonly Barred[]> {
  const city = await makeCity(folder, PEOPLE)
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    const checks = (work: () => Promise<unknown>) => countedCalls(session, 'rules/check-book.ts', 'checkInSteps', work)
    const screen = async () => {
      for (const name of SCREEN) await city.call(name, {})
    }
    const move = await moves(city)
    await city.call('book.close', {})
    await city.call('book.open', { path: city.path })
    const first = await checks(screen)
    // A book just opened runs them: a count of none would be a count of nothing.
    if (first === 0) throw new Error('no check was counted')
    const preview = await checks(() => city.call('event.preview', move(0)))
    const saved = await checks(() => city.call('event.add', move(28)))
    return [
      barred(line('全书核查次数：首屏', first, '至多', 1), 1),
      barred(line('全书核查次数：预览一项补记的变动', preview, '至多', 1), 1),
      barred(line('全书核查次数：登记一项没有预览过的补记变动', saved, '至多', 1), 1),
    ]
  } finally {
    session.disconnect()
    await city.core.close()
  }
}
