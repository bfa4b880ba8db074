import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Holding } from '../model/person.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { FactRows, HoldingTable, PersonVersionTable } from './fact-rows.ts'

interface RangedRow {
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** True when a row's range holds the day: from `valid_from` on, no longer on `valid_to`. */
export function rowInForce(row: RangedRow, day: PlainDate): boolean {
  return row.valid_from <= day && (row.valid_to === null || day < row.valid_to)
}

/** What a snapshot is made of. Rows that cannot matter on the day may be left out by whoever gathers them. */
export type SnapshotRows = Omit<FactRows, 'setting' | 'unit' | 'post'>

/**
 * The book as it was on a day, from its rows: the one place where rows become what the rules and figures read.
 * The same for the present tables, for a replay of the journal, and for a change that is only being considered.
 */
export function snapshotAt(rows: SnapshotRows, asOf: PlainDate): BookSnapshot {
  const book = rows.book[0]
  if (book === undefined) throw new Error('a book without its book row')
  const holdings = rows.holding.filter((row) => rowInForce(row, asOf))
  const offQuota = rows.holding.filter((row) => row.kind === 'offQuota' && row.valid_from <= asOf)
  const withHolding = new Set([...holdings, ...offQuota].map((row) => row.person_id))
  return {
    asOf,
    book: { name: book.name, packId: book.pack_id, packFrom: book.pack_from },
    units: unitsAt(rows, asOf),
    ...quotasAt(rows, asOf),
    posts: rows.post_version.filter((row) => rowInForce(row, asOf)).map((row) => ({ id: row.post_id, unitId: row.unit_id, title: row.title, leadership: row.leadership, state: row.state })),
    people: peopleAt(rows, asOf, withHolding),
    holdings: holdings.map(toHolding),
    offQuotaHistory: offQuota.map(toHolding).toSorted((left, right) => compare(left.validFrom, right.validFrom)),
    ...decisionsAt(rows, asOf),
  }
}

function unitsAt(rows: SnapshotRows, asOf: PlainDate): BookSnapshot['units'] {
  const plates = rows.nameplate.filter((row) => rowInForce(row, asOf)).toSorted((left, right) => compare(left.valid_from, right.valid_from) || compare(left.id, right.id))
  const platesOf = Map.groupBy(plates, (plate) => plate.unit_id)
  return rows.unit_version
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

function peopleAt(rows: SnapshotRows, asOf: PlainDate, withHolding: ReadonlySet<string>): BookSnapshot['people'] {
  const versionOf = new Map<string, PersonVersionTable>()
  for (const version of rows.person_version) if (rowInForce(version, asOf)) versionOf.set(version.person_id, version)
  return rows.person
    .filter((row) => withHolding.has(row.id))
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

function decisionsAt(rows: SnapshotRows, asOf: PlainDate): Pick<BookSnapshot, 'approvals' | 'overQuotaChoices' | 'notices'> {
  const inForce = <R extends RangedRow & { readonly id: string }>(list: readonly R[]) => list.filter((row) => rowInForce(row, asOf)).toSorted((left, right) => compare(left.id, right.id))
  return {
    approvals: inForce(rows.entry_approval).map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, amount: row.amount, number: row.number, expiresOn: row.expires_on, validFrom: row.valid_from, validTo: row.valid_to })),
    overQuotaChoices: inForce(rows.over_quota_choice).map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, personId: row.person_id, reason: row.reason, validFrom: row.valid_from, validTo: row.valid_to })),
    notices: rows.notice
      .filter((row) => row.posted_on <= asOf)
      .toSorted((left, right) => compare(left.posted_on, right.posted_on) || compare(left.number, right.number))
      .map((row) => ({ id: row.id, number: row.number, asOf: row.as_of, postedOn: row.posted_on, endsOn: row.ends_on })),
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
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}
