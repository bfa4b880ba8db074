import type { PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import { refuse, type EventRefusal, type EventTools, type FactWrite, type TouchedLine } from './event-plan.ts'
import type { QuotaTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { insertRow, updateRow } from './pieces.ts'
import { lifeEnd, mergedInto, unitTitle } from './unit-life.ts'

/*
 * 核定编制 of one unit and category as a balance over time. A quota row is a balance, so a change by n from a day on shifts every later
 * balance of the line by n, those registered long ago for later days too: a 核增 of 2 in 2015 that is learnt of now means that whoever
 * wrote the balance of 2018 wrote it 2 too low. It does so for as long as the unit lives, and goes on in the unit it was merged into.
 */

/** A change of a line's balance from a day on. */
export interface LineChange extends TouchedLine {
  readonly from: PlainDate
  readonly by: number
  readonly documentId: string
}

export interface LinesPlan {
  readonly writes: readonly FactWrite[]
  readonly touches: readonly TouchedLine[]
  /** How many balances of later days were shifted with it. */
  readonly later: number
}

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate | null
}
interface Step extends Span {
  readonly amount: number
  readonly documentId: string
  /** The row the step is, where it begins where that row begins. */
  readonly row: QuotaTable | null
}
type BoundedChange = LineChange & Span

/** Works out the rows after the changes. Refused with not_enough_quota where a balance would fall below 0 on any day. */
export function planLineChanges(
  ledger: LedgerBook,
  changes: readonly LineChange[],
  tools: EventTools,
): LinesPlan | EventRefusal {
  const followed = changes.flatMap((change) => follow(ledger, change))
  const writes: FactWrite[] = []
  const touches: TouchedLine[] = []
  let later = 0
  for (const own of Map.groupBy(followed, (change) => `${change.unitId} ${change.category}`).values()) {
    const line = own[0]
    if (line === undefined) continue
    const rows = ledger.quotaRows(line.unitId, line.category, roleOf(ledger, line.unitId))
    const steps = netted(own).reduce<readonly Step[]>(
      applyChange,
      rows.map((row) => ({
        from: row.valid_from,
        to: row.valid_to,
        amount: row.amount,
        documentId: row.document_id,
        row,
      })),
    )
    const short = steps.find((step) => step.amount < 0)
    if (short !== undefined) return notEnough(ledger, own, short)
    writes.push(...rewrite(ledger, line, rows, steps, tools))
    later += steps.filter(
      (step) => step.row !== null && step.from > line.from && step.amount !== step.row.amount,
    ).length
    touches.push({ unitId: line.unitId, category: line.category })
  }
  return { writes, touches, later }
}

/** 核定 of a line on a day; 0 where nothing is on record. */
export function balanceOn(ledger: LedgerBook, unitId: string, category: QuotaCategory, day: PlainDate): number {
  return ledger.quotaRow(unitId, category, roleOf(ledger, unitId), day)?.amount ?? 0
}

/** The township's own rows are its approved totals; every other unit's are allotted. */
export function roleOf(ledger: LedgerBook, unitId: string): QuotaTable['role'] {
  return ledger.unitVersions(unitId).some((version) => version.kind === 'township') ? 'ceiling' : 'allocation'
}

/** "党政综合办公室行政编制". */
export function lineTitle(ledger: LedgerBook, line: TouchedLine, day: PlainDate): string {
  return `${unitTitle(ledger, line.unitId, day)}${QUOTA_CATEGORY_NAMES[line.category]}`
}

/** The change within the unit's life, and after it in the unit that took it over. */
function follow(ledger: LedgerBook, change: LineChange): readonly BoundedChange[] {
  const to = lifeEnd(ledger, change.unitId, change.from)
  const heir = to === null ? null : mergedInto(ledger, change.unitId, to)
  return [
    { ...change, to },
    ...(to === null || heir === null ? [] : follow(ledger, { ...change, unitId: heir, from: to })),
  ]
}

/** One change a span: what one unit gives and another brings into the same heir leaves its balance alone. */
function netted(changes: readonly BoundedChange[]): readonly BoundedChange[] {
  return [...Map.groupBy(changes, (change) => `${change.from} ${change.to ?? ''}`).values()]
    .flatMap((same) =>
      same[0] === undefined ? [] : [{ ...same[0], by: same.reduce((sum, change) => sum + change.by, 0) }],
    )
    .filter((change) => change.by !== 0)
}

/** Adds to every day of the change's span; days without a row have the balance 0. */
function applyChange(steps: readonly Step[], change: BoundedChange): readonly Step[] {
  const within = steps.flatMap((step): readonly Step[] => {
    const both = overlap(step, change)
    if (both === null) return [step]
    const begins = both.from === step.from
    return [
      ...(begins ? [] : [{ ...step, to: both.from }]),
      // The balance written for a later day keeps the document that set it.
      {
        ...both,
        amount: step.amount + change.by,
        documentId: both.from === change.from ? change.documentId : step.documentId,
        row: begins ? step.row : null,
      },
      ...(both.to === null || both.to === step.to ? [] : [{ ...step, from: both.to, row: null }]),
    ]
  })
  const filled = gaps(steps, change).map((gap) => ({
    ...gap,
    amount: change.by,
    documentId: change.documentId,
    row: null,
  }))
  return [...within, ...filled].toSorted((left, right) => (left.from < right.from ? -1 : 1))
}

function overlap(left: Span, right: Span): Span | null {
  const from = left.from > right.from ? left.from : right.from
  const to = earlier(left.to, right.to)
  return to !== null && to <= from ? null : { from, to }
}

function gaps(steps: readonly Span[], span: Span): readonly Span[] {
  const found: Span[] = []
  let at: PlainDate | null = span.from
  for (const step of steps.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    if (at === null || overlap(step, { from: at, to: span.to }) === null) continue
    if (at < step.from) found.push({ from: at, to: step.from })
    at = step.to
  }
  if (at !== null && (span.to === null || at < span.to)) found.push({ from: at, to: span.to })
  return found
}

/** Null is the end of time. */
function earlier(left: PlainDate | null, right: PlainDate | null): PlainDate | null {
  if (left === null || right === null) return left ?? right
  return left < right ? left : right
}

/** Steps into writes: rows are shortened and changed before new ones take the days they leave. */
function rewrite(
  ledger: LedgerBook,
  line: TouchedLine,
  rows: readonly QuotaTable[],
  steps: readonly Step[],
  tools: EventTools,
): readonly FactWrite[] {
  const changed = rows.flatMap((row): readonly FactWrite[] => {
    const step = steps.find((candidate) => candidate.row?.id === row.id)
    if (step === undefined) return []
    const set = {
      ...(step.to === row.valid_to ? {} : { valid_to: step.to }),
      ...(step.amount === row.amount ? {} : { amount: step.amount }),
      ...(step.documentId === row.document_id ? {} : { document_id: step.documentId }),
    }
    return Object.keys(set).length === 0 ? [] : [updateRow('quota', row.id, set)]
  })
  const added = steps
    .filter((step) => step.row === null)
    .map((step) =>
      insertRow('quota', {
        id: tools.newId(),
        unit_id: line.unitId,
        category: line.category,
        role: roleOf(ledger, line.unitId),
        amount: step.amount,
        document_id: step.documentId,
        valid_from: step.from,
        valid_to: step.to,
        recorded_at: tools.recordedAt,
      }),
    )
  return [...changed, ...added]
}

function notEnough(ledger: LedgerBook, changes: readonly LineChange[], short: Step): EventRefusal {
  const line = changes[0]
  const by = changes.reduce((sum, change) => sum - change.by, 0)
  const later = line !== undefined && short.from > line.from ? `（${short.from} 起）` : ''
  return refuse('not_enough_quota', {
    unit: line === undefined ? '' : unitTitle(ledger, line.unitId, short.from),
    category: line === undefined ? '' : `${QUOTA_CATEGORY_NAMES[line.category]}${later}`,
    quota: short.amount + by,
    by,
  })
}
