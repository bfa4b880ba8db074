import { writeSync } from 'node:fs'
import { dice } from '../kit/dice.ts'
import { openCore } from '../kit/open-core.ts'

/*
 * A clerk at work on a real book, every kind of act in turn, through the one door; killed in the middle of it. `ack <request>` goes to the
 * parent only after the reply. With `early` it says so before: the control, which the parent must catch.
 */

const [folder = '', path = '', turn = '0', when = 'after'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const roll = dice(Number(turn))
const open = openCore(folder)
await open.call('book.open', { path })
const UNIT = '党政办公室'
const document = { number: `试编〔2026〕${turn}号` }
const { people } = await open.call('roster.read', {})
const someone = () => roll.pick(people)?.personId ?? ''

const ACTS: readonly ((number: number) => readonly [string, unknown])[] = [
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
        person: { name: `新人${turn}之${number}` },
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
    { personId: someone(), reason: '核对', changes: { school: `第${turn}-${number}中学`, nativePlace: '南城' } },
  ],
  (number) => ['unit.rename', number],
  () => ['journal.undo', {}],
  (number) => ['duty.dates', { dates: { monthlyDay: String(1 + (number % 28)) }, reason: '县里通知' }],
]

say('begin')
for (let number = 1; number <= 60; number += 1) {
  const [name, given] = roll.pick(ACTS)?.(number) ?? ['', null]
  const request = `mixed-child-${turn}.${number}`
  const [operation, input] =
    name === 'unit.rename'
      ? [
          'event.add',
          {
            event: {
              type: 'nameplate.hang',
              on: '2026-11-03',
              document,
              unit: UNIT,
              name: `第${turn}之${number}服务站`,
            },
          },
        ]
      : [name, given]
  if (when === 'early') say(`ack ${request}`)
  const reply = await open.reply(operation, input, { requestId: request })
  if (when === 'after' && reply.ok) say(`ack ${request}`)
  if (!reply.ok && reply.error.code === 'internal') say('ack internal')
}
await open.core.close()
