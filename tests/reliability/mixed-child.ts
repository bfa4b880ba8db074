import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { dice } from '../kit/dice.ts'
import { openCore } from '../kit/open-core.ts'

/*
 * Clerks at work, each on a real book of her own, every kind of act in turn, through the one door; killed in the middle of it. They share the
 * process and take turns at every wait, so that one kill cuts several acts, transactions under way among them. `ack <request>` goes to the parent
 * only after the reply. With `early` it says so before: the control, which the parent must catch.
 */

const [place = '', clerks = '1', turn = '0', acts = '0', when = 'after'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const UNIT = '党政办公室'

/** Opens the book of one clerk. @returns her work */
async function sitDown(clerk: number): Promise<() => Promise<void>> {
  const folder = join(place, String(clerk))
  const own = Number(turn) + clerk
  const roll = dice(own)
  const open = openCore(folder)
  await open.call('book.open', { path: join(folder, '试验乡.dingbian') })
  const document = { number: `试编〔2026〕${own}号` }
  const { people } = await open.call('roster.read', {})
  const someone = () => roll.pick(people)?.personId ?? ''

  const kinds: readonly ((number: number) => readonly [string, unknown])[] = [
    () => [
      'event.add',
      { event: { type: 'quota.increase', on: '2026-11-01', document, unit: UNIT, category: 'administrative', by: 1 } },
    ],
    () => [
      'event.add',
      { event: { type: 'quota.decrease', on: '2026-11-02', document, unit: UNIT, category: 'administrative', by: 1 } },
    ],
    (number) => [
      'event.add',
      {
        event: {
          type: 'entry',
          on: '2026-10-01',
          person: { name: `新人${own}之${number}` },
          unit: UNIT,
          post: '科员',
          category: 'administrative',
          cause: '考试录用应届毕业生',
          reason: '没有核准文件的旧档',
        },
      },
    ],
    (number) => [
      'person.correct',
      { personId: someone(), reason: '核对', changes: { school: `第${own}-${number}中学`, nativePlace: '南城' } },
    ],
    (number) => [
      'event.add',
      {
        event: { type: 'nameplate.hang', on: '2026-11-03', document, unit: UNIT, name: `第${own}之${number}服务站` },
      },
    ],
    () => ['journal.undo', {}],
    (number) => ['duty.dates', { dates: { monthlyDay: String(1 + (number % 28)) }, reason: '县里通知' }],
  ]

  return async () => {
    for (let number = 1; number <= Number(acts); number += 1) {
      const [operation, input] = roll.pick(kinds)?.(number) ?? ['', null]
      const request = `mixed-child-${own}.${number}`
      if (when === 'early') say(`ack ${request}`)
      const reply = await open.reply(operation, input, { requestId: request })
      if (when === 'after' && reply.ok) say(`ack ${request}`)
      if (!reply.ok && reply.error.code === 'internal') say('ack internal')
    }
    await open.core.close()
  }
}

const work = []
for (let clerk = 0; clerk < Number(clerks); clerk += 1) work.push(await sitDown(clerk))
say('begin')
await Promise.all(work.map((begin) => begin()))
