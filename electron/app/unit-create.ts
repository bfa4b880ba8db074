import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { UNIT_KIND_NAMES } from '../domain/model/unit.ts'
import { ensureDocument } from '../store/document-store.ts'
import { addUnits, nextSortOrder, readRootUnit, unitNameInUse } from '../store/unit-store.ts'
import type { CommandContext } from './context.ts'

/** Sets a unit up below the township from a day on, with its 加挂牌子. It comes after the units already there. */
export async function createUnit(input: Input<'unit.create'>, context: CommandContext): Promise<Output<'unit.create'>> {
  const { name, effectiveOn, documentNumber } = input
  // The township is the root made with the book; a second one would have its own approved totals.
  if (input.kind === 'township') throw new OperationError('invalid_input', { field: '机构类别', problem: '不能再选“乡镇”：乡镇本身在新建编制本时已设立' })
  const unitId = context.newId()
  const { entry } = await context.commit({ effectiveOn, documentNumber, summary: `设立${UNIT_KIND_NAMES[input.kind]}“${name}”` }, async (tx, journal) => {
    if (await unitNameInUse(tx, name, effectiveOn)) throw new OperationError('unit_name_taken', { name })
    const root = await readRootUnit(tx)
    const recordedAt = context.clock.now()
    const documentId = await ensureDocument(tx, journal, { number: documentNumber }, { id: context.newId(), recordedAt })
    await addUnits(journal, [
      {
        id: unitId,
        versionId: context.newId(),
        parentId: root?.unitId ?? null,
        name,
        kind: input.kind,
        managingBody: input.managingBody === undefined || input.managingBody === '' ? null : input.managingBody,
        sortOrder: await nextSortOrder(tx),
        documentId,
        nameplates: [...new Set(input.nameplates ?? [])].map((plate) => ({ id: context.newId(), name: plate })),
        validFrom: effectiveOn,
        recordedAt,
      },
    ])
  })
  return { unitId, seq: entry.seq }
}
