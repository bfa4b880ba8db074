import type { Input, Output } from '../../../contract/operations.ts'
import { ledgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { recordsByPerson } from '../../../domain/lrmx/book-form.ts'
import { maskForm } from '../../../domain/lrmx/mask-form.ts'
import { loadFacts } from '../../../store/load-facts.ts'
import type { CommandContext, QueryContext } from '../../context.ts'
import { personNamed } from '../../../domain/assess/resolve-event.ts'
import { personMark } from '../../../domain/ledger/journal/person-marks.ts'
import { formView, personForm, pictureOf } from './person-form.ts'

/** A person's form as it would be written today; ID number, 简历, 家庭成员 and 奖惩情况 masked. @throws `name_unknown`, `name_ambiguous`. */
export async function readPersonForm(input: Input<'lrmx.read'>, context: QueryContext): Promise<Output<'lrmx.read'>> {
  const day = input.asOf ?? context.clock.today()
  const ledger = ledgerBook(await loadFacts(context.db))
  const person = personNamed(ledger, input.person, day)
  const form = personForm(ledger, recordsByPerson(ledger), person, day)
  const picture = input.withPhoto === true ? await pictureOf(context.db, form) : null
  return {
    ...formView({ ...form, values: maskForm(form.values) }),
    picture: picture === null ? null : { mediaType: picture.mediaType, base64: picture.content.toString('base64') },
  }
}

/** The same whole; who looked is on the disk before it is shown. */
export async function revealPersonForm(
  input: Input<'lrmx.reveal'>,
  context: CommandContext,
): Promise<Output<'lrmx.reveal'>> {
  const { result } = await context.commit(
    { reason: input.reason, summary: '查看任免审批表全文' },
    async (tx, journal) => {
      const day = context.clock.today()
      const ledger = ledgerBook(await loadFacts(tx))
      const person = personNamed(ledger, input.person, day)
      journal.describe({ summary: `查看了${personMark(person.id)}任免审批表全文` })
      return formView(personForm(ledger, recordsByPerson(ledger), person, day))
    },
  )
  return result
}
