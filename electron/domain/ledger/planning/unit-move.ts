import type { PlainDate } from '../../model/plain-date.ts'
import type { EventTools, FactWrite } from './event-plan.ts'
import type { UnitVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import type { Merger } from './merge-rows.ts'
import { endRow, insertRow, updateRow } from './pieces.ts'
import { openSeats, postsFrom } from './unit-holdings.ts'

/** What else was a merged unit's from the day on: posts, units below it, choices and open approvals go over; plates and tolerances end. */
export function moveUnitFacts(
  ledger: LedgerBook,
  unit: UnitVersionTable,
  { into, on }: Merger,
  tools: EventTools,
): readonly FactWrite[] {
  const { facts } = ledger
  const fresh = { valid_from: on, recorded_at: tools.recordedAt }
  const ofUnit = <Row extends { readonly unit_id: string | null; readonly valid_to: PlainDate | null }>(
    rows: readonly Row[],
  ) => rows.filter((row) => row.unit_id === unit.unit_id && (row.valid_to === null || row.valid_to > on))
  const below = facts.unit_version.filter(
    (row) => row.parent_id === unit.unit_id && (row.valid_to === null || row.valid_to > on),
  )
  return [
    ...postsFrom(ledger, unit.unit_id, on).flatMap((row): readonly FactWrite[] =>
      row.valid_from >= on
        ? [updateRow('post_version', row.id, { unit_id: into })]
        : [
            updateRow('post_version', row.id, { valid_to: on }),
            insertRow('post_version', { ...row, ...fresh, id: tools.newId(), unit_id: into }),
          ],
    ),
    ...below.flatMap((row): readonly FactWrite[] => {
      // The unit they go into may itself have stood below this one: it takes its place.
      const parent = row.unit_id === into ? unit.parent_id : into
      return row.valid_from >= on
        ? [updateRow('unit_version', row.id, { parent_id: parent })]
        : [
            updateRow('unit_version', row.id, { valid_to: on }),
            insertRow('unit_version', { ...row, ...fresh, id: tools.newId(), parent_id: parent }),
          ]
    }),
    ...ofUnit(facts.over_quota_choice).flatMap((row): readonly FactWrite[] =>
      row.valid_from >= on
        ? [updateRow('over_quota_choice', row.id, { unit_id: into })]
        : [
            updateRow('over_quota_choice', row.id, { valid_to: on }),
            insertRow('over_quota_choice', { ...row, ...fresh, id: tools.newId(), unit_id: into }),
          ],
    ),
    ...moveApprovals(ledger, unit.unit_id, into, on, tools),
    ...ofUnit(facts.nameplate).flatMap((row) => endRow('nameplate', row, on)),
    ...ofUnit(facts.tolerance).flatMap((row) => endRow('tolerance', row, on)),
  ]
}

/** The seats not yet taken are reserved in the other unit; whoever arrives later by the approval refers to the row there. */
function moveApprovals(
  ledger: LedgerBook,
  unitId: string,
  into: string,
  on: PlainDate,
  tools: EventTools,
): readonly FactWrite[] {
  const running = ledger.facts.entry_approval.filter(
    (row) => row.unit_id === unitId && (row.valid_to === null || row.valid_to > on),
  )
  return running.flatMap((row): readonly FactWrite[] => {
    if (row.valid_from >= on) return [updateRow('entry_approval', row.id, { unit_id: into })]
    const open = openSeats(ledger, row, on)
    const ended = endRow('entry_approval', row, on)
    if (open === 0) return ended
    const id = tools.newId()
    const later = ledger.facts.holding.filter((holding) => holding.approval_id === row.id && holding.valid_from > on)
    return [
      ...ended,
      insertRow('entry_approval', {
        ...row,
        id,
        unit_id: into,
        amount: open,
        valid_from: on,
        recorded_at: tools.recordedAt,
      }),
      ...later.map((holding) => updateRow('holding', holding.id, { approval_id: id })),
    ]
  })
}
