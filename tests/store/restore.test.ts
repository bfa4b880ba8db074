import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { compareWithBackups } from '../../electron/store/backup-anchors.ts'
import { backupFolderOf, createBackup, listBackups, type BackupRecord } from '../../electron/store/backup.ts'
import { FACT_TABLES } from '../../electron/store/book-database.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { temporaryFolder } from '../kit/book.ts'
import { addPeople, foundTownship } from './invented-township.ts'
import { tamper } from './tamper.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
let own: string
let backup: BackupRecord
/** Every fact as it was when the backup was made. */
let factsThen: string

const AT = '2026-11-22T06:00:00.000Z'
const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

function facts(book: OpenBook): string {
  return JSON.stringify(FACT_TABLES.map((table) => book.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()))
}

async function reading<R>(file: string, work: (book: OpenBook) => R | Promise<R>): Promise<R> {
  const book = await openBookFile(file)
  try {
    return await work(book)
  } finally {
    await closeBookFile(book)
  }
}

/** A book with a backup at entry 2 and one more entry since. */
beforeEach(async () => {
  folder = temporaryFolder()
  path = join(folder.path, '试验乡.dingbian')
  own = backupFolderOf(path)
  const book = await createBookFile(path)
  await foundTownship(book)
  await addPeople(book, 'a', 20)
  backup = await createBackup(book, { reason: '导入前', folder: own, at: '2026-11-22T02:00:00.000Z' })
  factsThen = facts(book)
  await addPeople(book, 'b', 4)
  await closeBookFile(book)
})
afterEach(() => folder.dispose())

const restore = (options: { readonly backupPath?: string } = {}) =>
  restoreBook({ bookPath: path, backupPath: backup.path, at: AT, actor: '王经办', ...options })

describe('a restore', () => {
  it('brings back every fact, keeps the journal and says in it what happened', async () => {
    await restore()
    await reading(path, async (book) => {
      expect(facts(book)).toBe(factsThen)
      expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 3 })
      const entries = await book.db
        .selectFrom('journal')
        .select(['operation', 'actor', 'summary', 'recorded_at'])
        .orderBy('seq')
        .execute()
      expect(entries.map((entry) => entry.operation)).toEqual(['book.create', 'import.commit', 'backup.restore'])
      expect(entries[2]).toMatchObject({
        actor: '王经办',
        recorded_at: AT,
        summary: `从备份 ${backup.file} 恢复：备份的台账有 2 条，恢复前台账有 3 条`,
      })
    })
  })

  it('keeps the replaced state as a verified copy, from which it can be undone', async () => {
    const { keptCopy } = await restore()
    expect((await listBackups(own))[0]).toMatchObject({
      path: keptCopy,
      reason: '恢复前',
      people: 24,
      entries: 3,
      state: 'verified',
    })
    await restoreBook({ bookPath: path, backupPath: keptCopy, at: '2026-11-22T07:00:00.000Z' })
    expect(await reading(path, (book) => book.raw.prepare('SELECT count(*) FROM person').pluck().get())).toBe(24)
  })

  it('is not taken for a cut journal by the check against the copies made before it', async () => {
    await reading(path, (book) => createBackup(book, { reason: '退出', folder: own, at: '2026-11-22T03:00:00.000Z' }))
    await restore()
    await reading(path, async (book) => expect(await compareWithBackups(book)).toEqual([]))
  })

  it('takes the oldest of ten copies although it makes an eleventh', async () => {
    for (let copy = 1; copy < 10; copy += 1)
      await reading(path, (book) =>
        createBackup(book, { reason: '退出', folder: own, at: `2026-11-22T03:0${copy}:00.000Z` }),
      )
    expect(await listBackups(own)).toHaveLength(10)
    await restore()
    expect(existsSync(backup.path)).toBe(true)
    expect(await listBackups(own)).toHaveLength(11)
  })

  it('leaves no working file and no stale log', async () => {
    await restore()
    expect(readdirSync(folder.path).toSorted()).toEqual(['试验乡.dingbian', '试验乡.备份'].toSorted())
  })

  it('works where the book is missing, and with a backup from another folder', async () => {
    const stick = join(folder.path, '拷来的.dingbian')
    copyFileSync(backup.path, stick)
    rmSync(path)
    expect(await restore({ backupPath: stick })).toEqual({ keptCopy: '' })
    await reading(path, (book) => expect(facts(book)).toBe(factsThen))
  })

  it('does not change the backup', async () => {
    await restore()
    expect(sha(backup.path)).toBe(backup.sha256)
  })
})

describe('a book that can no longer be opened', () => {
  it('is kept byte for byte with its log, then replaced; the stale log does not meet the new file', async () => {
    const torn = Buffer.concat([readFileSync(path).subarray(0, 8192), Buffer.alloc(40_960, 0x5a)])
    writeFileSync(path, torn)
    writeFileSync(`${path}-wal`, 'what was left of the log')
    await expect(openBookFile(path)).rejects.toMatchObject({ code: 'damaged', details: { backups: backup.file } })
    const { keptCopy } = await restore()
    expect(keptCopy).toBe(join(own, 'damaged-20261122-140000'))
    expect(readFileSync(join(keptCopy, '试验乡.dingbian')).equals(torn)).toBe(true)
    expect(readFileSync(join(keptCopy, '试验乡.dingbian-wal'), 'utf8')).toBe('what was left of the log')
    await reading(path, async (book) => {
      expect(facts(book)).toBe(factsThen)
      expect((await verifyBook(book)).ok).toBe(true)
      expect(await compareWithBackups(book)).toEqual([])
    })
  })

  it('is replaced also when it is empty; what is of another program is not', async () => {
    writeFileSync(path, '')
    expect((await restore()).keptCopy).toContain('damaged-')
    writeFileSync(path, '不是编制本')
    await expect(restore()).rejects.toMatchObject({ code: 'not_our_file' })
    expect(readFileSync(path, 'utf8')).toBe('不是编制本')
  })
})

describe('what is no good backup is refused, and the present book stays as it was', () => {
  /** Tries to restore: the refusal, whether the present book stayed as it was, and what was left lying about. */
  async function refusal(backupPath: string): Promise<Readonly<Record<string, unknown>>> {
    const before = sha(path)
    const { code, details } = await restore({ backupPath }).then(
      () => ({ code: 'restored', details: {} }),
      (error: unknown) => (error instanceof StoreError ? error : { code: String(error), details: {} }),
    )
    return {
      code,
      ...details,
      untouched: sha(path) === before,
      left: readdirSync(folder.path).filter((name) => name.includes('.part') || /-(wal|shm)$/.test(name)),
    }
  }

  const refused = (code: string, details: Readonly<Record<string, unknown>> = {}) => ({
    code,
    untouched: true,
    left: [],
    ...details,
  })

  it('one that is not there', async () =>
    expect(await refusal(join(own, '没有.dingbian'))).toMatchObject(
      refused('backup_not_valid', { problem: '找不到这个文件' }),
    ))

  it('a folder', async () => expect(await refusal(own)).toMatchObject(refused('backup_not_valid')))

  it('an edited one, with what was edited', async () => {
    expect(tamper(backup.path, `UPDATE person SET birth = '1990-01' WHERE id = 'p-a-0'`)).toBe(1)
    expect(await refusal(backup.path)).toMatchObject(
      refused('backup_not_valid', {
        file: backup.file,
        problem: '“人员”一行（编号 p-a-0）的出生年月与台账第 2 条不符',
      }),
    )
  })

  it('a torn one', async () => {
    const content = readFileSync(backup.path)
    writeFileSync(backup.path, content.subarray(0, content.length - 8192))
    expect(await refusal(backup.path)).toMatchObject(refused('backup_not_valid'))
  })

  it('another kind of file', async () => {
    const workbook = join(folder.path, '花名册.xlsx')
    copyFileSync(join(import.meta.dirname, '../../electron/sample/山溪乡花名册.xlsx'), workbook)
    expect(await refusal(workbook)).toMatchObject(
      refused('backup_not_valid', { file: '花名册.xlsx', problem: '不是编制本的备份' }),
    )
  })

  it('one from a newer version', async () => {
    const content = readFileSync(backup.path)
    content.writeUInt32BE(SCHEMA_VERSION + 1, 60)
    writeFileSync(backup.path, content)
    expect(await refusal(backup.path)).toMatchObject(refused('from_future'))
  })

  it('any, while the book is open elsewhere', async () => {
    const book = await openBookFile(path)
    await expect(restore()).rejects.toMatchObject({ code: 'busy' })
    await addPeople(book, 'c', 1)
    expect(await verifyBook(book)).toMatchObject({ ok: true, entries: 4 })
    await closeBookFile(book)
  })

  it('any, when the present state cannot be kept', async () => {
    rmSync(own, { recursive: true })
    const stick = join(folder.path, '拷来的.dingbian')
    mkdirSync(join(folder.path, 'x'))
    const book = await openBookFile(path)
    const copy = await createBackup(book, { reason: '手动备份', folder: join(folder.path, 'x'), at: AT })
    await closeBookFile(book)
    copyFileSync(copy.path, stick)
    // A file where the backup folder would be, which noted the copy made elsewhere.
    rmSync(own, { recursive: true })
    writeFileSync(own, '')
    expect(await refusal(stick)).toMatchObject(refused('directory_not_found'))
  })
})
