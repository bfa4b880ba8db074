import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { LRMX_COMMANDS, LRMX_QUERIES } from './lrmx/handlers.ts'
import { addRecords } from './add-records.ts'
import { addRecord } from './add-record.ts'
import { changeRecord } from './change-record.ts'
import { lookAtRecord } from './look-record.ts'
import { removeRecord } from './remove-record.ts'
import { previewRecordImport } from './preview-record-import.ts'
import { importRecords } from './import-records.ts'
import { readRecords } from './read-records.ts'
import { loadTasks } from './load-tasks.ts'

export const RECORDS_QUERIES = {
  ...LRMX_QUERIES,
  'records.read': readRecords,
  'records.importPreview': previewRecordImport,
} satisfies Partial<QueryHandlers>

export const RECORDS_COMMANDS = {
  ...LRMX_COMMANDS,
  'record.add': addRecord,
  'record.addMany': addRecords,
  'record.change': changeRecord,
  'record.remove': removeRecord,
  'record.look': lookAtRecord,
  'records.import': importRecords,
  'tasks.load': loadTasks,
} satisfies Partial<CommandHandlers>
