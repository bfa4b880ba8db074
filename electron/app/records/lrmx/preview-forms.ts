import type { Input, Output } from '../../../contract/operations.ts'
import { ledgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { loadFacts } from '../../../store/load-facts.ts'
import type { QueryContext } from '../../context.ts'
import { holdForms, parseForms } from './gather-forms.ts'
import { importedView } from './imported-view.ts'

/** What importing the staged forms would change, field by field. */
export async function previewForms(
  input: Input<'lrmx.preview'>,
  context: QueryContext,
): Promise<Output<'lrmx.preview'>> {
  const parsed = parseForms(input, context)
  const ledger = ledgerBook(await loadFacts(context.db))
  const today = context.clock.today()
  return importedView(parsed, await holdForms(context.db, parsed.forms, ledger, today), ledger, {
    today,
    whole: input.whole === true ? 'theirs' : 'none',
  })
}
