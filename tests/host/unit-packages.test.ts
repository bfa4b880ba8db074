import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correctPeople } from '../../electron/app/people/correct-people.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { closeBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { makeContext } from '../kit/context.ts'
import { PLAN_PAPER } from '../kit/township.ts'

/* A unit works on a copy of the book, the township on its own; the unit's small package brings back what the unit changed. */

type Merge = Output<'unitPackage.merge'>
interface Person {
  readonly personId: string
  readonly name: string
  readonly unit: string
}

const folder = temporaryFolder()
const at = (name: string) => join(folder.path, name)
const township = at('山溪乡.dingbian')
const cli = (...args: readonly string[]) => runCli(folder.path, args)
afterAll(() => folder.dispose())

let people: readonly Person[] = []
let unit = ''

beforeAll(async () => {
  await cli('book', 'create', '--book', township, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
  await cli('import', '--book', township, SAMPLE_WORKBOOK)
  const { stdout } = await cli('roster', '--book', township, '--list', 'in-quota', '--json')
  people = (JSON.parse(stdout) as { readonly people: readonly Person[] }).people
  unit =
    [...Map.groupBy(people, (one) => one.unit)].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ??
    ''
})

/** The unit's people, by place. */
const own = (place: number): Person => {
  const person = people.filter((one) => one.unit === unit)[place]
  if (person === undefined) throw new Error(`${unit} has no person ${place}`)
  return person
}

async function inBook(path: string, work: (book: OpenBook) => Promise<unknown>): Promise<void> {
  const book = await openBookFile(path)
  try {
    await work(book)
  } finally {
    await closeBookFile(book)
  }
}

let turn = 0
const typed = (path: string, person: Person, fields: Record<string, string>) =>
  inBook(path, async (book) => {
    turn += 1
    const context = Object.assign(makeContext(book, { operation: 'people.correct' }), {
      newId: () => `${path}-${turn}-${Math.random()}`,
    })
    const done = await correctPeople({ rows: [{ personId: person.personId, fields }] }, context)
    expect(done.refused).toEqual([])
    expect(done.cells).toBe(Object.keys(fields).length)
  })

function copyOf(name: string, from = township): string {
  copyFileSync(from, at(name))
  return at(name)
}

async function packed(book: string, name: string, of = unit): Promise<string> {
  const made = await cli('package', 'make', '--book', book, '--unit', of, '--out', at(name), '--json')
  expect(made).toMatchObject({ exitCode: 0, stderr: '' })
  return at(name)
}

async function merged(book: string, ...files: readonly string[]): Promise<Merge> {
  const { stdout, stderr, exitCode } = await cli('package', 'merge', '--book', book, ...files, '--json')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout) as Merge
}

const entries = async (book: string) =>
  (JSON.parse((await cli('verify', '--book', book, '--json')).stdout) as { readonly entries: number }).entries

const told = (rows: readonly { readonly person: string; readonly title: string; readonly theirs: string }[]) =>
  rows.map(({ person, title, theirs }) => [person, title, theirs])

describe('a unit hands in', () => {
  it('a copy nobody changed merges to nothing, and writes nothing', async () => {
    const book = copyOf('甲.dingbian')
    const before = await entries(book)
    const done = await merged(book, await packed(copyOf('甲副.dingbian'), '甲.json'))
    expect(done).toMatchObject({ seq: null, merged: [], conflicts: [], added: [], gone: [], settled: 0 })
    expect(done.untold).toContain('身份证号')
    expect(await entries(book)).toBe(before)
  })

  it('what one side changed goes in as one entry, what both changed is told and left', async () => {
    const book = copyOf('乙.dingbian')
    const copy = copyOf('乙副.dingbian')
    // Only there; only here; both alike; both otherwise.
    await typed(copy, own(0), { nativePlace: '江西试县', politicalStatus: '九三学社社员' })
    await typed(book, own(0), { birthplace: '湖南试县' })
    await typed(copy, own(1), { nativePlace: '广东试县' })
    await typed(book, own(1), { nativePlace: '广东试县' })
    await typed(copy, own(2), { nativePlace: '广西试县' })
    await typed(book, own(2), { nativePlace: '海南试县' })
    const before = await entries(book)
    const file = await packed(copy, '乙.json')
    const done = await merged(book, file)
    expect(told(done.merged)).toEqual(
      expect.arrayContaining([
        [own(0).name, '籍贯', '江西试县'],
        [own(0).name, '政治面貌', '九三学社社员'],
      ]),
    )
    expect(done.merged).toHaveLength(2)
    expect(done.conflicts).toMatchObject([
      { person: own(2).name, title: '籍贯', mine: '海南试县', theirs: '广西试县', kind: 'both', from: unit },
    ])
    expect(done.settled).toBe(1)
    expect(await entries(book)).toBe(before + 1)
    // What only the township changed, and what both changed, stands as it stood.
    const copied = await packed(book, '乙后.json')
    const file2 = JSON.parse(readFileSync(copied, 'utf8')) as {
      readonly package: { fields: string[]; people: { id: string; texts: string[] }[] }
    }
    const says = (person: Person, field: string) =>
      file2.package.people.find(({ id }) => id === person.personId)?.texts[file2.package.fields.indexOf(field)]
    expect(says(own(0), 'birthplace')).toBe('湖南试县')
    expect(says(own(0), 'nativePlace')).toBe('江西试县')
    expect(says(own(2), 'nativePlace')).toBe('海南试县')
    // The same file again: nothing is written a second time.
    const again = await merged(book, file)
    expect(again).toMatchObject({ seq: null, merged: [] })
    expect(again.conflicts).toHaveLength(1)
    expect(await entries(book)).toBe(before + 1)
    // One undo takes all of it back.
    expect(await cli('undo', '--book', book, '--reason', '试')).toMatchObject({ exitCode: 0 })
    expect((await merged(book, file)).merged).toHaveLength(2)
  })

  it('a key field goes in with the others, in the same entry', async () => {
    const book = copyOf('丙.dingbian')
    const copy = copyOf('丙副.dingbian')
    await typed(copy, own(1), { nativePlace: '云南试县' })
    await inBook(copy, (opened) =>
      correctPerson(
        { personId: own(0).personId, reason: '写错了', changes: { name: '试改名' } },
        makeContext(opened, { operation: 'person.correct' }),
      ),
    )
    const before = await entries(book)
    const done = await merged(book, await packed(copy, '丙.json'))
    expect(told(done.merged).map(([, title, theirs]) => [title, theirs])).toEqual(
      expect.arrayContaining([
        ['姓名', '试改名'],
        ['籍贯', '云南试县'],
      ]),
    )
    expect(done.conflicts).toEqual([])
    expect(await entries(book)).toBe(before + 1)
  })

  it('two units that say otherwise of the same cell: the first is taken, the second is told', async () => {
    const book = copyOf('丁.dingbian')
    const [one, other] = [copyOf('丁一.dingbian'), copyOf('丁二.dingbian')]
    await typed(one, own(0), { nativePlace: '甲试县' })
    await typed(other, own(0), { nativePlace: '乙试县' })
    const done = await merged(book, await packed(one, '丁一.json'), await packed(other, '丁二.json'))
    expect(told(done.merged)).toEqual([[own(0).name, '籍贯', '甲试县']])
    expect(done.conflicts).toMatchObject([{ person: own(0).name, theirs: '乙试县', kind: 'both' }])
  })

  it('from a book that never was a copy: people are found by name and number, nothing is written over', async () => {
    const book = copyOf('戊.dingbian')
    const apart = at('戊自.dingbian')
    await cli('book', 'create', '--book', apart, '--pack', 'seed-000', '--name', '山溪乡', ...PLAN_PAPER)
    await cli('import', '--book', apart, SAMPLE_WORKBOOK)
    const { stdout } = await cli('roster', '--book', apart, '--list', 'in-quota', '--json')
    const theirs = (JSON.parse(stdout) as { readonly people: readonly Person[] }).people
    const mine = theirs.find(({ name }) => name === own(0).name) ?? own(0)
    expect(mine.personId).not.toBe(own(0).personId)
    await typed(apart, mine, { nativePlace: '试县', politicalStatus: '九三学社社员' })
    const done = await merged(book, await packed(apart, '戊.json'))
    expect(told(done.merged)).toEqual([[own(0).name, '籍贯', '试县']])
    expect(done.conflicts).toMatchObject([{ person: own(0).name, title: '政治面貌', kind: 'both' }])
  })

  it('a file that was changed, or another file, is refused and nothing is written', async () => {
    const book = copyOf('己.dingbian')
    const before = await entries(book)
    const file = await packed(copyOf('己副.dingbian'), '己.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(own(0).name, '试某某'))
    const tampered = await cli('package', 'merge', '--book', book, file)
    expect(tampered.exitCode).toBe(1)
    expect(tampered.stderr).toContain('不完整或被改动过')
    const sheet = await cli('package', 'merge', '--book', book, SAMPLE_WORKBOOK)
    expect(sheet.stderr).toContain('内容不是机构数据包')
    const nobody = await cli('package', 'make', '--book', book, '--unit', '没有的所', '--out', at('无.json'))
    expect(nobody.exitCode).toBe(1)
    expect(await entries(book)).toBe(before)
    // Control: the same file untouched is taken.
    writeFileSync(file, text)
    expect(await merged(book, file)).toMatchObject({ conflicts: [] })
  })
})

it('a unit asked for with an option only a whole township obeys is refused, and nothing is written open', async () => {
  for (const option of [
    ['--to-passphrase-env', 'WORDS'],
    ['--to-key', 'age1abc'],
    ['--as-of', '2026-01-01'],
    ['--whole-numbers'],
  ]) {
    const out = at('不该有.json')
    const { exitCode, stdout, stderr } = await cli(
      'package',
      'make',
      '--book',
      township,
      '--unit',
      unit,
      '--out',
      out,
      ...option,
    )
    expect([option[0], exitCode, existsSync(out)]).toEqual([option[0], 1, false])
    expect(stdout + stderr).toContain(option[0])
  }
})
