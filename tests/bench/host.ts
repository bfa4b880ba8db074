import { line, type Measured } from './measure.ts'
import { moves } from './city.ts'
import { startProgram } from './program.ts'

/* The memory of the program as it is started, asked over its own door: the screens of a large book, then events previewed and saved. */

/** Highest resident memory of the program with the book open, after its first screens and after as many events. Linux only. */
export async function measureHost(path: string, people: number, events: number): Promise<readonly Measured[]> {
  if (process.platform !== 'linux') return []
  const { call, memory, stop } = await startProgram(path)
  try {
    for (const name of ['figures.read', 'roster.read', 'check.run', 'find.index'] as const) await call(name, {})
    const first = memory().peak
    const move = await moves({ call, people })
    for (let turn = 0; turn < events; turn += 1) {
      await call('event.preview', move(turn))
      await call('event.add', move(turn))
    }
    return [
      line(`程序内存峰值 MB，${people} 人打开后的首屏`, first, '350 MB', 350),
      line(`程序内存峰值 MB，再登记 ${events} 项变动后`, memory().peak, '350 MB', 350),
    ]
  } finally {
    await stop()
  }
}
