import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { temporaryFolder } from '../kit/book.ts'
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

it('the guards are back: no detail can be changed afterwards', async () => {
  await leave()
  expect(await erase()).toMatchObject({ ok: true })
  await open.core.close()
  const book = await openBookFile(path)
  expect(() => book.raw.exec(`UPDATE journal_row SET salt = x'' WHERE seq = 2`)).toThrow('append_only')
  expect(() => book.raw.exec('DELETE FROM attachment_file')).not.toThrow('no such')
  await closeBookFile(book)
})
