import type { Input, Output } from '../../contract/operations.ts'
import { isNumber } from '../../vocabulary/document-number.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { readDocumentByNumber } from '../../store/attachment-store.ts'
import { readBasisDocument } from '../../store/document-store.ts'
import type { CommandContext } from '../context.ts'

/**
 * Supplies what a document still lacks; everything that rests on it rests on the same paper as before.
 * @throws `name_unknown`; `invalid_input` where the number is on record already, is another document's, or nothing is supplied.
 */
export async function completeDocument(
  input: Input<'document.complete'>,
  context: CommandContext,
): Promise<Output<'document.complete'>> {
  const given = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text.trim())
  const number = given(input.number)
  const { entry } = await context.commit({ summary: '补登文件' }, async (tx, journal) => {
    const document = await readBasisDocument(tx, input.documentNumber)
    if (document === undefined) throw new Refusal('name_unknown', { name: input.documentNumber, what: '依据文件' })
    if (number !== undefined) {
      if (isNumber(document.number) && number !== document.number)
        throw new Refusal('invalid_input', { field: '文号', problem: `已登记为“${document.number}”，这里只补登待补的` })
      if (!isNumber(number)) throw new Refusal('invalid_input', { field: '文号', problem: '请写批文上的文号' })
      if (number !== document.number && (await readDocumentByNumber(tx, number)) !== undefined)
        throw new Refusal('invalid_input', { field: '文号', problem: `编制本里已有“${number}”这份文件` })
    }
    const set = {
      ...(number === undefined || number === document.number ? {} : { number }),
      ...(document.issuing_body !== null || given(input.issuer) === undefined
        ? {}
        : { issuing_body: given(input.issuer) ?? null }),
      ...(document.issued_on !== null || input.issuedOn === undefined ? {} : { issued_on: input.issuedOn }),
    }
    if (Object.keys(set).length === 0)
      throw new Refusal('invalid_input', {
        field: '补登内容',
        problem: '没有可以补登的：文号、机关、日期都已登记，或都没有填',
      })
    await journal.update('basis_document', document.id, set)
    const titles = [
      'number' in set ? '文号' : null,
      'issuing_body' in set ? '发文机关' : null,
      'issued_on' in set ? '发文日期' : null,
    ].filter((title) => title !== null)
    const name = number ?? document.number
    journal.describe({ documentNumber: name, summary: `补登${name}的${titles.join('、')}` })
  })
  return { seq: entry.seq }
}
