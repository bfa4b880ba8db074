import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { LocalPack } from '../../domain/model/local-pack.ts'
import { packChanges } from '../../domain/rules/packs/pack-changes.ts'
import { localPackInForce, shippedPack } from '../../domain/rules/packs/pack-in-force.ts'
import { readLocalPacks, readPackChoice } from '../../store/pack-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { packFileText, readPackFile } from './write-pack-file.ts'
import { comparePacks } from './preview-pack.ts'
import { keepPack } from './save-pack.ts'
import { findPack } from './find-pack.ts'

/** A local pack as a file for another township. @throws `pack_not_found`, `pack_is_shipped` */
export async function exportPack(input: Input<'pack.export'>, { db }: QueryContext): Promise<Output<'pack.export'>> {
  const locals = await readLocalPacks(db)
  const { title } = findPack(input.pack, locals).pack
  const pack = locals.find((own) => own.id === input.pack)
  if (pack === undefined) throw new Refusal('pack_is_shipped', { title })
  return {
    fileName: `${title.replaceAll(/[\\/:*?"<>|]/g, '')}.规则包.json`,
    base64: Buffer.from(packFileText(pack), 'utf8').toString('base64'),
  }
}

/** What a pack file would bring, and what it would change once chosen. @throws `pack_file_bad`, `file_expired` */
export async function previewPackImport(
  input: Input<'pack.importPreview'>,
  context: QueryContext,
): Promise<Output<'pack.importPreview'>> {
  const pack = readPackFile(context.stagedFile(input.fileId))
  const locals = await readLocalPacks(context.db)
  refuseTitle(pack, locals)
  const known = locals.find((own) => own.id === pack.id)
  const { packId } = await readPackChoice(context.db)
  const [before, after] = [
    known === undefined ? shippedPack(pack.basePackId) : localPackInForce(known),
    localPackInForce(pack),
  ]
  return {
    id: pack.id,
    title: pack.title,
    base: after?.base.title ?? '',
    replaces: known?.title ?? null,
    inForce: packId === pack.id,
    changes: before === undefined || after === undefined ? [] : [...packChanges(before, after)],
    difference: await comparePacks(context, pack),
  }
}

/** Takes a pack file into the book, in place of the pack of its id; it is not put in force by that. @throws `pack_file_bad`, `file_expired` */
export async function importPack(input: Input<'pack.import'>, context: CommandContext): Promise<Output<'pack.import'>> {
  const pack = readPackFile(context.stagedFile(input.fileId))
  const { entry } = await context.commit({ summary: `导入规则包“${pack.title}”` }, async (tx, journal) => {
    refuseTitle(pack, await readLocalPacks(tx))
    await keepPack(tx, journal, pack, context.clock.now())
  })
  return { id: pack.id, title: pack.title, seq: entry.seq }
}

function refuseTitle(pack: LocalPack, locals: readonly LocalPack[]): void {
  if (locals.some((own) => own.title === pack.title && own.id !== pack.id))
    throw new Refusal('invalid_input', {
      field: '名称',
      problem: `已有名为“${pack.title}”的另一个规则包，请先给它改名`,
    })
}
