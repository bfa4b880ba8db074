import type { Input, NamesOfKind, Output } from '../contract/operations.ts'
import { checkArithmetic } from '../app/arithmetic-check.ts'
import { makeBlankFile } from '../app/blank-file.ts'
import { listPacks } from '../app/packs-list.ts'
import { listReports } from '../app/report-list.ts'
import { showPack } from '../app/packs-read.ts'
import { listRules } from '../app/rules-list.ts'
import { browseFolder } from './browse-folder.ts'
import { closeBook, createNewBook, openBook, openSample, readStatus, restoreFromBackup } from './book-operations.ts'
import type { Session } from './session.ts'
import { stageFile, stageSample } from './staged-files.ts'

export type HostHandlers = { readonly [K in NamesOfKind<'host'>]: (input: Input<K>, session: Session) => Promise<Output<K>> }

/** Operations that need no open book: they open, close and restore books, take in files and stop tasks. */
export const HOST_OPERATIONS: HostHandlers = {
  'book.status': (_, session) => readStatus(session),
  'book.create': createNewBook,
  'book.open': openBook,
  'book.openSample': (_, session) => openSample(session),
  'book.close': (_, session) => closeBook(session),
  'backup.restore': restoreFromBackup,
  'packs.list': () => Promise.resolve(listPacks()),
  'pack.show': async (input) => showPack(input),
  'rules.list': () => Promise.resolve(listRules()),
  'arithmetic.check': (input) => Promise.resolve(checkArithmetic(input)),
  'report.list': () => Promise.resolve(listReports()),
  'blank.file': (input, session) => makeBlankFile(input, session.excel),
  'files.list': (input, session) => Promise.resolve(browseFolder(input.directory ?? session.dataFolder)),
  'file.stage': (input, session) => Promise.resolve(stageFile(session, input.name, input.base64)),
  'file.stageSample': (_, session) => Promise.resolve(stageSample(session)),
  'task.cancel': (input, session) => {
    session.tasks.get(input.taskId)?.abort()
    return Promise.resolve({ ok: true as const })
  },
}
