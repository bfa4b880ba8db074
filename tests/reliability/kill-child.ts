import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RawWorkbook } from '../../electron/domain/table/raw-workbook.ts'
import { backupFolderOf, createBackup } from '../../electron/store/backup.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, createBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { restoreBook } from '../../electron/store/restore.ts'
import { foundTownship, insertPeople } from '../store/invented-township.ts'
import { RECORDED_AT } from '../kit/book.ts'

/*
 * Does one job of the real store on a real file and is killed in the middle of it. `begin` and `ack <what>` go to the
 * parent in one write each, `ack` only after the job was acknowledged.
 */

const [job = '', path = '', label = '', rows = '2000'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

async function opened(work: (book: OpenBook) => Promise<void>): Promise<void> {
  const book = await openBookFile(path)
  say('begin')
  await work(book)
  say(`ack ${label}`)
  await closeBookFile(book)
}

/** The control: the same rows in four commits, which is what an import must not do. */
async function addPeopleInParts(book: OpenBook): Promise<void> {
  const part = Number(rows) / 4
  for (let from = 0; from < Number(rows); from += part) {
    await commitCommand(
      book.db,
      { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: '导入花名册的一部分' },
      (_, journal) => insertPeople(journal, label, from, part),
    )
  }
}

/** The import as a clerk confirms it, from a workbook already read; `begin` comes when it starts to write, with the copy before the import. */
async function importWorkbook(book: OpenBook, workbook: RawWorkbook): Promise<void> {
  // Only here: the other jobs start twice as quickly without.
  const { commitImport } = await import('../../electron/app/import/commit-import.ts')
  const { makeContext } = await import('../kit/context.ts')
  const context = makeContext(book, {
    operation: 'import.commit',
    excel: {
      parse: () => Promise.resolve(workbook),
      fill: () => Promise.reject(new Error('nothing is filled here')),
      draw: () => Promise.reject(new Error('nothing is drawn here')),
      blank: () => Promise.reject(new Error('nothing is drawn here')),
    },
    report: (phase) => phase === '备份' && say('begin'),
  })
  const fileId = context.stage('花名册.xlsx', new Uint8Array())
  const { committed } = await commitImport({ fileId }, { ...context, newId: randomUUID })
  if (committed) say('ack imported')
}

/** The controls: bytes straight into the file they are meant for, piece by piece. */
async function writeStraight(target: string, bytes: Buffer): Promise<void> {
  rmSync(target, { force: true })
  say('begin')
  for (let from = 0; from < bytes.length; from += PIECE) {
    appendFileSync(target, bytes.subarray(from, from + PIECE))
    await wait(10)
  }
}
const PIECE = 4096

/** A copy that is in the list before it is there. */
async function backUpCarelessly(): Promise<void> {
  const book = await openBookFile(path)
  const folder = backupFolderOf(path)
  const made = await createBackup(book, { reason: '退出', folder, at: new Date().toISOString() })
  await closeBookFile(book)
  const aside = `${path}.aside`
  mkdirSync(aside)
  renameSync(join(folder, made.file), join(aside, made.file))
  await writeStraight(join(folder, made.file), readFileSync(join(aside, made.file)))
  say('ack done')
}

const JOBS: Readonly<Record<string, () => Promise<void>>> = {
  writeInParts: () => opened(addPeopleInParts),
  backup: () =>
    opened(
      async (book) =>
        void (await createBackup(book, { reason: '退出', folder: backupFolderOf(path), at: new Date().toISOString() })),
    ),
  import: async () => {
    const book = await openBookFile(path)
    // The workbook as the parser child hands it over.
    await importWorkbook(book, JSON.parse(readFileSync(label, 'utf8')) as RawWorkbook)
    await closeBookFile(book)
  },
  create: async () => {
    say('begin')
    const book = await createBookFile(path, { initialise: async (fresh) => void (await foundTownship(fresh)) })
    say(`ack ${label}`)
    await closeBookFile(book)
  },
  carelessBackup: backUpCarelessly,
  carelessly: async () => {
    await writeStraight(path, readFileSync(label))
    say('ack done')
  },
  restore: async () => {
    say('begin')
    await restoreBook({ bookPath: path, backupPath: label, at: new Date().toISOString() })
    say('ack restored')
  },
}

await JOBS[job]?.()
