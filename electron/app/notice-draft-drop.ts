import type { Input, Output } from '../contract/operations.ts'
import { dropNoticeDraft, readNoticeDraft } from '../store/notice-draft-store.ts'
import type { CommandContext } from './context.ts'

/** Gives the draft up; the journal keeps what it was. */
export async function dropDraft(_input: Input<'notice.dropDraft'>, context: CommandContext): Promise<Output<'notice.dropDraft'>> {
  if ((await readNoticeDraft(context.db)) === undefined) return { ok: true }
  await context.commit({ summary: '放弃公示拟稿' }, (tx, journal) => dropNoticeDraft(tx, journal))
  return { ok: true }
}
