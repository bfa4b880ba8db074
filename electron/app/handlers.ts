import type { CommandHandlers, QueryHandlers } from './context.ts'
import { addEvent } from './add-event.ts'
import { makeAdhocFile } from './adhoc-file.ts'
import { previewAdhoc } from './adhoc-preview.ts'
import { addAttachment } from './attachment-add.ts'
import { readAttachment } from './attachment-file.ts'
import { createBackupNow } from './backup-create.ts'
import { listBackupsOfBook } from './backup-list.ts'
import { verifyOpenBook } from './book-verify.ts'
import { readChanges } from './changes-read.ts'
import { acceptTheirs } from './compare-accept.ts'
import { recordPay } from './compare-pay.ts'
import { readComparison } from './compare-read.ts'
import { refuseTheirs } from './compare-refuse.ts'
import { runCheck } from './check-run.ts'
import { searchDocuments } from './documents-search.ts'
import { previewCheckPaper, readCheckPaperFile } from './check-paper.ts'
import { explainFindings, reopenFindings } from './finding-explain.ts'
import { readFindings } from './findings-read.ts'
import { setDutyDates } from './duty-dates.ts'
import { markDutyDone, reopenDuty } from './duty-done.ts'
import { readDuties } from './duties-read.ts'
import { readForecast } from './forecast-read.ts'
import { explainFigure } from './figure-explain.ts'
import { readFigures } from './figures-read.ts'
import { readHistory } from './history-read.ts'
import { settleIdentity } from './identity-settle.ts'
import { commitImport } from './import-commit.ts'
import { previewImport } from './import-preview.ts'
import { readJournal } from './journal-read.ts'
import { redoEntry } from './journal-redo.ts'
import { undoEntry } from './journal-undo.ts'
import { setLeadershipQuota } from './leadership-quota-set.ts'
import { archiveNotice } from './notice-archive.ts'
import { readNoticeChanges } from './notice-changes.ts'
import { closeNotice } from './notice-close.ts'
import { readNoticeExceptions } from './notice-exceptions-read.ts'
import { readNoticeFile } from './notice-file.ts'
import { readNoticePaper } from './notice-paper.ts'
import { addPhoto } from './notice-photo-add.ts'
import { readNoticePhotoFile } from './notice-photo-file.ts'
import { readNotice } from './notice-read.ts'
import { readDraft } from './notice-draft-read.ts'
import { saveDraft } from './notice-draft-save.ts'
import { signDraft } from './notice-draft-sign.ts'
import { dropDraft } from './notice-draft-drop.ts'
import { readNoticeSheet } from './notice-sheet.ts'
import { issueNotice } from './notice-issue.ts'
import { listNotices } from './notice-list.ts'
import { previewNotice } from './notice-preview.ts'
import { closeObjection } from './objection-close.ts'
import { receiveObjection } from './objection-receive.ts'
import { readOffQuota } from './off-quota-read.ts'
import { chooseOverQuota } from './over-quota-choose.ts'
import { correctPerson } from './person-correct.ts'
import { setGate } from './gate-set.ts'
import { importHolidays, previewHolidays, readHolidays } from './holidays.ts'
import { choosePack } from './pack-choose.ts'
import { exportPack, importPack, previewPackImport } from './pack-exchange.ts'
import { previewPack } from './pack-preview.ts'
import { removePack, savePack } from './pack-save.ts'
import { readPackDetail, readPacks } from './packs-read.ts'
import { readPerson } from './person-read.ts'
import { revealPerson } from './person-reveal.ts'
import { readTimeline } from './person-timeline.ts'
import { readPosts } from './posts-read.ts'
import { previewEvent } from './preview-event.ts'
import { setQuota } from './quota-set.ts'
import { addRecord } from './record-add.ts'
import { changeRecord } from './record-change.ts'
import { removeRecord } from './record-remove.ts'
import { importRecords } from './records-import.ts'
import { previewRecordImport } from './records-import-preview.ts'
import { readRecords } from './records-read.ts'
import { makeReportFile } from './report-file.ts'
import { previewReport } from './report-preview.ts'
import { revealReport } from './report-reveal.ts'
import { listRosterLayouts } from './roster-layout-list.ts'
import { removeRosterLayout } from './roster-layout-remove.ts'
import { saveRosterLayout } from './roster-layout-save.ts'
import { readRoster } from './roster-read.ts'
import { readSeats } from './seats-read.ts'
import { fillTemplate } from './template-fill.ts'
import { previewTemplate } from './template-preview.ts'
import { readTemplateFile } from './template-read.ts'
import { rememberTemplate } from './template-remember.ts'
import { loadTasks } from './tasks-load.ts'
import { readChronicle } from './unit-chronicle.ts'
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
  'notice.sheet': readNoticeSheet,
  'notice.draft': readDraft,
  'notice.read': readNotice,
  'notice.changes': readNoticeChanges,
  'notice.exceptions': readNoticeExceptions,
  'notice.paper': readNoticePaper,
  'notice.photo': readNoticePhotoFile,
  'backup.list': listBackupsOfBook,
  'backup.create': createBackupNow,
  'book.verify': verifyOpenBook,
  'event.preview': previewEvent,
  'history.read': readHistory,
  'changes.read': readChanges,
  'unit.chronicle': readChronicle,
  'person.timeline': readTimeline,
  'seats.read': readSeats,
  'posts.read': readPosts,
  'offQuota.read': readOffQuota,
  'documents.search': searchDocuments,
  'attachment.file': readAttachment,
  'packs.read': readPacks,
  'pack.read': readPackDetail,
  'pack.preview': previewPack,
  'pack.export': exportPack,
  'pack.importPreview': previewPackImport,
  'holidays.read': readHolidays,
  'holidays.preview': previewHolidays,
  'findings.read': readFindings,
  'checkPaper.preview': previewCheckPaper,
  'checkPaper.file': readCheckPaperFile,
  'records.read': readRecords,
  'compare.read': readComparison,
  'records.importPreview': previewRecordImport,
  'forecast.read': readForecast,
  'duties.read': readDuties,
  'template.read': readTemplateFile,
  'template.preview': previewTemplate,
  'report.preview': previewReport,
  'rosterLayout.list': listRosterLayouts,
  'adhoc.preview': previewAdhoc,
}

export const COMMANDS: CommandHandlers = {
  'import.commit': commitImport,
  'notice.issue': issueNotice,
  'notice.saveDraft': saveDraft,
  'notice.signDraft': signDraft,
  'notice.dropDraft': dropDraft,
  'notice.close': closeNotice,
  'notice.archive': archiveNotice,
  'notice.addPhoto': addPhoto,
  'objection.receive': receiveObjection,
  'objection.close': closeObjection,
  'person.correct': correctPerson,
  'identity.settle': settleIdentity,
  'overQuota.choose': chooseOverQuota,
  'unit.create': createUnit,
  'quota.set': setQuota,
  'leadershipQuota.set': setLeadershipQuota,
  'person.reveal': revealPerson,
  'event.add': addEvent,
  'journal.undo': undoEntry,
  'journal.redo': redoEntry,
  'attachment.add': addAttachment,
  'pack.choose': choosePack,
  'pack.save': savePack,
  'pack.remove': removePack,
  'pack.import': importPack,
  'gate.set': setGate,
  'holidays.import': importHolidays,
  'finding.explain': explainFindings,
  'finding.reopen': reopenFindings,
  'record.add': addRecord,
  'record.change': changeRecord,
  'record.remove': removeRecord,
  'records.import': importRecords,
  'tasks.load': loadTasks,
  'compare.accept': acceptTheirs,
  'compare.refuse': refuseTheirs,
  'compare.pay': recordPay,
  'duty.done': markDutyDone,
  'duty.reopen': reopenDuty,
  'duty.dates': setDutyDates,
  'template.remember': rememberTemplate,
  'template.fill': fillTemplate,
  'report.reveal': revealReport,
  'report.file': makeReportFile,
  'rosterLayout.save': saveRosterLayout,
  'rosterLayout.remove': removeRosterLayout,
  'adhoc.file': makeAdhocFile,
}
