import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { forgetAnswers } from './forget-answers.ts'
import { commitImport } from './commit-import.ts'
import { previewImport } from './preview-import.ts'
import { refusedFile } from './make-refused-file.ts'
import { recogniseFile } from './recognise-file.ts'

export const IMPORT_QUERIES = {
  'import.preview': previewImport,
  'import.refusedFile': refusedFile,
  'file.recognise': recogniseFile,
} satisfies Partial<QueryHandlers>

export const IMPORT_COMMANDS = {
  'import.commit': commitImport,
  'import.forget': forgetAnswers,
} satisfies Partial<CommandHandlers>
