import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { makeAdhocFile, previewAdhoc } from './make-adhoc.ts'
import { checkBureau, makeBureauFile } from './make-bureau.ts'
import { listCodeWords, meanCodeWord, readCodes } from './read-codes.ts'
import { makeReportFile, previewReport, revealReport } from './draft-report.ts'
import { makeListFile, previewListPaper } from './make-list-paper.ts'
import { listRosterLayouts, removeRosterLayout, saveRosterLayout } from './keep-layouts.ts'
import { leaveSheet, listSheetViews, removeSheetView, saveSheetView } from './keep-sheet-views.ts'
import { makeHandoverPack } from './paper-packs/make-handover-pack.ts'
import { makeInspectionPack } from './paper-packs/make-inspection-pack.ts'
import { fillTemplate, previewTemplate, readTemplateFile, rememberTemplate } from './fill-template.ts'

export const FORMS_QUERIES = {
  'template.read': readTemplateFile,
  'template.preview': previewTemplate,
  'report.preview': previewReport,
  'rosterLayout.list': listRosterLayouts,
  'adhoc.preview': previewAdhoc,
  'listPaper.preview': previewListPaper,
  'listPaper.file': makeListFile,
  'sheetView.list': listSheetViews,
  'sheetView.leave': leaveSheet,
  'bureau.check': checkBureau,
  'codes.read': readCodes,
  'codeWords.list': listCodeWords,
} satisfies Partial<QueryHandlers>

export const FORMS_COMMANDS = {
  'template.remember': rememberTemplate,
  'template.fill': fillTemplate,
  'report.reveal': revealReport,
  'report.file': makeReportFile,
  'rosterLayout.save': saveRosterLayout,
  'rosterLayout.remove': removeRosterLayout,
  'sheetView.save': saveSheetView,
  'sheetView.remove': removeSheetView,
  'adhoc.file': makeAdhocFile,
  'handoverPack.make': makeHandoverPack,
  'inspectionPack.make': makeInspectionPack,
  'bureau.file': makeBureauFile,
  'codeWords.mean': meanCodeWord,
} satisfies Partial<CommandHandlers>
