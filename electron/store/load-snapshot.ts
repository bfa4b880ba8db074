import { sql, type Kysely } from 'kysely'
import type { BookSnapshot } from '../domain/model/book-snapshot.ts'
import type { Holding } from '../domain/model/person.ts'
import { inForceOn, type PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase, HoldingTable } from './book-database.ts'

/** Gathers everything the domain may look at for one day. Reads only. */
export async function loadSnapshot(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot> {
  const book = await db.selectFrom('book').select(['name', 'pack_id', 'pack_from']).executeTakeFirstOrThrow()
  // By rowid: within a unit people are shown in the order the clerk entered them.
  const holdings = (await db.selectFrom('holding').selectAll().where('valid_from', '<=', asOf).orderBy(sql`rowid`).execute()).map(toHolding)
  return {
    asOf,
    book: { name: book.name, packId: book.pack_id, packFrom: book.pack_from },
    units: await loadUnits(db, asOf),
    ...(await loadQuotas(db, asOf)),
    posts: await loadPosts(db, asOf),
    people: await loadPeople(db, asOf, new Set(holdings.map((holding) => holding.personId))),
    holdings: holdings.filter((holding) => inForceOn(holding, asOf)),
    offQuotaHistory: holdings.filter((holding) => holding.kind === 'offQuota').sort((left, right) => (left.validFrom < right.validFrom ? -1 : Number(left.validFrom > right.validFrom))),
    approvals: await loadApprovals(db, asOf),
    overQuotaChoices: await loadChoices(db, asOf),
    notices: await loadNotices(db, asOf),
  }
}

const inForce = (asOf: PlainDate, table: string) => sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${asOf} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${asOf})`

async function loadUnits(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot['units']> {
  const plates = await db.selectFrom('nameplate').select(['unit_id', 'name']).where(inForce(asOf, 'nameplate')).orderBy('valid_from').orderBy('id').execute()
  const platesOf = Map.groupBy(plates, (plate) => plate.unit_id)
  const rows = await db.selectFrom('unit_version').selectAll().where(inForce(asOf, 'unit_version')).orderBy('sort_order').orderBy('id').execute()
  return rows.map((row) => ({
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

async function loadQuotas(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<Pick<BookSnapshot, 'quotas' | 'quotaHistory' | 'leadershipQuotas'>> {
  const rows = await db
    .selectFrom('quota')
    .innerJoin('basis_document', 'basis_document.id', 'quota.document_id')
    .select(['quota.id', 'unit_id', 'category', 'role', 'amount', 'valid_from', 'valid_to', 'basis_document.number'])
    .where('valid_from', '<=', asOf)
    .orderBy('valid_from')
    .orderBy('quota.id')
    .execute()
  const history = rows.map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, role: row.role, amount: row.amount, documentNumber: row.number, validFrom: row.valid_from, validTo: row.valid_to }))
  const leadership = await db
    .selectFrom('leadership_quota')
    .innerJoin('basis_document', 'basis_document.id', 'leadership_quota.document_id')
    .select(['leadership_quota.id', 'unit_id', 'amount', 'chief_amount', 'deputy_amount', 'valid_from', 'valid_to', 'basis_document.number'])
    .where(inForce(asOf, 'leadership_quota'))
    .orderBy('leadership_quota.id')
    .execute()
  return {
    quotas: history.filter((entry) => inForceOn(entry, asOf)),
    quotaHistory: history,
    leadershipQuotas: leadership.map((row) => ({ id: row.id, unitId: row.unit_id, amount: row.amount, chief: row.chief_amount, deputy: row.deputy_amount, documentNumber: row.number, validFrom: row.valid_from, validTo: row.valid_to })),
  }
}

async function loadPosts(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot['posts']> {
  const rows = await db.selectFrom('post_version').select(['post_id', 'unit_id', 'title', 'leadership', 'state']).where(inForce(asOf, 'post_version')).orderBy(sql`rowid`).execute()
  return rows.map((row) => ({ id: row.post_id, unitId: row.unit_id, title: row.title, leadership: row.leadership, state: row.state }))
}

async function loadPeople(db: Kysely<BookDatabase>, asOf: PlainDate, withHolding: ReadonlySet<string>): Promise<BookSnapshot['people']> {
  const versions = await db.selectFrom('person_version').select(['person_id', 'political_status', 'education', 'professional_title', 'rank']).where(inForce(asOf, 'person_version')).execute()
  const versionOf = new Map(versions.map((version) => [version.person_id, version]))
  const rows = await db.selectFrom('person').selectAll().orderBy(sql`rowid`).execute()
  return rows
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

async function loadApprovals(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot['approvals']> {
  const rows = await db.selectFrom('entry_approval').selectAll().where(inForce(asOf, 'entry_approval')).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, amount: row.amount, number: row.number, expiresOn: row.expires_on, validFrom: row.valid_from, validTo: row.valid_to }))
}

async function loadChoices(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot['overQuotaChoices']> {
  const rows = await db.selectFrom('over_quota_choice').selectAll().where(inForce(asOf, 'over_quota_choice')).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, personId: row.person_id, reason: row.reason, validFrom: row.valid_from, validTo: row.valid_to }))
}

async function loadNotices(db: Kysely<BookDatabase>, asOf: PlainDate): Promise<BookSnapshot['notices']> {
  const rows = await db.selectFrom('notice').select(['id', 'number', 'as_of', 'posted_on', 'ends_on']).where('posted_on', '<=', asOf).orderBy('posted_on').orderBy('number').execute()
  return rows.map((row) => ({ id: row.id, number: row.number, asOf: row.as_of, postedOn: row.posted_on, endsOn: row.ends_on }))
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
