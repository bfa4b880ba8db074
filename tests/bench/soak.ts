import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCity } from './city.ts'
import { barred, type Barred } from './door.ts'
import { line } from './measure.ts'
import { startProgram } from './program.ts'

/*
 * Does the program grow with what is done in it? Corrections, events and their undoing, one after another, and lists read in between: the
 * program as it is started, asked over its own door. Linux only.
 */

const PEOPLE = 100
/** Before the first measure everything has been called that will be. */
const WARM = 2_000
const READ_EVERY = 50
/** What is resident moves with the collector: a measure is the median of so many, a few commands apart. */
const SAMPLES = 21
const APART = 10

/** Resident memory of the program after so many commands beside that after the first of them, MB. */
export async function measureSoak(commands = 20_000, warm = WARM): Promise<readonly Barred[]> {
  if (process.platform !== 'linux') return []
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  try {
    const city = await makeCity(folder, PEOPLE)
    await city.core.close()
    const { call, memory, stop } = await startProgram(city.path)
    try {
      const { people } = await call('roster.read', { list: 'in-quota' })
      let turn = 0
      const count = { done: 0 }
      const command = async () => {
        const person = people[turn % people.length]
        if (person === undefined) throw new Error('nobody to correct')
        await call('person.correct', {
          personId: person.personId,
          reason: '更正学历',
          changes: { professionalTitle: `职称${turn}` },
        })
        count.done += 1
        if (turn % 10 === 0) {
          await call('event.add', {
            event: {
              type: 'rank.promote',
              on: '2026-06-01',
              person: person.personId,
              rank: '四级主任科员',
              reason: '晋升职级',
              document: { number: `试组〔2026〕${turn}号` },
            },
          })
          await call('journal.undo', {})
          count.done += 2
        }
        if (turn % READ_EVERY === 0)
          for (const name of ['figures.read', 'roster.read', 'check.run'] as const) await call(name, {})
        turn += 1
      }
      const resident = async () => {
        const samples: number[] = []
        while (samples.length < SAMPLES) {
          for (let round = 0; round < APART; round += 1) await command()
          samples.push(memory().now)
        }
        return samples.toSorted((left, right) => left - right)[(SAMPLES - 1) / 2] ?? Number.NaN
      }
      while (count.done < warm) await command()
      const before = await resident()
      while (count.done < commands) {
        await command()
        if (turn % 1_000 === 0) console.error(`${count.done} 条命令：${memory().now.toFixed(1)} MB`)
      }
      const after = await resident()
      return [
        barred(
          line(`${count.done} 条命令后的内存 MB（此前 ${before.toFixed(1)}）`, after, `${warm} 条命令后`, before),
          null,
        ),
        barred(line(`${count.done} 条命令后的内存增长 MB`, after - before, '上限 50 MB', 50), 1),
      ]
    } finally {
      await stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
