import type { Input, Output } from '../../../contract/operations.ts'
import { ledgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { personMark } from '../../../domain/ledger/journal/person-marks.ts'
import { LOOKED_AT } from '../../../domain/lrmx/mask-form.ts'
import { loadFacts } from '../../../store/load-facts.ts'
import type { CommandContext } from '../../context.ts'
import { holdForms, parseForms } from './gather-forms.ts'

/** What a staged form says otherwise in the masked parts, whole; that it was looked at is on the disk before it is shown. */
export async function lookAtForm(input: Input<'lrmx.look'>, context: CommandContext): Promise<Output<'lrmx.look'>> {
  const { forms } = parseForms({ fileIds: [input.fileId] }, context)
  const { result } = await context.commit(
    { reason: input.reason, summary: '查看了待导入的任免审批表' },
    async (tx, journal) => {
      const { matched } = await holdForms(tx, forms, ledgerBook(await loadFacts(tx)), context.clock.today())
      const marks = matched.map(({ person }) => personMark(person.id)).join('、')
      journal.describe({ summary: `查看了${marks}待导入的任免审批表中的简历、家庭成员、奖惩情况` })
      return matched
        .flatMap(({ differences }) => differences)
        .filter(({ field }) => LOOKED_AT.has(field))
        .map(({ field, from, to }) => ({ field, from, to }))
    },
  )
  return { differences: result }
}
