import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'
import { encodeImages } from '../../migrations/image-codec.ts'
import { tamper } from './tamper.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string

/** Entries: 1 founding, 2 three people, 3 two people, 4 a correction, 5 a removed quota and a notice. */
async function makeBook(target: string): Promise<void> {
  const book = await createBookFile(target)
  await foundTownship(book)
  await addPeople(book, 'a', 3)
  await addPeople(book, 'b', 2)
  const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'person.correct', summary: '更正人员信息' }
  await commitCommand(book.db, draft, (_, journal) => journal.update('person', 'p-a-0', { ethnicity: '畲族' }))
  const content = Buffer.from('一份公示')
  await commitCommand(book.db, { ...draft, operation: 'notice.issue', summary: '发布公示' }, async (tx, journal) => {
    await journal.remove('quota', 'q1')
    await journal.insert('notice', [
      {
        id: 'n1',
        number: '2026-1',
        layout: 'tree',
        as_of: '2026-11-22',
        posted_on: '2026-11-23',
        working_days: 5,
        ends_on: '2026-11-30',
        file_name: '公示.xlsx',
        content_sha256: createHash('sha256').update(content).digest('hex'),
        journal_head: '0',
        recorded_at: RECORDED_AT,
        checked_by: null,
        checked_on: null,
        reviewed_by: null,
        reviewed_on: null,
        listing_sha256: null,
      },
    ])
    await tx.insertInto('notice_file').values({ notice_id: 'n1', content, listing: null }).execute()
  })
  await closeBookFile(book)
}

async function verify() {
  const book = await openBookFile(path)
  try {
    return await verifyBook(book)
  } finally {
    await closeBookFile(book)
  }
}

beforeEach(async () => {
  folder = temporaryFolder()
  path = join(folder.path, '试验乡.dingbian')
  await makeBook(path)
})
afterEach(() => folder.dispose())

it('a book as it was written passes, with its entries and its head', async () => {
  const verification = await verify()
  expect(verification).toMatchObject({ ok: true, entries: 5, problems: [] })
  expect(verification.head).toMatch(/^[0-9a-f]{64}$/)
})

it('taking the triggers off and putting them back is no damage by itself', async () => {
  expect(tamper(path)).toBe(0)
  expect((await verify()).ok).toBe(true)
})

describe('every edit behind the program is reported, with the entry it touches', () => {
  it.each([
    [
      'a fact edited',
      `UPDATE holding SET category = 'institution' WHERE id = 'h-a-1'`,
      2,
      '“任职”一行（编号 h-a-1）的编制类型与台账第 2 条不符',
    ],
    [
      'a corrected fact set back',
      `UPDATE person SET ethnicity = '汉族' WHERE id = 'p-a-0'`,
      4,
      '“人员”一行（编号 p-a-0）的民族与台账第 4 条不符',
    ],
    [
      'a row deleted',
      `DELETE FROM person_version WHERE id = 'v-b-1'`,
      3,
      '“人员变动信息”一行（编号 v-b-1）不见了，台账第 3 条写有它',
    ],
    [
      'a row inserted',
      `INSERT INTO setting VALUES ('phone', '0794-1234567', '${RECORDED_AT}')`,
      null,
      '“设置”一行（编号 phone）不是经台账写入的',
    ],
    [
      'a removed row put back',
      `INSERT INTO quota VALUES ('q1', 'u2', 'administrative', 'allocation', 5, 'd1', '2006-11-01', NULL, '${RECORDED_AT}')`,
      5,
      '“核定编制”一行（编号 q1）已由台账第 5 条移除，却还在',
    ],
    ['an entry reworded', `UPDATE journal SET summary = '别的事' WHERE seq = 3`, 3, '台账第 3 条的内容与其摘要不符'],
    [
      'an entry antedated',
      `UPDATE journal SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE seq = 2`,
      2,
      '台账第 2 条的内容与其摘要不符',
    ],
    [
      'an image edited',
      `UPDATE journal_row SET images = CAST(substr(images, 1, length(images) - 1) || x'b0' AS BLOB) WHERE seq = 4`,
      4,
      '台账第 4 条的明细与其摘要不符',
    ],
    ['an image erased', `UPDATE journal_row SET images = x'' WHERE seq = 4`, 4, '台账第 4 条的明细与其摘要不符'],
    [
      'a digest put beside an image',
      `UPDATE journal_row SET after_hash = zeroblob(32) WHERE seq = 4`,
      4,
      '台账第 4 条第 1 项明细的内容与其摘要不符',
    ],
    ['another salt', `UPDATE journal_row SET salt = zeroblob(16) WHERE seq = 4`, 4, '台账第 4 条的明细与其摘要不符'],
    [
      'a change made of another row',
      `UPDATE journal_row SET row_key = 'p-a-1' WHERE seq = 4`,
      4,
      '台账第 4 条的明细与其摘要不符',
    ],
    [
      'a change told as another kind',
      `UPDATE journal_row SET kind = 0 WHERE seq = 4`,
      4,
      '台账第 4 条的明细与其摘要不符',
    ],
    [
      'a table renamed in the journal',
      `UPDATE journal_table SET name = 'people' WHERE name = 'person'`,
      4,
      '台账第 4 条的明细与其摘要不符',
    ],
    [
      'a change dropped',
      `DELETE FROM journal_row WHERE seq = 3 AND ordinal = 2`,
      3,
      '台账第 3 条应有 10 项明细，现有 9 项',
    ],
    [
      'a change added',
      `INSERT INTO journal_row SELECT seq, 2, table_id, row_key, kind, images, salt, before_hash, after_hash FROM journal_row WHERE seq = 4`,
      4,
      '台账第 4 条应有 1 项明细，现有 2 项',
    ],
    ['an entry cut out', `DELETE FROM journal WHERE seq = 3`, 3, '台账缺少第 3 条'],
    ['the first entry cut out', `DELETE FROM journal WHERE seq = 1`, 1, '台账缺少第 1 条'],
    [
      'the file of a notice replaced',
      `UPDATE notice_file SET content = x'00'`,
      null,
      '“公示”一行（编号 n1）的成品文件被改过',
    ],
    ['the file of a notice gone', 'DELETE FROM notice_file', null, '“公示”一行（编号 n1）的成品文件不见了'],
    [
      'a reference that leads nowhere',
      `DELETE FROM post WHERE id = 's-b-0'`,
      3,
      '“岗位”一行（编号 s-b-0）不见了，台账第 3 条写有它',
    ],
  ])('%s', async (_, statement, seq, text) => {
    expect(tamper(path, statement)).toBe(1)
    const { ok, problems } = await verify()
    expect(ok).toBe(false)
    expect(problems).toContainEqual({ seq, text })
  })

  it.each([
    ['application_id = 7', '文件标记不是编制本的'],
    [`user_version = ${SCHEMA_VERSION + 1}`, `格式版本不对：${SCHEMA_VERSION + 1}`],
  ])('the mark or version of an open book changed: %s', async (pragma, text) => {
    const book = await openBookFile(path)
    book.raw.pragma(pragma)
    expect((await verifyBook(book)).problems).toContainEqual({ seq: null, text })
    await closeBookFile(book)
  })

  it('two entries exchanged', async () => {
    expect(
      tamper(
        path,
        'UPDATE journal SET seq = 99 WHERE seq = 2',
        'UPDATE journal SET seq = 2 WHERE seq = 3',
        'UPDATE journal SET seq = 3 WHERE seq = 99',
      ),
    ).toBe(3)
    const { problems } = await verify()
    expect(problems.map((problem) => problem.seq)).toEqual(expect.arrayContaining([2, 3]))
  })

  it('a row and its image changed together, with new hashes for both, still breaks the entry', async () => {
    const forged = JSON.stringify({ forged: true })
    const digest = createHash('sha256').update(`image/v1\n\n${forged}`).digest('hex')
    const images = encodeImages({ table: 'person', rowId: 'p-a-0', at: '' }, null, { text: forged, image: null })
    expect(
      tamper(
        path,
        `UPDATE journal_row SET kind = 0, images = x'${images.toString('hex')}', before_hash = NULL, after_hash = x'${digest}', salt = x'' WHERE seq = 4`,
      ),
    ).toBe(1)
    expect((await verify()).problems).toContainEqual({ seq: 4, text: '台账第 4 条的明细与其摘要不符' })
  })

  it.each(['', ` WHERE name = '0003-evidence'`])('the record of the steps taken struck out%s', async (which) => {
    expect(tamper(path, `DELETE FROM kysely_migration${which}`)).toBeGreaterThan(0)
    expect((await verify()).problems).toEqual([{ seq: null, text: '升级记录被删过：以后的版本打不开' }])
  })

  it('a guard taken off and not put back', async () => {
    const book = await openBookFile(path)
    book.raw.exec('DROP TRIGGER journal_no_update')
    await closeBookFile(book)
    expect((await verify()).problems).toEqual([{ seq: null, text: '缺少防护规则 journal_no_update' }])
  })
})

it('findings name no person, whatever was changed', async () => {
  tamper(
    path,
    `UPDATE person SET name = '改名' WHERE id = 'p-a-0'`,
    `UPDATE person SET id_number = '110101198506169912' WHERE id = 'p-a-1'`,
    `INSERT INTO post VALUES ('张三 110101198506169912', '${RECORDED_AT}')`,
  )
  const texts = (await verify()).problems.map((problem) => problem.text).join('\n')
  expect(texts).toContain('名称（姓名）')
  expect(texts).toContain('身份证号')
  expect(texts).not.toMatch(/虚构|改名|张三|\d{15}/)
})

it('a book with hundreds of wrong rows lists the first hundred and counts the rest', async () => {
  const book = await openBookFile(path)
  await addPeople(book, 'c', 500)
  await closeBookFile(book)
  tamper(path, `UPDATE person SET birth = '1999-01'`)
  const { problems } = await verify()
  expect(problems).toHaveLength(101)
  expect(problems.at(-1)?.text).toBe('另有 405 处问题未列出')
})

it('work that comes while the check runs waits for it and is not taken for damage', async () => {
  const book = await openBookFile(path)
  await addPeople(book, 'd', 1500)
  const [verification, { entry }] = await Promise.all([verifyBook(book), addPeople(book, 'e', 3)])
  expect(verification).toMatchObject({ ok: true, entries: 6 })
  expect(entry.seq).toBe(7)
  expect((await verifyBook(book)).ok).toBe(true)
  await closeBookFile(book)
})
