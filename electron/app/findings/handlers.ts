import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { previewCheckPaper, readCheckPaperFile } from './make-check-paper.ts'
import { runCheck } from './run-check.ts'
import { readDue } from './read-due.ts'
import { readDuties } from './read-duties.ts'
import { setDutyDates } from './set-duty-dates.ts'
import { markDutyDone, reopenDuty } from './mark-duty-done.ts'
import { explainFindings, reopenFindings } from './explain-findings.ts'
import { readFindings } from './read-findings.ts'
import { readForecast } from './read-forecast.ts'
import { setGate } from './set-gate.ts'

export const FINDINGS_QUERIES = {
  'check.run': runCheck,
  'findings.read': readFindings,
  'checkPaper.preview': previewCheckPaper,
  'checkPaper.file': readCheckPaperFile,
  'forecast.read': readForecast,
  'due.read': readDue,
  'duties.read': readDuties,
} satisfies Partial<QueryHandlers>

export const FINDINGS_COMMANDS = {
  'gate.set': setGate,
  'finding.explain': explainFindings,
  'finding.reopen': reopenFindings,
  'duty.done': markDutyDone,
  'duty.reopen': reopenDuty,
  'duty.dates': setDutyDates,
} satisfies Partial<CommandHandlers>
