import { isChronicleEvent, type ChronicleEvent } from '../../../vocabulary/events.ts'
import { FUNDING_TITLES, fundingOf } from '../../../vocabulary/establishment.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { markKey, unitMarks, type Mark } from './chronicle-marks.ts'
import type { FactRows, LedgerEventTable } from '../rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../book/ledger-book.ts'
import { leadershipText } from '../sentences/leadership-text.ts'
import { balanceOn, roleOf } from '../planning/quota-line.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { unitTitle } from '../planning/unit-life.ts'

/** One row of a 机构编制沿革表 (columns as 编办 print them): what a document did to the unit, and how the unit stood after it. */
export interface ChronicleRow {
  /** 文号. */
  readonly document: string | null
  /** Day it took effect. */
  readonly date: PlainDate
  /** 文件名称. */
  readonly title: string | null
  /** 机构名称 then. */
  readonly name: string
  /** 隶属: who manages it, else the unit above it. */
  readonly parent: string | null
  /** 经费形式, where a document splits 事业编制 by it. */
  readonly funding: string | null
  /** "行政编制 5 名；机关工勤编制 1 名". */
  readonly quotas: string
  readonly leadership: string | null
  readonly text: string
}

/**
 * The chronicle of a unit since its founding, oldest first, one row a day and document; with the rows of every unit merged into it, up to the
 * day it was. Registered events speak for themselves; what came by an import, the plan the book was made from, or 核定 on the unit screen
 * left only its facts, and those are read from the difference between one day and the next.
 */
export function chronicleOf(facts: FactRows, unitId: string): readonly ChronicleRow[] {
  const ledger = ledgerBook(facts)
  return lineage(ledger, unitId, null)
    .flatMap(({ id, until }) => rowsOf(ledger, id, until))
    .toSorted((left, right) => compare(left.date, right.date))
}

interface Ancestor {
  readonly id: string
  /** The day it went into the unit the chronicle is of; from then on the story is that unit's. */
  readonly until: PlainDate | null
}

function lineage(ledger: LedgerBook, unitId: string, until: PlainDate | null): readonly Ancestor[] {
  const merged = ledger.facts.ledger_event.filter(
    (row) =>
      row.type === 'unit.merge' &&
      row.other_unit_id === unitId &&
      row.unit_id !== null &&
      row.unit_id !== unitId &&
      (until === null || row.effective_on <= until),
  )
  return [
    ...merged.flatMap((row) => (row.unit_id === null ? [] : lineage(ledger, row.unit_id, row.effective_on))),
    { id: unitId, until },
  ]
}

function rowsOf(ledger: LedgerBook, unitId: string, until: PlainDate | null): readonly ChronicleRow[] {
  const events = ledger.facts.ledger_event.filter(
    (row) => isChronicleEvent(row.type) && (row.unit_id === unitId || row.other_unit_id === unitId),
  )
  const told = new Set(events.flatMap((event) => toldBy(event, ledger, unitId)))
  const spoken = events.map((event): Mark => ({
    on: event.effective_on,
    document: event.document_number,
    aspect: event.type,
    text: event.note ?? '',
  }))
  const silent = unitMarks(ledger, unitId).filter(
    (mark) => !told.has(markKey(mark)) && !told.has(markKey({ on: mark.on, aspect: 'all' })),
  )
  const marks = [...spoken, ...silent].filter((mark) => until === null || mark.on < until)
  return [...Map.groupBy(marks, (mark) => `${mark.on} ${mark.document ?? ''}`).values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [
          toRow(
            ledger,
            unitId,
            first,
            [...new Set(group.map((mark) => mark.text))].filter((text) => text !== '').join('；'),
          ),
        ]
  })
}

type Aspect = 'all' | 'name' | 'managingBody' | 'leadership' | 'ranks' | 'plates' | 'quota' | 'tolerance'

/** What of the unit each event of its 沿革 accounts for: a new one answers here or does not compile. */
const TELLS: Readonly<Record<ChronicleEvent, Aspect>> = {
  'quota.increase': 'quota',
  'quota.decrease': 'quota',
  'quota.transfer': 'quota',
  'unit.establish': 'all',
  'unit.rename': 'name',
  'unit.merge': 'all',
  'unit.abolish': 'all',
  'unit.reassign': 'managingBody',
  'nameplate.hang': 'plates',
  'nameplate.remove': 'plates',
  'leadershipQuota.set': 'leadership',
  'rankQuota.set': 'ranks',
  'tolerance.set': 'tolerance',
}

/** The differences an event accounts for: they are not told a second time. */
function toldBy(event: LedgerEventTable, ledger: LedgerBook, unitId: string): readonly string[] {
  const on = event.effective_on
  const key = (aspect: string) => markKey({ on, aspect })
  const aspect = isChronicleEvent(event.type) ? TELLS[event.type] : 'quota'
  switch (aspect) {
    case 'all':
    case 'name':
    case 'managingBody':
    case 'leadership':
      return [key(aspect)]
    case 'ranks':
      return ledger.facts.rank_quota
        .filter((row) => row.unit_id === unitId && row.valid_from === on)
        .map((row) => key(`rank ${row.pool}`))
    case 'plates':
      return ledger.facts.nameplate
        .filter((row) => row.unit_id === unitId && (row.valid_from === on || row.valid_to === on))
        .map((row) => key(`plate ${row.name}`))
    case 'quota':
    case 'tolerance':
      return event.category === null ? [] : [key(`quota ${event.category}`)]
  }
}

/** The unit as it stood after the day's changes; as it last was, where it ended that day. */
function toRow(ledger: LedgerBook, unitId: string, mark: Mark, text: string): ChronicleRow {
  const { on } = mark
  const unit = ledger.unitAt(unitId, on)
  const above =
    unit?.managing_body ??
    (unit?.parent_id === null || unit?.parent_id === undefined ? null : unitTitle(ledger, unit.parent_id, on))
  const role = roleOf(ledger, unitId)
  const balances = QUOTA_CATEGORIES.map((category) => ({
    category,
    amount: balanceOn(ledger, unitId, category, on),
    known: ledger.quotaRow(unitId, category, role, on) !== undefined,
  })).filter(({ known }) => known)
  const leadership = ledger.leadershipRows(unitId).find((row) => rowInForce(row, on))
  const funding = balances.flatMap(({ category, amount }) => {
    const funding = amount > 0 ? fundingOf(category) : null
    return funding === null ? [] : [FUNDING_TITLES[funding]]
  })
  return {
    document: mark.document,
    date: on,
    title: mark.document === null ? null : (ledger.documentByNumber(mark.document)?.title ?? null),
    name: unitTitle(ledger, unitId, on),
    parent: above,
    funding: funding.length === 0 ? null : funding.join('、'),
    quotas: balances.map(({ category, amount }) => `${QUOTA_CATEGORY_NAMES[category]} ${amount} 名`).join('；'),
    leadership:
      leadership === undefined
        ? null
        : leadershipText({
            amount: leadership.amount,
            chief: leadership.chief_amount,
            deputy: leadership.deputy_amount,
          }),
    text,
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
