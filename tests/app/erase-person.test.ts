import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'
import { inventedId } from '../kit/people.ts'
import { tamper } from '../store/tamper.ts'

/* 个人信息保护法 第四十七条: what is personal of somebody who has left goes from the file, and the journal still proves everything else. */

const NAME = '欧阳清泉'
const NUMBER = inventedId('1985-03-07')
const SCHOOL = '某某农业机械化学校'
let folder: ReturnType<typeof temporaryFolder>
let open: OpenCore
let path: string
let personId: string

beforeEach(async () => {
  folder = temporaryFolder()
  open = openCore(folder.path)
  ;({ path } = await smallTownship(open))
  await open.call('event.add', {
    event: {
      type: 'entry',
      on: '2021-03-01',
      person: { name: NAME, idNumber: NUMBER },
      unit: '党政办公室',
      post: '干事',
      category: 'administrative',
      cause: '考试录用应届毕业生',
      reason: '没有核准文件的旧档',
    },
  })
  const { people } = await open.call('roster.read', {})
  personId = people.find((person) => person.name === NAME)?.personId ?? ''
  await open.call('person.correct', {
    personId,
    reason: '核对档案',
    changes: { school: SCHOOL, education: '大学本科' },
  })
  await open.call('person.correct', { personId, reason: '核对档案', changes: { name: '欧阳青泉' } })
  await open.call('person.correct', { personId, reason: '核对档案', changes: { name: NAME } })
  await open.call('record.add', {
    kind: 'training',
    person: personId,
    from: '2026-01-10',
    content: { title: '山地测绘专题', trainingKind: 'general', days: 3 },
  })
})
afterEach(async () => {
  await open.core.close()
  folder.dispose()
})

const leave = () =>
  open.call('event.add', {
    event: {
      type: 'exit',
      on: '2026-06-01',
      document: { number: '试编发〔2026〕9号' },
      person: personId,
      cause: '32',
      proofs: ['辞职申请', '单位研究意见'],
    },
  })
const erase = (name = NAME) => open.reply('person.erase', { personId, name, reason: '本人要求，保存期限已满' })
const WORDS = [NAME, '欧阳青泉', NUMBER, SCHOOL, '山地测绘专题']

/** What of the words stands in the bytes of the closed file and of its log. */
async function inTheFile(): Promise<readonly string[]> {
  await open.core.close()
  const bytes = readFileSync(path)
  open = openCore(folder.path)
  await open.call('book.open', { path })
  return WORDS.filter((word) => bytes.includes(word))
}

it('somebody who is here stays, and only the name typed right erases', async () => {
  expect((await open.call('person.erasable', {})).people).toEqual([])
  expect(await erase()).toMatchObject({ ok: false, error: { code: 'erase_still_here' } })
  await leave()
  expect((await open.call('person.erasable', {})).people).toEqual([
    { personId, name: NAME, left: '2026-06-01', unit: '党政办公室' },
  ])
  expect(await erase('欧阳清')).toMatchObject({ ok: false, error: { code: 'erase_name_differs' } })
  expect(await inTheFile()).toEqual(WORDS)
})

it('what is personal is in the file no more, byte by byte; the chain holds, and past numbers are the same', async () => {
  await leave()
  // Names go, numbers do not.
  const figures = async (asOf: string) =>
    JSON.parse(
      JSON.stringify((await open.call('figures.read', { asOf })).lines).replaceAll(
        /"name":"(?:已清除人员|欧阳)[^"]*"/g,
        '"name":""',
      ),
    ) as unknown
  const before = [await figures('2026-05-01'), await figures('2026-11-22')]
  const { entries } = await open.call('book.status', {})
  // Control: it is there until then.
  expect(await inTheFile()).toEqual(WORDS)
  const reply = await erase()
  expect(reply).toMatchObject({ ok: true, value: { records: 2, remains: [], copies: 1 } })
  expect(await inTheFile()).toEqual([])
  expect(await open.call('book.verify', {})).toMatchObject({ ok: true, entries: entries + 1, problems: [] })
  expect([await figures('2026-05-01'), await figures('2026-11-22')]).toEqual(before)
  expect((await open.call('person.erasable', {})).people).toEqual([])
  const [entry] = (await open.call('journal.read', { limit: 1 })).entries
  expect(entry).toMatchObject({ operation: 'person.erase', reason: '本人要求，保存期限已满' })
  expect(entry?.summary).toMatch(/^清除了已清除人员\d+的个人信息$/)
  // As it was believed then, too: the same seat, nobody's name.
  const then = await open.call('roster.read', { asOf: '2026-05-01', believedOn: '2026-11-22' })
  expect(then.people.map((person) => person.name)).not.toContain(NAME)
  expect(await open.reply('person.read', { personId, asOf: '2026-05-01' })).toMatchObject({ ok: true })
  expect(await open.reply('person.record', { personId, asOf: '2026-05-01' })).toMatchObject({ ok: true })
  // Like a notice that hangs: nothing is offered to be taken back over it.
  expect(await open.call('history.read', {})).toMatchObject({ undoable: null })
  expect(await open.reply('journal.undo', { seq: entry?.seq })).toMatchObject({ ok: false })
})

it('a name another text mentions is said, with where; it is not called erased', async () => {
  await open.call('person.correct', {
    personId: (await open.call('roster.read', {})).people.find(({ name }) => name === '甲某')?.personId ?? '',
    reason: `与${NAME}同批录用`,
    changes: { school: '一中' },
  })
  await leave()
  expect(await erase()).toMatchObject({ ok: true, value: { remains: [{ where: '台账的理由和内容', times: 1 }] } })
})

it.each([
  [
    'an erased detail made up anew',
    `UPDATE journal_row SET images = (SELECT images FROM journal_row AS other WHERE other.seq = 3 AND other.ordinal = journal_row.ordinal)
      WHERE seq = 5 AND ordinal = (SELECT min(ordinal) FROM journal_row WHERE seq = 5 AND salt = x'')`,
  ],
  ['a salt taken from a detail nobody erased', `UPDATE journal_row SET salt = x'' WHERE seq = 3 AND ordinal = 1`],
  ['the note of what was erased', `UPDATE setting SET value = replace(value, '[5,', '[3,') WHERE id LIKE 'erased.%'`],
  ['the note taken away', `DELETE FROM setting WHERE id LIKE 'erased.%'`],
])('%s is named by the deep check', async (_, statement) => {
  await leave()
  expect(await erase()).toMatchObject({ ok: true })
  await open.core.close()
  expect(tamper(path, statement)).toBeGreaterThan(0)
  open = openCore(folder.path)
  await open.call('book.open', { path })
  expect(await open.call('book.verify', {})).toMatchObject({ ok: false })
})

it('the list and the command ask one rule: whoever is here stays, however they are, and nobody is erased twice', async () => {
  const add = (event: object) => open.call('event.add', { event: event as never })
  const guest = (type: string, name: string, more: object) =>
    add({ type, on: '2024-01-01', person: { name }, unit: '党政办公室', ...more })
  await guest('offQuota.begin', '编外一', { kind: 'agency' })
  await guest('secondment.in', '借入一', { from: '县林业局', until: '2027-01-01' })
  await guest('offQuota.begin', '编外二', { kind: 'agency' })
  const idOf = async (name: string) =>
    (await open.call('find.index', {})).people.find((person) => person.name === name)?.personId ?? ''
  const ids = [personId, ...(await Promise.all(['甲某', '乙某', '编外一', '借入一', '编外二'].map(idOf)))]
  expect(ids).not.toContain('')
  await leave()
  await add({ type: 'offQuota.end', on: '2025-01-01', person: ids[5] })
  // Gone only on a day to come: here until then.
  await add({
    type: 'exit',
    on: '2027-01-01',
    document: { number: '试编发〔2026〕10号' },
    person: ids[1],
    cause: '32',
    proofs: ['辞职申请', '单位研究意见'],
  })
  const listed = async () => (await open.call('person.erasable', {})).people.map((person) => person.personId)
  /** What the command says of somebody before it asks for the right name. */
  const asked = async (id: string) => {
    const reply = await open.reply('person.erase', { personId: id, name: '不是这个名字', reason: '本人要求' })
    return reply.ok ? 'erased' : reply.error.code
  }
  const both = async () => {
    const list = await listed()
    return Promise.all(ids.map(async (id) => [list.includes(id), await asked(id)]))
  }
  const [here, gone] = [
    [false, 'erase_still_here'],
    [true, 'erase_name_differs'],
  ]
  expect(await both()).toEqual([gone, here, here, here, here, gone])
  expect(await erase()).toMatchObject({ ok: true })
  expect(await both()).toEqual([[false, 'erased_already'], here, here, here, here, gone])
  expect(await erase()).toMatchObject({ ok: false, error: { code: 'erased_already' } })
  const { person } = await open.call('person.read', { personId, asOf: '2026-05-01' })
  expect(await erase(person.name)).toMatchObject({ ok: false, error: { code: 'erased_already' } })
})

it('her photo and her 任免审批表 go byte by byte, the earlier ones too, while the book stays open; copies are said to hold them', async () => {
  /** The head of a picture, and bytes nothing else could have. */
  const roll = dice(47)
  const photos = [1, 2].map(() =>
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 40_000 }, () => roll.below(256))]),
  )
  const form = (photo: Buffer) =>
    Buffer.from(
      `<?xml version="1.0" encoding="utf-8"?><Person><XingMing>${NAME}</XingMing><ShenFenZheng>${NUMBER}</ShenFenZheng>` +
        `<JianLi>2005.09  山坳镇农技站</JianLi><ZhaoPian>${photo.toString('base64')}</ZhaoPian></Person>`,
    )
  for (const photo of photos) {
    const { fileId } = await open.call('file.stage', {
      name: `${NAME}.lrmx`,
      base64: form(photo).toString('base64'),
    })
    const taken = await open.reply('lrmx.import', { fileIds: [fileId] })
    expect(taken).toMatchObject({ value: { matched: 1, refused: [] } })
  }
  await leave()
  const pieces = [
    ...photos.flatMap((photo) => [8, 9_000, 20_000, 39_900].map((at) => photo.subarray(at, at + 64))),
    ...photos.flatMap((photo) => [0, 9_000].map((at) => Buffer.from(photo.toString('base64').slice(at, at + 64)))),
    Buffer.from('山坳镇农技站'),
  ]
  /** Pieces in the file, its free pages among them, and in the log beside it. */
  const inBytes = () => {
    const bytes = Buffer.concat(
      [path, `${path}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file)),
    )
    return pieces.filter((piece) => bytes.includes(piece)).length
  }
  // Control: all of it is there until then.
  expect(inBytes()).toBe(pieces.length)
  const { path: copy } = await open.call('backup.create', {})
  expect(await erase()).toMatchObject({ ok: true, value: { files: 4, copies: expect.any(Number) as number } })
  expect(inBytes()).toBe(0)
  expect(await open.call('book.verify', {})).toMatchObject({ ok: true, problems: [] })
  expect((await open.call('person.erasable', {})).copies).toBeGreaterThan(0)
  // It is true of the copies: they hold it still.
  const kept = readFileSync(copy)
  expect(pieces.every((piece) => kept.includes(piece))).toBe(true)
  expect(await inTheFile()).toEqual([])
  expect(inBytes()).toBe(0)
})

it('the guards are back: no detail can be changed afterwards', async () => {
  await leave()
  expect(await erase()).toMatchObject({ ok: true })
  await open.core.close()
  const book = await openBookFile(path)
  expect(() => book.raw.exec(`UPDATE journal_row SET salt = x'' WHERE seq = 2`)).toThrow('append_only')
  expect(() => book.raw.exec('DELETE FROM attachment_file')).not.toThrow('no such')
  await closeBookFile(book)
})
