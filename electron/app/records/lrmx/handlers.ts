import type { CommandHandlers, QueryHandlers } from '../../context.ts'
import { exportForms } from './export-forms.ts'
import { importForms } from './import-forms.ts'
import { lookAtForm } from './look-at-form.ts'
import { previewForms } from './preview-forms.ts'
import { readPersonForm, revealPersonForm } from './read-forms.ts'

export const LRMX_QUERIES = {
  'lrmx.preview': previewForms,
  'lrmx.read': readPersonForm,
} satisfies Partial<QueryHandlers>

export const LRMX_COMMANDS = {
  'lrmx.import': importForms,
  'lrmx.look': lookAtForm,
  'lrmx.reveal': revealPersonForm,
  'lrmx.export': exportForms,
} satisfies Partial<CommandHandlers>
