import { noFacts } from '../../vocabulary/person-fields.ts'
import { addDays } from '../model/plain-date.ts'
import type { StateHolding } from './book-state.ts'
import type { CellChange } from './import-notes.ts'
import type { PlanDesk } from './plan-desk.ts'
import type { RosterRow } from './read-roster-row.ts'

/** Holds what the remark says of 借出 against the book. A remark that says nothing ends nothing. */
export function planSecondedOut(
  row: RosterRow,
  personId: string,
  holdings: readonly StateHolding[],
  desk: PlanDesk,
): readonly CellChange[] {
  const out = row.secondedOut
  const old = holdings.find((holding) => holding.kind === 'secondedOut')
  if (out === null) {
    if (old !== undefined && row.kind === 'person')
      row.reader.note(
        'info',
        'remark',
        `编制本里登记为借出到${old.counterpart ?? '外单位'}，表中备注没有提到，保持不变。`,
      )
    return []
  }
  if (out.to !== null && out.to <= desk.state.day) {
    row.reader.note('info', 'remark', `借出到${out.counterpart}已于 ${out.to} 前结束，不登记。`)
    return []
  }
  const from = out.from ?? old?.validFrom ?? desk.effectiveOn
  if (old?.counterpart === out.counterpart && old.validFrom === from && (out.to === null || out.to === old.validTo))
    return []
  const words = `借出到${out.counterpart}`
  if (old !== undefined && (old.counterpart === out.counterpart || from <= old.validFrom)) {
    desk.draft.changes.push({
      fact: 'holding',
      id: old.id,
      set: { counterpart: out.counterpart, validFrom: from, validTo: out.to ?? old.validTo },
    })
  } else {
    if (old !== undefined) desk.draft.changes.push({ fact: 'holding', id: old.id, set: { validTo: from } })
    desk.draft.holdings.push({
      personId,
      postId: null,
      kind: 'secondedOut',
      ...noFacts('holding'),
      offQuotaKind: null,
      occupiesQuota: false,
      occupiesLeadership: false,
      overlapAllowed: false,
      counterpart: out.counterpart,
      remark: row.remark,
      validFrom: from,
      validTo: out.to,
    })
  }
  const to = out.to ?? (old?.counterpart === out.counterpart ? old.validTo : null)
  row.reader.note(
    'info',
    'remark',
    `${words}，从 ${from} 起${to === null ? '' : `，到 ${addDays(to, -1)} 止`}；仍占本单位编制。`,
  )
  return old === undefined && holdings.length === 0
    ? []
    : [{ column: row.reader.letters('remark'), before: old?.counterpart ?? null, after: words }]
}
