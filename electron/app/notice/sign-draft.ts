import { Refusal } from '../../vocabulary/refusals.ts'
import { DRAFT_STEP_TITLES } from '../../contract/notice-draft-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { Kysely } from 'kysely'
import type { BookDatabase, NoticeDraftTable } from '../../store/book-database.ts'
import type { Member } from '../../store/member-store.ts'
import { readDrafter, readNoticeDraft, writeNoticeDraft } from '../../store/notice-draft-store.ts'
import type { CommandContext } from '../context.ts'
import { refuseOneSigner } from './read-sign-offs.ts'
import { draftFingerprint } from './keep-draft.ts'

/**
 * 初审 or 保密审查 of the draft as it is: who, when, and the hash of what they saw. 先审查、后公开 (信息公开条例 art. 17): first the check,
 * then the review, and the review of the very sheet that was checked. A new check makes the review before it void.
 * @throws notice_sign_off; notice_same_signer; what drawing the draft up throws.
 */
export async function signDraft(
  input: Input<'notice.signDraft'>,
  context: CommandContext,
): Promise<Output<'notice.signDraft'>> {
  const what = DRAFT_STEP_TITLES[input.step]
  const today = context.clock.today()
  const on = input.on ?? today
  if (on > today) throw new Refusal('notice_sign_off', { what, day: on, why: '还没有到' })
  const sheet = await draftFingerprint(input.content, context)
  // In a book with named people nobody signs in another's name.
  const by = context.me?.name ?? input.by
  await context.commit({ effectiveOn: on, summary: `公示拟稿${what}：${by}，${on}` }, async (tx, journal) => {
    const known = await readNoticeDraft(tx)
    if (context.me !== undefined) await refuseOwnDraft(tx, known, input, context.me)
    await writeNoticeDraft(tx, journal, {
      id: 'next',
      content: JSON.stringify(input.content),
      recorded_at: context.clock.now(),
      ...signOffs(known, { ...input, by, on, sheet }),
    })
  })
  return { ok: true }
}

/** 审核 signs what another has drafted, exactly as it was drafted. @throws own_draft, notice_sign_off */
async function refuseOwnDraft(
  tx: Kysely<BookDatabase>,
  known: NoticeDraftTable | undefined,
  input: Input<'notice.signDraft'>,
  me: Member,
): Promise<void> {
  const drafter = await readDrafter(tx)
  if (known === undefined || drafter === null || known.content !== JSON.stringify(input.content))
    throw new Refusal('notice_sign_off', {
      what: DRAFT_STEP_TITLES[input.step],
      day: input.on ?? '',
      why: '签的要是经办保存的那一份，请先由经办保存拟稿',
    })
  if (drafter === me.name) throw new Refusal('own_draft')
}

type SignOffs = Omit<NoticeDraftTable, 'id' | 'content' | 'recorded_at'>

function signOffs(
  known: NoticeDraftTable | undefined,
  {
    step,
    by,
    on,
    sheet,
  }: Pick<Input<'notice.signDraft'>, 'step' | 'by'> & { readonly on: string; readonly sheet: string },
): SignOffs {
  if (step === 'checked')
    return {
      checked_by: by,
      checked_on: on,
      checked_sheet: sheet,
      reviewed_by: null,
      reviewed_on: null,
      reviewed_sheet: null,
    }
  const what = DRAFT_STEP_TITLES.reviewed
  if (known === undefined || known.checked_by === null || known.checked_on === null)
    throw new Refusal('notice_sign_off', { what, day: on, why: '还没有初审' })
  if (known.checked_sheet !== sheet)
    throw new Refusal('notice_sign_off', { what, day: on, why: '初审以后内容有变动，请先重新初审' })
  if (on < known.checked_on)
    throw new Refusal('notice_sign_off', { what, day: on, why: `在初审日期 ${known.checked_on} 之前` })
  refuseOneSigner(known.checked_by, by)
  return {
    checked_by: known.checked_by,
    checked_on: known.checked_on,
    checked_sheet: known.checked_sheet,
    reviewed_by: by,
    reviewed_on: on,
    reviewed_sheet: sheet,
  }
}
