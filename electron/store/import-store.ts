import { factsOfRow } from '../vocabulary/person-fields.ts'
import { holdingOfRow } from '../domain/ledger/snapshot/holding-of-row.ts'
import { sql, type Kysely } from 'kysely'
import { RECORD_HOMES } from '../vocabulary/record-homes.ts'
import type {
  BookState,
  StateHolding,
  StatePerson,
  StateRecord,
  StateUnit,
  StateVersion,
} from '../domain/import-plan/book-state.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase, HoldingTable, PersonVersionTable, PostVersionTable, RecordTable } from './book-database.ts'
import { readHead } from './journal.ts'
import { readCatalogue } from './own-field-store.ts'

/** The book as an import is held against on `day`: facts that run on that day or begin later, and everybody ever entered. Reads only. */
export async function loadBookState(db: Kysely<BookDatabase>, day: PlainDate): Promise<BookState> {
  const book = await db.selectFrom('book').select('name').executeTakeFirstOrThrow()
  const documents = await db.selectFrom('basis_document').select(['id', 'number']).execute()
  const order = await db
    .selectFrom('unit_version')
    .select((select) => select.fn.max('sort_order').as('last'))
    .executeTakeFirst()
  return {
    day,
    bookName: book.name,
    head: (await readHead(db)).hash,
    units: await loadUnits(db, day),
    nextSortOrder: (order?.last ?? -1) + 1,
    documents: new Map(documents.map((document) => [document.number, document.id])),
    ...(await loadQuotas(db, day)),
    people: await loadPeople(db, day),
    catalogue: await readCatalogue(db),
  }
}

/** Running, or still to begin; the newest first where there are several. */
const runsOn = (day: PlainDate) => sql<boolean>`(valid_to is null or valid_to > ${day})`

async function loadUnits(db: Kysely<BookDatabase>, day: PlainDate): Promise<readonly StateUnit[]> {
  const plates = await db
    .selectFrom('nameplate')
    .select(['unit_id', 'name'])
    .where(runsOn(day))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const platesOf = Map.groupBy(plates, (plate) => plate.unit_id)
  const rows = await db
    .selectFrom('unit_version')
    .selectAll()
    .where(runsOn(day))
    .orderBy('sort_order')
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.unit_id,
    versionId: row.id,
    parentId: row.parent_id,
    name: row.name,
    kind: row.kind,
    managingBody: row.managing_body,
    sortOrder: row.sort_order,
    nameplates: (platesOf.get(row.unit_id) ?? []).map((plate) => plate.name),
    validFrom: row.valid_from,
  }))
}

async function loadQuotas(
  db: Kysely<BookDatabase>,
  day: PlainDate,
): Promise<Pick<BookState, 'quotas' | 'leadershipQuotas'>> {
  const quotas = await db
    .selectFrom('quota')
    .innerJoin('basis_document', 'basis_document.id', 'quota.document_id')
    .select(['quota.id', 'unit_id', 'category', 'role', 'amount', 'valid_from', 'valid_to', 'basis_document.number'])
    .where('role', '=', 'allocation')
    .where(runsOn(day))
    .orderBy('valid_from', 'desc')
    .orderBy('quota.id')
    .execute()
  const leadership = await db
    .selectFrom('leadership_quota')
    .innerJoin('basis_document', 'basis_document.id', 'leadership_quota.document_id')
    .select([
      'leadership_quota.id',
      'unit_id',
      'amount',
      'chief_amount',
      'deputy_amount',
      'valid_from',
      'valid_to',
      'basis_document.number',
    ])
    .where(runsOn(day))
    .orderBy('valid_from', 'desc')
    .orderBy('leadership_quota.id')
    .execute()
  return {
    quotas: quotas.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      category: row.category,
      role: row.role,
      amount: row.amount,
      documentNumber: row.number,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    leadershipQuotas: leadership.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      amount: row.amount,
      chief: row.chief_amount,
      deputy: row.deputy_amount,
      documentNumber: row.number,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
  }
}

async function loadPeople(db: Kysely<BookDatabase>, day: PlainDate): Promise<readonly StatePerson[]> {
  const posts = new Map(
    (await db.selectFrom('post_version').selectAll().where(runsOn(day)).orderBy('valid_from').execute()).map((post) => [
      post.post_id,
      post,
    ]),
  )
  const holdings = await db
    .selectFrom('holding')
    .selectAll()
    .where(runsOn(day))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const holdingsOf = Map.groupBy(holdings, (holding) => holding.person_id)
  const versions = new Map(
    (await db.selectFrom('person_version').selectAll().where(runsOn(day)).orderBy('valid_from').execute()).map(
      (version) => [version.person_id, version],
    ),
  )
  const records = await db
    .selectFrom('record')
    .selectAll()
    .where('kind', 'in', Object.values(RECORD_HOMES))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const recordsOf = Map.groupBy(records, (record) => record.person_id)
  const rows = await db.selectFrom('person').selectAll().orderBy('id').execute()
  return rows.map((row) => {
    const version = versions.get(row.id)
    return {
      ...factsOfRow('person', row),
      id: row.id,
      name: row.name,
      disputedIdNumber: row.disputed_id_number,
      version: version === undefined ? null : toVersion(version),
      records: (recordsOf.get(row.id) ?? []).map(toStateRecord),
      holdings: (holdingsOf.get(row.id) ?? []).map((holding) =>
        toHolding(holding, holding.post_id === null ? undefined : posts.get(holding.post_id)),
      ),
    }
  })
}

function toStateRecord(row: RecordTable): StateRecord {
  // Checked by its kind's schema before it was written.
  const content: unknown = JSON.parse(row.content)
  return {
    id: row.id,
    kind: row.kind,
    content: content as StateRecord['content'],
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

function toVersion(row: PersonVersionTable): StateVersion {
  return {
    id: row.id,
    validFrom: row.valid_from,
    ...factsOfRow('version', row),
  }
}

function toHolding(row: HoldingTable, post: PostVersionTable | undefined): StateHolding {
  return {
    ...holdingOfRow(row, null),
    unitId: post?.unit_id ?? null,
    postTitle: post?.title ?? '',
    postVersionId: post?.id ?? null,
    postVersionFrom: post?.valid_from ?? null,
    leadership: post?.leadership ?? null,
  }
}
