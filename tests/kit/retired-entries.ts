import { ensureDocument } from '../../electron/store/document-store.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT } from './book.ts'
import { nextId } from './context.ts'
import { unitNamed } from './township.ts'

/** An entry as `quota.set` of earlier versions left it: the running number closed, the new one begun, no event row. */
export async function oldQuotaEntry(
  book: OpenBook,
  told: { readonly unit: string; readonly amount: number; readonly on: string; readonly number: string },
): Promise<number> {
  const { unit, amount, on, number } = told
  const draft = {
    recordedAt: RECORDED_AT,
    actor: '经办人',
    operation: 'quota.set',
    effectiveOn: on,
    documentNumber: number,
    summary: `${unit}行政编制自 ${on} 起核定 ${amount} 名`,
  }
  const unitId = await unitNamed(book, unit)
  const { entry } = await commitCommand(book.db, draft, async (tx, journal) => {
    const documentId = await ensureDocument(tx, journal, { number }, { id: nextId(), recordedAt: RECORDED_AT })
    const running = await tx
      .selectFrom('quota')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('category', '=', 'administrative')
      .where('valid_to', 'is', null)
      .execute()
    for (const row of running) await journal.update('quota', row.id, { valid_to: on })
    await journal.insert('quota', [
      {
        id: nextId(),
        unit_id: unitId,
        category: 'administrative',
        role: 'allocation',
        amount,
        document_id: documentId,
        valid_from: on,
        valid_to: null,
        recorded_at: RECORDED_AT,
      },
    ])
  })
  return entry.seq
}

/** The same of `leadershipQuota.set` and `unit.create`: a unit of its own with a number of leaders. */
export async function oldUnitEntries(book: OpenBook, name: string, on: string): Promise<readonly number[]> {
  const [unitId, number] = [nextId(), '山编发〔2021〕9号']
  const draft = { recordedAt: RECORDED_AT, actor: '经办人', effectiveOn: on, documentNumber: number }
  const ranged = { valid_from: on, valid_to: null, recorded_at: RECORDED_AT }
  const parent = await unitNamed(book, '试验乡')
  const made = await commitCommand(
    book.db,
    { ...draft, operation: 'unit.create', summary: `设立内设机构“${name}”` },
    async (tx, journal) => {
      const documentId = await ensureDocument(tx, journal, { number }, { id: nextId(), recordedAt: RECORDED_AT })
      await journal.insert('unit', [{ id: unitId, recorded_at: RECORDED_AT }])
      await journal.insert('unit_version', [
        {
          id: nextId(),
          unit_id: unitId,
          parent_id: parent,
          name,
          kind: 'office',
          managing_body: null,
          sort_order: 99,
          document_id: documentId,
          ...ranged,
        },
      ])
    },
  )
  const led = await commitCommand(
    book.db,
    { ...draft, operation: 'leadershipQuota.set', summary: `${name}领导职数自 ${on} 起核定 3 名` },
    async (tx, journal) => {
      const documentId = await ensureDocument(tx, journal, { number }, { id: nextId(), recordedAt: RECORDED_AT })
      await journal.insert('leadership_quota', [
        {
          id: nextId(),
          unit_id: unitId,
          amount: 3,
          chief_amount: 1,
          deputy_amount: 2,
          document_id: documentId,
          ...ranged,
        },
      ])
    },
  )
  return [made.entry.seq, led.entry.seq]
}
