import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { makeCity } from './city.ts'
import { line, type Measured } from './measure.ts'

/* Does the program grow with what is done in it? Corrections, events and their undoing, one after another, and lists read in between. */

const PEOPLE = 100
/** Before the first measure everything has been called that will be. */
const WARM = 2_000
const READ_EVERY = 50

/** Memory of the process after so many commands beside that after the first of them, MB, what is garbage not counted. */
export async function measureSoak(commands = 20_000, warm = WARM): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const settled = async () => {
    await new Promise((resume) => setTimeout(resume, 100))
    collect()
    const { rss, heapUsed } = process.memoryUsage()
    return { rss: rss / 1024 ** 2, heap: heapUsed / 1024 ** 2 }
  }
  try {
    const city = await makeCity(folder, PEOPLE)
    const { people } = await city.call('roster.read', { list: 'in-quota' })
    const command = async (turn: number) => {
      const person = people[turn % people.length]
      if (person === undefined) throw new Error('nobody to correct')
      await city.call('person.correct', {
        personId: person.personId,
        reason: '更正学历',
        changes: { professionalTitle: `职称${turn}` },
      })
      if (turn % 10 === 0) {
        await city.call('event.add', {
          event: {
            type: 'rank.promote',
            on: '2026-06-01',
            person: person.personId,
            rank: '四级主任科员',
            reason: '晋升职级',
            document: { number: `试组〔2026〕${turn}号` },
          },
        })
        await city.call('journal.undo', {})
      }
      if (turn % READ_EVERY === 0)
        for (const name of ['figures.read', 'roster.read', 'check.run'] as const) await city.call(name, {})
      // What is measured is the program, not the queue of what it has not yet been let finish.
      if (turn % 10 === 0) await new Promise((resume) => setImmediate(resume))
    }
    for (let turn = 0; turn < warm; turn += 1) await command(turn)
    const before = await settled()
    for (let turn = warm; turn < commands; turn += 1) await command(turn)
    const after = await settled()
    await city.core.close()
    return [
      line(`${commands} 条命令后的内存增长 MB（上限 50）`, after.rss - before.rss, '上限', 50),
      line(`${commands} 条命令后仍在用的对象增长 MB`, after.heap - before.heap, '上限', 50),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
