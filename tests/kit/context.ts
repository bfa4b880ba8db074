import type { CommandContext, ExcelPort, Report, StagedFile } from '../../electron/app/context.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { backupFolderOf, createBackup } from '../../electron/store/backup.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT } from './book.ts'

/** The day on which tests stand. */
export const TODAY = '2026-11-22'

let ids = 0

/** Counted ids: the same order as they were given, in every run. */
export function nextId(): string {
  ids += 1
  return `id-${String(ids).padStart(8, '0')}`
}

export interface TestContextOptions {
  readonly operation?: string
  readonly actor?: string
  readonly today?: string
  /** UTC instant of everything this context writes; the instant of all tests unless given. */
  readonly now?: string
  readonly excel?: ExcelPort
  readonly report?: Report
  readonly signal?: AbortSignal
}

export interface TestContext extends CommandContext {
  /** Puts a file where `stagedFile` finds it; returns its id. */
  readonly stage: (name: string, bytes: Uint8Array) => string
  /** Reasons of the copies made, oldest first. */
  readonly backups: readonly string[]
}

/** A handler's context on a real book file: real commits, copies and workbook child; only clock and ids are fixed. */
export function makeContext(book: OpenBook, options: TestContextOptions = {}): TestContext {
  const staged = new Map<string, StagedFile>()
  const backups: string[] = []
  const actor = options.actor ?? '经办人'
  return {
    clock: { now: () => options.now ?? RECORDED_AT, today: () => options.today ?? TODAY },
    newId: nextId,
    actor,
    excel: options.excel ?? createExcelPort(),
    stagedFile: (fileId) => {
      const file = staged.get(fileId)
      if (file === undefined) throw new Refusal('file_expired')
      return file
    },
    report: options.report ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
    db: book.db,
    book,
    backup: (reason, directory) => {
      backups.push(reason)
      return createBackup(book, { reason, folder: directory ?? backupFolderOf(book.path), at: RECORDED_AT })
    },
    commit: (draft, work) =>
      commitCommand(
        book.db,
        { ...draft, recordedAt: options.now ?? RECORDED_AT, actor, operation: options.operation ?? 'person.correct' },
        work,
      ),
    stage: (name, bytes) => {
      const id = `file-${staged.size + 1}`
      staged.set(id, { id, name, bytes })
      return id
    },
    backups,
  }
}
