import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* Who came, moved and left is registered by the unit in its copy, offered to the township, and taken in as the same change, one entry each. */

const folder = temporaryFolder()
const at = (name: string) => join(folder.path, name)
const township = at('山溪乡.dingbian')
const cli = (...args: readonly string[]) => runCli(folder.path, args)
afterAll(() => folder.dispose())

interface Person {
  readonly personId: string
  readonly name: string
  readonly unit: string
}
type Merged = Output<'unitPackage.merge'> & {
  readonly events: readonly { person: string; title: string; on: string; seq: number | null; why: string }[]
}
let [unit, other] = ['', '']
let own: readonly Person[] = []
const PAPER = { number: '县编办〔2026〕31号' }

beforeAll(async () => {
  await cli('book', 'create', '--book', township, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', '--book', township, SAMPLE_WORKBOOK)
  // Posts of the leadership are bound to their number; offices take whoever comes.
  const offices = (await roster(township)).filter((one) => !one.unit.includes('领导'))
  const units = [...Map.groupBy(offices, (one) => one.unit)].toSorted(([, a], [, b]) => b.length - a.length)
  ;[unit, other] = [units[0]?.[0] ?? '', units[1]?.[0] ?? '']
  own = units[0]?.[1] ?? []
})

async function roster(book: string): Promise<readonly Person[]> {
  const people: Person[] = []
  for (const list of ['in-quota', 'over-quota', 'non-compliant']) {
    const { stdout } = await cli('roster', '--book', book, '--list', list, '--json')
    people.push(...(JSON.parse(stdout) as { readonly people: readonly Person[] }).people)
  }
  return people
}

function copyOf(name: string): string {
  copyFileSync(township, at(name))
  return at(name)
}

async function register(book: string, event: Readonly<Record<string, unknown>>): Promise<void> {
  writeFileSync(at('变动.json'), JSON.stringify(event))
  const { exitCode, stderr } = await cli('event', 'add', '--book', book, '--file', at('变动.json'), '--json')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
}

async function packed(book: string, name: string): Promise<string> {
  expect(await cli('package', 'make', '--book', book, '--unit', unit, '--out', at(name))).toMatchObject({ exitCode: 0 })
  return at(name)
}

async function merged(book: string, file: string, ...more: readonly string[]): Promise<Merged> {
  const { stdout, stderr, exitCode } = await cli('package', 'merge', '--book', book, file, '--json', ...more)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout) as Merged
}

const entries = async (book: string) =>
  (JSON.parse((await cli('verify', '--book', book, '--json')).stdout) as { readonly entries: number }).entries

const person = (place: number): Person => {
  const one = own[place]
  if (one === undefined) throw new Error(`${unit} has no person ${place}`)
  return one
}
const move = (who: Person, on = '2026-11-20') => ({
  type: 'move',
  on,
  person: who.personId,
  unit: other,
  post: '科员',
  document: PAPER,
  reason: '试',
})
const leave = (who: Person) => ({
  type: 'exit',
  on: '2026-11-21',
  person: who.personId,
  cause: '离（退）休',
  document: PAPER,
  proofs: ['退休审批表'],
  reason: '试',
})
const newcomer = {
  type: 'entry',
  on: '2026-11-22',
  person: { name: '试新来', sex: '男', birth: '1996-05-06', nativePlace: '江西试县' },
  unit: '',
  post: '科员',
  category: 'administrative',
  cause: '其他录用',
  document: PAPER,
  reason: '试',
}

describe('changes in a unit’s package', () => {
  it('are shown and left, then each registered as a change of its own, once', async () => {
    const [book, copy] = [copyOf('甲.dingbian'), copyOf('甲副.dingbian')]
    await register(copy, move(person(0)))
    await register(copy, leave(person(1)))
    await register(copy, { ...newcomer, unit })
    const file = await packed(copy, '甲.json')
    const before = await entries(book)
    const shown = await merged(book, file)
    expect(shown.events.map(({ on, person: who, title, seq }) => [on, who, title, seq])).toEqual([
      ['2026-11-20', person(0).name, '内部调整', null],
      ['2026-11-21', person(1).name, '出编', null],
      ['2026-11-22', '试新来', '入编', null],
    ])
    // Told as changes, so not a second time as rows or cells.
    expect(shown).toMatchObject({ added: [], gone: [], conflicts: [], merged: [] })
    expect(await entries(book)).toBe(before)

    const taken = await merged(book, file, '--accept', '--reason', '按报来的登记')
    expect(taken.events.map(({ seq, why }) => [seq, why])).toEqual([
      [before + 1, ''],
      [before + 2, ''],
      [before + 3, ''],
    ])
    const after = await roster(book)
    expect(after.find(({ personId }) => personId === person(0).personId)?.unit).toBe(other)
    expect(after.some(({ personId }) => personId === person(1).personId)).toBe(false)
    expect(after.filter(({ name }) => name === '试新来').map((one) => one.unit)).toEqual([unit])
    // What the copy says and what the book says now is the same.
    const seated = (people: readonly Person[]) => people.map((one) => `${one.name} ${one.unit}`).toSorted()
    expect(seated(after)).toEqual(seated(await roster(copy)))
    // The same file again: nothing to offer, nothing written.
    const again = await merged(book, file, '--accept', '--reason', '按报来的登记')
    expect(again).toMatchObject({ events: [], added: [], gone: [], conflicts: [], seq: null })
    expect(await entries(book)).toBe(before + 3)
    // One undo takes back one of them, which is then offered again.
    expect(await cli('undo', '--book', book, '--reason', '试')).toMatchObject({ exitCode: 0 })
    expect((await merged(book, file)).events.map((one) => one.person)).toEqual(['试新来'])
  })

  it('where the township registered something of the same person itself, nobody takes it without looking', async () => {
    const [book, copy] = [copyOf('乙.dingbian'), copyOf('乙副.dingbian')]
    await register(copy, leave(person(0)))
    await register(copy, leave(person(2)))
    await register(book, move(person(0), '2026-11-19'))
    const file = await packed(copy, '乙.json')
    const before = await entries(book)
    const { events } = await merged(book, file, '--accept', '--reason', '按报来的登记')
    expect(events.find((one) => one.person === person(0).name)).toMatchObject({
      seq: null,
      why: '：两边都登记了：编制本里另有 2026-11-19 的内部调整',
    })
    expect(events.find((one) => one.person === person(2).name)?.seq).toBe(before + 1)
    expect((await roster(book)).find(({ personId }) => personId === person(0).personId)?.unit).toBe(other)
  })

  it('the same registered on both sides is no conflict and no second entry', async () => {
    const [book, copy] = [copyOf('丙.dingbian'), copyOf('丙副.dingbian')]
    for (const both of [book, copy]) await register(both, move(person(0)))
    const before = await entries(book)
    expect((await merged(book, await packed(copy, '丙.json'), '--accept', '--reason', '试')).events).toEqual([])
    expect(await entries(book)).toBe(before)
  })

  it('a newcomer called like somebody here is asked about', async () => {
    const [book, copy] = [copyOf('丁.dingbian'), copyOf('丁副.dingbian')]
    await register(copy, { ...newcomer, unit, person: { ...newcomer.person, name: person(3).name } })
    const { events } = await merged(book, await packed(copy, '丁.json'), '--accept', '--reason', '试')
    expect(events).toMatchObject([{ seq: null, why: `：编制本里已有${person(3).name}，请核对是不是同一人` }])
  })
})
