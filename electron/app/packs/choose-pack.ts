import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readLocalPacks, readPackChoice } from '../../store/pack-store.ts'
import type { CommandContext } from '../context.ts'
import { findPack } from './find-pack.ts'

/** Puts another pack in force; facts and figures stay, the checks run by its rules from now on. @throws `pack_not_found`, `event_impossible` */
export async function choosePack(input: Input<'pack.choose'>, context: CommandContext): Promise<Output<'pack.choose'>> {
  const { entry } = await context.commit(
    { reason: input.reason ?? null, summary: '换用规则包' },
    async (tx, journal) => {
      const locals = await readLocalPacks(tx)
      const { pack } = findPack(input.pack, locals)
      const { packId } = await readPackChoice(tx)
      if (packId === pack.id) throw new Refusal('event_impossible', { why: `“${pack.title}”正在使用` })
      await journal.update('book', 'book', { pack_id: pack.id, pack_from: pack.packFrom })
      journal.describe({ summary: `规则包由“${titleOf(packId, locals)}”换为“${pack.title}”` })
    },
  )
  return { seq: entry.seq }
}

/** A pack of another version may be unknown here: then its id. */
function titleOf(id: string, locals: Parameters<typeof findPack>[1]): string {
  try {
    return findPack(id, locals).pack.title
  } catch (error) {
    if (error instanceof Refusal) return id
    throw error
  }
}
