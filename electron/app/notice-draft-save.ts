import type { Input, Output } from '../contract/operations.ts'
import { readNoticeDraft, writeNoticeDraft } from '../store/notice-draft-store.ts'
import type { CommandContext } from './context.ts'

/** Keeps the draft. What was signed stays with it; whether it still stands is seen when it is read. The same again writes nothing. */
export async function saveDraft(input: Input<'notice.saveDraft'>, context: CommandContext): Promise<Output<'notice.saveDraft'>> {
  const content = JSON.stringify(input.content)
  if ((await readNoticeDraft(context.db))?.content === content) return { ok: true }
  await context.commit({ summary: '保存公示拟稿' }, async (tx, journal) => {
    const known = await readNoticeDraft(tx)
    const unsigned = { checked_by: null, checked_on: null, checked_sheet: null, reviewed_by: null, reviewed_on: null, reviewed_sheet: null }
    await writeNoticeDraft(tx, journal, { ...unsigned, ...known, id: 'next', content, recorded_at: context.clock.now() })
  })
  return { ok: true }
}
