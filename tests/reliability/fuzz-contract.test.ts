import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Reply } from '../../electron/contract/messages.ts'
import { OPERATIONS, type OperationName } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { EXCEL_HERE } from '../kit/excel-here.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'
import { SEED, tell } from './kill-harness.ts'
import { inputsFor } from './made-inputs.ts'
import { timesOf } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R15: every operation, and inputs made from its own schema. Each is done or refused by a code and a Chinese sentence; none ends as an unknown
 * error, hangs or pollutes; what is refused says no word of the program's own. All of it inside one folder that is thrown away.
 */

const SLOWEST_MS = 60_000
/** Words of Latin letters a clerk knows, and the names of the packs that ship (`packs list`). */
const KNOWN_WORDS = new RegExp(
  [
    '\\.?(?:dingbian|dbpkg|xlsx?|et|ods|csv|html?|docx?|zip|tar|json|lrmx?|pdf|jpe?g|png|gif|age|bak)',
    'WPS|Excel|Word|USB|Windows|UTF|GBK|KB|MB|GB|https?',
    'seed-\\d{3}|none',
  ].join('|'),
  'gi',
)

let folder: ReturnType<typeof temporaryFolder>
let home: string
let base: string
const outside = process.cwd()

beforeAll(async () => {
  folder = temporaryFolder()
  home = join(folder.path, 'a', 'b', 'c')
  mkdirSync(home, { recursive: true })
  // A path that is no whole one leads to here, not to the program.
  process.chdir(home)
  base = join(folder.path, 'base.dingbian')
  const open = openCore(home, { excel: EXCEL_HERE })
  const { path } = await smallTownship(open)
  await open.core.close()
  copyFileSync(path, base)
})
afterAll(() => {
  process.chdir(outside)
  folder.dispose()
})

async function freshCore(): Promise<{
  readonly open: OpenCore
  readonly known: readonly string[]
  readonly places: readonly string[]
}> {
  for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true, force: true })
  const path = join(home, '试验乡.dingbian')
  copyFileSync(base, path)
  writeFileSync(join(home, '工资.xlsx'), 'x')
  const open = openCore(home, { excel: EXCEL_HERE })
  await open.call('book.open', { path })
  const { people } = await open.call('roster.read', {})
  const { units } = await open.call('units.read', {})
  return {
    open,
    known: [
      ...people.flatMap((person) => [person.personId, person.name]),
      ...units.flatMap((unit) => [unit.unitId, unit.name]),
      '1',
      '2026-11-22',
    ],
    places: [
      path,
      join(home, '工资.xlsx'),
      home,
      join(home, 'new.dingbian'),
      join(home, 'no', 'x.dingbian'),
      join(home, '空'),
    ],
  }
}

/** Every text in an input: what is quoted back is the caller's own word. */
function textsOf(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === 'string' && value !== '') found.push(value)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      found.push(key)
      textsOf(inner, found)
    }
  return found
}

/** @returns what is wrong with an answer; '' for nothing */
function wrongWith(reply: Reply<unknown>, input: unknown, ms: number): string {
  if (Object.hasOwn(Object.prototype, 'polluted')) return 'the prototype is polluted'
  if (ms > SLOWEST_MS) return `took ${Math.round(ms)} ms`
  if (reply.ok) return ''
  const { code, message } = reply.error
  if (code === 'internal') return 'an unknown error'
  const given = [folder.path, ...textsOf(input)].toSorted((a, b) => b.length - a.length)
  // What stands between quotation marks is a word of the caller or of the book.
  const spoken = message.replaceAll(/“[^”]*”/gu, '')
  const rest = given.reduce((text, word_) => text.replaceAll(word_, ''), spoken)
  // A given “1” must not spoil a known word before it is known: unknown is what neither order knows.
  const inOrder = given.reduce((text, word_) => text.replaceAll(word_, ''), spoken.replaceAll(KNOWN_WORDS, ''))
  const [word, other] = [rest.replaceAll(KNOWN_WORDS, ''), inOrder].map((text) => /[A-Za-z_]{3,}/.exec(text)?.[0])
  return word === undefined || other === undefined ? '' : `says “${word}”: ${message.slice(0, 160)}`
}

it('every operation answers or refuses in words a clerk can read', async () => {
  const total = timesOf('R15')
  const names = Object.keys(OPERATIONS) as OperationName[]
  const wrong = new Map<string, string>()
  const counts = { operations: names.length, calls: 0, done: 0, refused: 0 }
  let { open, known, places } = await freshCore()
  for (const [at, name] of names.entries()) {
    if (at % 12 === 0 && at > 0) {
      await open.core.close()
      ;({ open, known, places } = await freshCore())
    }
    const maker = inputsFor(OPERATIONS[name].input, known, places)
    const roll = dice(SEED + at)
    for (let time = 0; time < total; time += 1) {
      const input = maker.make(roll)
      const begun = performance.now()
      const reply = await open.reply(name, input)
      counts.calls += 1
      counts[reply.ok ? 'done' : 'refused'] += 1
      const problem = wrongWith(reply, input, performance.now() - begun)
      if (problem !== '' && !wrong.has(`${name}: ${problem}`)) process.stdout.write(`${name}: ${problem}\n`)
      if (problem !== '') wrong.set(`${name}: ${problem}`, JSON.stringify(input)?.slice(0, 300) ?? 'undefined')
      // What was refused has closed nothing; now and then it is asked all the same.
      const { ok } = reply.ok || time % 10 === 9 ? await open.reply('book.status', {}) : { ok: true }
      const closed =
        reply.ok &&
        [
          'book.close',
          'book.open',
          'book.openSample',
          'book.create',
          'book.adopt',
          'backup.restore',
          'county.create',
          'county.open',
          'access.protect',
          'access.recover',
        ].includes(name)
      if (!ok || closed) {
        await open.core.close()
        ;({ open, known, places } = await freshCore())
      }
    }
  }
  await open.core.close()
  tell('made inputs', counts)
  expect(Object.fromEntries(wrong)).toEqual({})
  expect(counts.done).toBeGreaterThan(counts.calls / 50)
  expect(readFileSync(base).length).toBeGreaterThan(1000)
  // Control: an unknown error, an English sentence and a schema's word are each seen.
  const refusal = (code: 'internal' | 'invalid_input', message: string): Reply<never> => ({
    ok: false,
    error: { code, details: {}, message },
  })
  expect(wrongWith(refusal('internal', '程序内部出错'), {}, 1)).not.toBe('')
  expect(wrongWith(refusal('invalid_input', '填写有误：event.into 没有填。'), {}, 1)).toContain('event')
  expect(wrongWith(refusal('invalid_input', '没有名为“party”的方案，可用 seed。'), {}, 1)).toContain('seed')
  expect(wrongWith(refusal('invalid_input', '填写有误：乱写 没有填。'), {}, SLOWEST_MS + 1)).toContain('took')
  expect(wrongWith(refusal('invalid_input', '没有名为 abcdef 的规则包。'), { pack: 'abcdef' }, 1)).toBe('')
  sayRow({
    row: 'R15',
    done: total,
    seed: SEED,
    control: 'failed-as-it-must',
    note: `operations=${counts.operations} calls=${counts.calls}`,
  })
})
