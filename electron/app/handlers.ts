import type { CommandHandlers, QueryHandlers } from './context.ts'
import { createBackupNow } from './backup-create.ts'
import { listBackupsOfBook } from './backup-list.ts'
import { verifyOpenBook } from './book-verify.ts'
import { runCheck } from './check-run.ts'
import { explainFigure } from './figure-explain.ts'
import { readFigures } from './figures-read.ts'
import { settleIdentity } from './identity-settle.ts'
import { commitImport } from './import-commit.ts'
import { previewImport } from './import-preview.ts'
import { readJournal } from './journal-read.ts'
import { setLeadershipQuota } from './leadership-quota-set.ts'
import { readNoticeFile } from './notice-file.ts'
import { issueNotice } from './notice-issue.ts'
import { listNotices } from './notice-list.ts'
import { previewNotice } from './notice-preview.ts'
import { chooseOverQuota } from './over-quota-choose.ts'
import { correctPerson } from './person-correct.ts'
import { readPerson } from './person-read.ts'
import { revealPerson } from './person-reveal.ts'
import { setQuota } from './quota-set.ts'
import { readRoster } from './roster-read.ts'
import { createUnit } from './unit-create.ts'
import { readUnits } from './units-read.ts'

/** The contract's operations on an open book. An operation without its handler does not compile. */
export const QUERIES: QueryHandlers = {
  'figures.read': readFigures,
  'figure.explain': explainFigure,
  'units.read': readUnits,
  'roster.read': readRoster,
  'person.read': readPerson,
  'check.run': runCheck,
  'journal.read': readJournal,
  'import.preview': previewImport,
  'notice.preview': previewNotice,
  'notice.list': listNotices,
  'notice.file': readNoticeFile,
  'backup.list': listBackupsOfBook,
  'backup.create': createBackupNow,
  'book.verify': verifyOpenBook,
}

export const COMMANDS: CommandHandlers = {
  'import.commit': commitImport,
  'notice.issue': issueNotice,
  'person.correct': correctPerson,
  'identity.settle': settleIdentity,
  'overQuota.choose': chooseOverQuota,
  'unit.create': createUnit,
  'quota.set': setQuota,
  'leadershipQuota.set': setLeadershipQuota,
  'person.reveal': revealPerson,
}
