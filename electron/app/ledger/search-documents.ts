import type { Input, Output } from '../../contract/operations.ts'
import { matchesDocument } from '../../domain/ledger/journal/document-search.ts'
import { readDocuments } from '../../store/document-register.ts'
import type { QueryContext } from '../context.ts'

/** 依据文件 by number, title, issuing body or date, with what rests on each and its scans; all of them without a search. */
export async function searchDocuments(
  input: Input<'documents.search'>,
  context: QueryContext,
): Promise<Output<'documents.search'>> {
  const search = input.search ?? ''
  const found = (await readDocuments(context.db)).filter((document) => matchesDocument(document, search))
  return {
    documents: found.map((document) => ({
      documentId: document.id,
      number: document.number,
      title: document.title,
      issuer: document.issuing_body,
      issuedOn: document.issued_on,
      uses: document.uses,
      attachments: [...document.attachments],
    })),
  }
}
