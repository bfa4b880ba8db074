import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { LocalPack } from '../../domain/model/local-pack.ts'
import type { JournalWriter } from '../../store/journal.ts'
import { readLocalPacks, readPackChoice, writeLocalPack } from '../../store/pack-store.ts'
import type { CommandContext } from '../context.ts'
import { readAdoptedIds } from './adopt-law.ts'
import { packFromDraft } from './draft-pack.ts'
import { findPack } from './find-pack.ts'

type Tx = Parameters<Parameters<CommandContext['commit']>[1]>[0]

/** Writes a local pack, a new one or in place of its earlier form; in force, the checks follow at once. @throws what `packFromDraft` throws */
export async function savePack(input: Input<'pack.save'>, context: CommandContext): Promise<Output<'pack.save'>> {
  const { result, entry } = await context.commit(
    { reason: input.reason ?? null, summary: '保存本地规则包' },
    async (tx, journal) => {
      const pack = packFromDraft(input.draft, await readLocalPacks(tx), {
        newId: context.newId,
        actor: context.actor,
        today: context.clock.today(),
        adopted: await readAdoptedIds(tx),
      })
      await keepPack(tx, journal, pack, context.clock.now())
      journal.describe({ summary: `${input.draft.id === undefined ? '新建' : '修改'}本地规则包“${pack.title}”` })
      return pack.id
    },
  )
  return { id: result, seq: entry.seq }
}

/** Writes the pack; the day its timed rules run from goes along where it is in force. */
export async function keepPack(tx: Tx, journal: JournalWriter, pack: LocalPack, recordedAt: string): Promise<void> {
  await writeLocalPack(tx, journal, pack, recordedAt)
  const { packId } = await readPackChoice(tx)
  if (packId === pack.id) await journal.update('book', 'book', { pack_from: pack.packFrom })
}

/** Takes a local pack out of the book; the journal keeps it. @throws `pack_not_found`, `pack_is_shipped`, `pack_in_use` */
export async function removePack(input: Input<'pack.remove'>, context: CommandContext): Promise<Output<'pack.remove'>> {
  const { entry } = await context.commit({ summary: '删除本地规则包' }, async (tx, journal) => {
    const locals = await readLocalPacks(tx)
    const { title } = findPack(input.pack, locals).pack
    if (!locals.some((pack) => pack.id === input.pack)) throw new Refusal('pack_is_shipped', { title })
    const { packId } = await readPackChoice(tx)
    if (packId === input.pack) throw new Refusal('pack_in_use', { title })
    await journal.remove('rule_pack', input.pack)
    journal.describe({ summary: `删除本地规则包“${title}”` })
  })
  return { seq: entry.seq }
}
