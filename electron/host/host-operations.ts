import type { Input, NamesOfKind, Output } from '../contract/operations.ts'
import { checkArithmetic } from '../app/book/check-arithmetic.ts'
import { makeBlankFile } from '../app/forms/make-blank.ts'
import { listPacks } from '../app/packs/list-packs.ts'
import { listReports } from '../app/forms/draft-report.ts'
import { showPack } from '../app/packs/read-packs.ts'
import { readLaws } from '../app/packs/read-laws.ts'
import { listRules, readRules } from '../app/packs/list-rules.ts'
import {
  addPerson,
  changePassword,
  changePerson,
  confirmPassword,
  lock,
  protectBook,
  readAccess,
  recoverBook,
  showSheet,
  unlock,
  unprotectBook,
} from './access.ts'
import { browseFolder } from './browse-folder.ts'
import {
  adoptBook,
  closeBook,
  createNewBook,
  openBook,
  openSample,
  readStatus,
  restoreFromBackup,
} from './book-operations.ts'
import { changePreferences, readPreferences } from './preferences.ts'
import { watchConnections } from './connection-watch.ts'
import { createCounty, openCounty, readCountyStatus } from './county-files.ts'
import { lookAtCopy, openCopy } from './lent-file.ts'
import type { Session } from './session.ts'
import { stageFile, stageSample } from './staged-files.ts'

export type HostHandlers = {
  readonly [K in NamesOfKind<'host'>]: (input: Input<K>, session: Session) => Promise<Output<K>>
}

/** Operations that need no open book: they open, close and restore books, take in files and stop tasks. */
export const HOST_OPERATIONS: HostHandlers = {
  'book.status': (_, session) => readStatus(session),
  'book.create': createNewBook,
  'book.open': openBook,
  'book.openSample': (_, session) => openSample(session),
  'book.adopt': adoptBook,
  'book.close': (_, session) => closeBook(session),
  'backup.restore': restoreFromBackup,
  'county.status': (_, session) => Promise.resolve(readCountyStatus(session)),
  'county.create': createCounty,
  'county.open': openCounty,
  'access.read': (_, session) => readAccess(session),
  'access.protect': protectBook,
  'access.unprotect': unprotectBook,
  'access.addPerson': addPerson,
  'access.changePerson': changePerson,
  'access.changePassword': changePassword,
  'access.sheet': showSheet,
  'access.recover': recoverBook,
  'access.confirm': confirmPassword,
  'access.lock': (_, session) => lock(session),
  'access.unlock': unlock,
  'packs.list': () => Promise.resolve(listPacks()),
  'pack.show': async (input) => showPack(input),
  'rules.list': async (input) => listRules(input),
  'rules.read': () => Promise.resolve(readRules()),
  'laws.read': () => Promise.resolve(readLaws()),
  'arithmetic.check': (input) => Promise.resolve(checkArithmetic(input)),
  'report.list': () => Promise.resolve(listReports()),
  'blank.file': (input, session) => makeBlankFile(input, session.excel, session.book()?.db),
  'files.list': (input, session) => Promise.resolve(browseFolder(input.directory ?? session.dataFolder)),
  'file.stage': (input, session) => Promise.resolve(stageFile(session, input.name, input.base64)),
  'file.stageSample': (_, session) => Promise.resolve(stageSample(session)),
  'display.read': (_, session) => Promise.resolve(displayOf(readPreferences(session.dataFolder))),
  'display.set': (input, session) => Promise.resolve(displayOf(changePreferences(session.dataFolder, defined(input)))),
  'network.read': () => {
    const watch = watchConnections()
    return Promise.resolve({ since: watch.since, count: watch.count(), latest: [...watch.latest()] })
  },
  'viewCopy.open': (input, session) => openCopy(session, input),
  'viewCopy.look': (input, session) => Promise.resolve(lookAtCopy(session, input)),
  'task.cancel': (input, session) => {
    session.tasks.get(input.taskId)?.abort()
    return Promise.resolve({ ok: true as const })
  },
}

function displayOf({ size, look }: Output<'display.read'>): Output<'display.read'> {
  return { size, look }
}

/** What was given, without what was left out. */
function defined({ size, look }: Input<'display.set'>): Partial<Output<'display.read'>> {
  return { ...(size === undefined ? {} : { size }), ...(look === undefined ? {} : { look }) }
}
