import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Holding } from '../model/person.ts'
import { shanghaiDayOf } from '../calendar/shanghai-day.ts'
import { EXIT_MEMORY_YEARS } from '../model/exit-event.ts'
import { addYears, type PlainDate } from '../model/plain-date.ts'
import { recordsAt } from './records-at.ts'
import { holidayTableOf, localPackOf } from './decided-here.ts'
import type { FactRows, HoldingTable, ObjectionTable, PersonVersionTable } from './fact-rows.ts'

interface RangedRow {
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** True when a row's range holds the day: from `valid_from` on, no longer on `valid_to`. */
export function rowInForce(row: RangedRow, day: PlainDate): boolean {
  return row.valid_from <= day && (row.valid_to === null || day < row.valid_to)
}

/** What a snapshot is made of. Rows that cannot matter on the day may be left out by whoever gathers them. */
export type SnapshotRows = Omit<FactRows, 'setting' | 'unit' | 'post' | 'attachment' | 'template_mapping' | 'roster_layout' | 'finding_mark' | 'duty_mark' | 'notice_photo' | 'notice_archive' | 'notice_exception' | 'notice_sheet' | 'notice_draft'>

/**
 * The book as it was on a day, from its rows: the one place where rows become what the rules and figures read.
 * The same for the present tables, for a replay of the journal, and for a change that is only being considered.
 */
export function snapshotAt(rows: SnapshotRows, asOf: PlainDate): BookSnapshot {
  const book = rows.book[0]
  if (book === undefined) throw new Error('a book without its book row')
  const holdings = rows.holding.filter((row) => rowInForce(row, asOf))
  const offQuota = rows.holding.filter((row) => row.kind === 'offQuota' && row.valid_from <= asOf)
  const wanted = new Set([...holdings, ...offQuota].map((row) => row.person_id))
  for (const row of rows.entry_approval) if (row.person_id !== null && rowInForce(row, asOf)) wanted.add(row.person_id)
  return {
    asOf,
    book: { name: book.name, packId: book.pack_id, packFrom: book.pack_from },
    localPack: localPackOf(rows.rule_pack.find((row) => row.id === book.pack_id)),
    holidays: rows.holiday_calendar.map(holidayTableOf),
    ...unitsAt(rows, asOf),
    ...quotasAt(rows, asOf),
    posts: rows.post_version.filter((row) => rowInForce(row, asOf)).map((row) => ({ id: row.post_id, unitId: row.unit_id, title: row.title, leadership: row.leadership, state: row.state })),
    people: peopleAt(rows, asOf, wanted),
    holdings: holdings.map(toHolding),
    offQuotaHistory: offQuota.map(toHolding).toSorted((left, right) => compare(left.validFrom, right.validFrom)),
    ...decisionsAt(rows, asOf),
    ...noticesAt(rows, asOf),
    exits: exitsAt(rows, asOf),
    ...limitsAt(rows, asOf),
    ...learntAt(rows, asOf),
    records: recordsAt(rows.record, asOf),
  }
}

function unitsAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'units' | 'nameplates'> {
  const plates = rows.nameplate.filter((row) => rowInForce(row, asOf)).toSorted((left, right) => compare(left.valid_from, right.valid_from) || compare(left.id, right.id))
  const platesOf = Map.groupBy(plates, (plate) => plate.unit_id)
  const numbers = new Map(rows.basis_document.map((document) => [document.id, document.number]))
  const units = rows.unit_version
    .filter((row) => rowInForce(row, asOf))
    .toSorted((left, right) => left.sort_order - right.sort_order || compare(left.id, right.id))
    .map((row) => ({
      id: row.unit_id,
      parentId: row.parent_id,
      name: row.name,
      kind: row.kind,
      managingBody: row.managing_body,
      sortOrder: row.sort_order,
      nameplates: (platesOf.get(row.unit_id) ?? []).map((plate) => plate.name),
      validFrom: row.valid_from,
    }))
  const nameplates = plates.map((row) => ({ id: row.id, unitId: row.unit_id, name: row.name, documentNumber: row.document_id === null ? null : (numbers.get(row.document_id) ?? null), validFrom: row.valid_from, validTo: row.valid_to }))
  return { units, nameplates }
}

function quotasAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'quotas' | 'quotaHistory' | 'leadershipQuotas'> {
  const numbers = new Map(rows.basis_document.map((document) => [document.id, document.number]))
  const range = (row: RangedRow & { readonly document_id: string }) => ({ documentNumber: numbers.get(row.document_id) ?? '', validFrom: row.valid_from, validTo: row.valid_to })
  const begun = rows.quota
    .filter((row) => row.valid_from <= asOf)
    .toSorted((left, right) => compare(left.valid_from, right.valid_from) || compare(left.id, right.id))
  const entry = (row: (typeof begun)[number]) => ({ id: row.id, unitId: row.unit_id, category: row.category, role: row.role, amount: row.amount, ...range(row) })
  return {
    quotas: begun.filter((row) => rowInForce(row, asOf)).map(entry),
    quotaHistory: begun.map(entry),
    leadershipQuotas: rows.leadership_quota
      .filter((row) => rowInForce(row, asOf))
      .toSorted((left, right) => compare(left.id, right.id))
      .map((row) => ({ id: row.id, unitId: row.unit_id, amount: row.amount, chief: row.chief_amount, deputy: row.deputy_amount, ...range(row) })),
  }
}

function peopleAt(rows: SnapshotRows, asOf: PlainDate, wanted: ReadonlySet<string>): BookSnapshot['people'] {
  const versionOf = new Map<string, PersonVersionTable>()
  for (const version of rows.person_version) if (rowInForce(version, asOf)) versionOf.set(version.person_id, version)
  return rows.person
    .filter((row) => wanted.has(row.id))
    .map((row) => {
      const version = versionOf.get(row.id)
      return {
        id: row.id,
        name: row.name,
        sex: row.sex,
        idNumber: row.id_number,
        disputedIdNumber: row.disputed_id_number,
        birth: row.birth,
        ethnicity: row.ethnicity,
        workStarted: row.work_started,
        quotaCardNumber: row.quota_card_number,
        retirementCategory: row.retirement_category,
        politicalStatus: version?.political_status ?? null,
        education: version?.education ?? null,
        professionalTitle: version?.professional_title ?? null,
        rank: version?.rank ?? null,
      }
    })
}

function decisionsAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'approvals' | 'arrivals' | 'overQuotaChoices'> {
  const inForce = <R extends RangedRow & { readonly id: string }>(list: readonly R[]) => list.filter((row) => rowInForce(row, asOf)).toSorted((left, right) => compare(left.id, right.id))
  const approvals = inForce(rows.entry_approval)
  return {
    arrivals: arrivalsAt(rows, asOf, new Set(approvals.map((row) => row.id))),
    approvals: approvals.map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, amount: row.amount, number: row.number, expiresOn: row.expires_on, personId: row.person_id, validFrom: row.valid_from, validTo: row.valid_to })),
    overQuotaChoices: inForce(rows.over_quota_choice).map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, personId: row.person_id, reason: row.reason, validFrom: row.valid_from, validTo: row.valid_to })),
  }
}

/** Notices posted by the day, as far as their life had gone by then. */
function noticesAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'notices' | 'objections'> {
  const closed = new Map(rows.notice_closing.filter((row) => row.closed_on <= asOf).map((row) => [row.notice_id, row.closed_on]))
  const settled = (row: ObjectionTable) => row.closed_on !== null && row.closed_on <= asOf
  return {
    notices: rows.notice
      .filter((row) => row.posted_on <= asOf)
      .toSorted((left, right) => compare(left.posted_on, right.posted_on) || compare(left.number, right.number))
      .map((row) => ({ id: row.id, number: row.number, asOf: row.as_of, postedOn: row.posted_on, endsOn: row.ends_on, closedOn: closed.get(row.id) ?? null })),
    objections: rows.objection
      .filter((row) => row.received_on <= asOf)
      .toSorted((left, right) => compare(left.received_on, right.received_on) || compare(left.id, right.id))
      .map((row) => ({ id: row.id, noticeId: row.notice_id, receivedOn: row.received_on, closedOn: settled(row) ? row.closed_on : null, outcome: settled(row) ? row.outcome : null })),
  }
}

/** Ended holdings count: a seat once taken by approval is used up. */
function arrivalsAt(rows: SnapshotRows, asOf: PlainDate, approvals: ReadonlySet<string>): BookSnapshot['arrivals'] {
  return rows.holding.flatMap((row) => (row.approval_id !== null && row.occupies_quota === 1 && row.valid_from <= asOf && approvals.has(row.approval_id) ? [{ approvalId: row.approval_id, personId: row.person_id, on: row.valid_from }] : []))
}

/** First day whose exits a snapshot of `asOf` still carries. */
export function exitsSince(asOf: PlainDate): PlainDate {
  return addYears(asOf, -EXIT_MEMORY_YEARS)
}

function exitsAt(rows: SnapshotRows, asOf: PlainDate): BookSnapshot['exits'] {
  const since = exitsSince(asOf)
  const exits = rows.ledger_event.filter((row) => row.type === 'exit' && row.effective_on <= asOf && row.effective_on >= since)
  if (exits.length === 0) return []
  const names = new Map(rows.person.map((row) => [row.id, row.name]))
  return exits
    .toSorted((left, right) => compare(left.effective_on, right.effective_on) || compare(left.id, right.id))
    .flatMap((row) => {
      if (row.person_id === null) return []
      return [{ id: row.id, personId: row.person_id, personName: names.get(row.person_id) ?? '', unitId: row.unit_id, on: row.effective_on, recordedOn: shanghaiDayOf(row.recorded_at), cause: row.cause, documentNumber: row.document_number, proofs: readProofs(row.proofs) }]
    })
}

/** The papers of an event row; none where the text is not a list. */
export function readProofs(json: string): readonly string[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((proof) => typeof proof === 'string') : []
}

function limitsAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'absences' | 'rankQuotas' | 'tolerances' | 'offQuotaControls' | 'runOffPlans'> {
  const numbers = new Map(rows.basis_document.map((document) => [document.id, document.number]))
  const inForce = <R extends RangedRow>(list: readonly R[]) => list.filter((row) => rowInForce(row, asOf))
  const range = (row: RangedRow) => ({ validFrom: row.valid_from, validTo: row.valid_to })
  const basis = (row: { readonly document_id: string }) => numbers.get(row.document_id) ?? ''
  return {
    runOffPlans: rows.run_off_plan.map((row) => ({ kind: row.kind, year: row.year, amount: row.amount, documentNumber: row.document_number })),
    absences: inForce(rows.absence).map((row) => ({ id: row.id, personId: row.person_id, kind: row.kind, documentNumber: row.document_number, dueOn: row.due_on, ...range(row) })),
    rankQuotas: inForce(rows.rank_quota).map((row) => ({ id: row.id, unitId: row.unit_id, pool: row.pool, amount: row.amount, documentNumber: basis(row), ...range(row) })),
    tolerances: inForce(rows.tolerance).map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, amount: row.amount, percent: row.percent, documentNumber: basis(row), ...range(row) })),
    offQuotaControls: inForce(rows.off_quota_control).map((row) => ({ id: row.id, kind: row.kind, amount: row.amount, documentNumber: basis(row), ...range(row) })),
  }
}

/** What the book learnt and when: documents, events, changes of people. */
function learntAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'documents' | 'changes' | 'personChanges'> {
  const since = exitsSince(asOf)
  const begunEarlier = new Map<string, PlainDate>()
  for (const row of rows.person_version) {
    const known = begunEarlier.get(row.person_id)
    if (known === undefined || row.valid_from < known) begunEarlier.set(row.person_id, row.valid_from)
  }
  return {
    documents: rows.basis_document.map((row) => ({ id: row.id, number: row.number, title: row.title, issuingBody: row.issuing_body, issuedOn: row.issued_on, recordedOn: shanghaiDayOf(row.recorded_at) })),
    changes: rows.ledger_event
      .filter((row) => row.effective_on <= asOf && row.effective_on >= since)
      .toSorted((left, right) => compare(left.effective_on, right.effective_on) || compare(left.id, right.id))
      .map((row) => ({
        id: row.id, type: row.type, on: row.effective_on, recordedOn: shanghaiDayOf(row.recorded_at), personId: row.person_id, unitId: row.unit_id, otherUnitId: row.other_unit_id,
        category: row.category, cause: row.cause, documentNumber: row.document_number, correction: row.is_correction === 1,
      })),
    personChanges: rows.person_version
      .filter((row) => rowInForce(row, asOf) && row.valid_from >= since)
      .map((row) => ({ id: row.id, personId: row.person_id, from: row.valid_from, recordedOn: shanghaiDayOf(row.recorded_at), followsAnother: begunEarlier.get(row.person_id) !== row.valid_from })),
  }
}

function toHolding(row: HoldingTable): Holding {
  return {
    id: row.id,
    personId: row.person_id,
    postId: row.post_id,
    kind: row.kind,
    category: row.category,
    offQuotaKind: row.off_quota_kind,
    occupiesQuota: row.occupies_quota === 1,
    occupiesLeadership: row.occupies_leadership === 1,
    overlapAllowed: row.overlap_allowed === 1,
    enteredOn: row.entered_on,
    entryRoute: row.entry_route,
    entryDocumentNumber: row.entry_document_number,
    counterpart: row.counterpart,
    remark: row.remark,
    entryCause: row.entry_cause,
    exitCause: row.exit_cause,
    approvalId: row.approval_id,
    occupiedRank: row.occupied_rank,
    dueOn: row.due_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
