import { sql, type Kysely } from 'kysely'
import type { BookState, StateHolding, StatePerson, StateUnit, StateVersion } from '../domain/import-plan/book-state.ts'
import type { FactChange, PlannedWrites } from '../domain/import-plan/planned-writes.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { BookDatabase, HoldingTable, PersonVersionTable, PostVersionTable } from './book-database.ts'
import { readHead, type JournalWriter } from './journal.ts'

/** The book as an import is held against on `day`: facts that run on that day or begin later, and everybody ever entered. Reads only. */
export async function loadBookState(db: Kysely<BookDatabase>, day: PlainDate): Promise<BookState> {
  const book = await db.selectFrom('book').select('name').executeTakeFirstOrThrow()
  const documents = await db.selectFrom('basis_document').select(['id', 'number']).execute()
  const order = await db.selectFrom('unit_version').select((select) => select.fn.max('sort_order').as('last')).executeTakeFirst()
  return {
    day,
    bookName: book.name,
    head: (await readHead(db)).hash,
    units: await loadUnits(db, day),
    nextSortOrder: (order?.last ?? -1) + 1,
    documents: new Map(documents.map((document) => [document.number, document.id])),
    ...(await loadQuotas(db, day)),
    people: await loadPeople(db, day),
  }
}

/** Running, or still to begin; the newest first where there are several. */
const runsOn = (day: PlainDate) => sql<boolean>`(valid_to is null or valid_to > ${day})`

async function loadUnits(db: Kysely<BookDatabase>, day: PlainDate): Promise<readonly StateUnit[]> {
  const plates = await db.selectFrom('nameplate').select(['unit_id', 'name']).where(runsOn(day)).orderBy('valid_from').orderBy('id').execute()
  const platesOf = Map.groupBy(plates, (plate) => plate.unit_id)
  const rows = await db.selectFrom('unit_version').selectAll().where(runsOn(day)).orderBy('sort_order').orderBy('valid_from').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.unit_id, versionId: row.id, parentId: row.parent_id, name: row.name, kind: row.kind, managingBody: row.managing_body, sortOrder: row.sort_order,
    nameplates: (platesOf.get(row.unit_id) ?? []).map((plate) => plate.name), validFrom: row.valid_from,
  }))
}

async function loadQuotas(db: Kysely<BookDatabase>, day: PlainDate): Promise<Pick<BookState, 'quotas' | 'leadershipQuotas'>> {
  const quotas = await db
    .selectFrom('quota').innerJoin('basis_document', 'basis_document.id', 'quota.document_id')
    .select(['quota.id', 'unit_id', 'category', 'role', 'amount', 'valid_from', 'valid_to', 'basis_document.number'])
    .where('role', '=', 'allocation').where(runsOn(day)).orderBy('valid_from', 'desc').orderBy('quota.id').execute()
  const leadership = await db
    .selectFrom('leadership_quota').innerJoin('basis_document', 'basis_document.id', 'leadership_quota.document_id')
    .select(['leadership_quota.id', 'unit_id', 'amount', 'chief_amount', 'deputy_amount', 'valid_from', 'valid_to', 'basis_document.number'])
    .where(runsOn(day)).orderBy('valid_from', 'desc').orderBy('leadership_quota.id').execute()
  return {
    quotas: quotas.map((row) => ({ id: row.id, unitId: row.unit_id, category: row.category, role: row.role, amount: row.amount, documentNumber: row.number, validFrom: row.valid_from, validTo: row.valid_to })),
    leadershipQuotas: leadership.map((row) => ({ id: row.id, unitId: row.unit_id, amount: row.amount, chief: row.chief_amount, deputy: row.deputy_amount, documentNumber: row.number, validFrom: row.valid_from, validTo: row.valid_to })),
  }
}

async function loadPeople(db: Kysely<BookDatabase>, day: PlainDate): Promise<readonly StatePerson[]> {
  const posts = new Map((await db.selectFrom('post_version').selectAll().where(runsOn(day)).orderBy('valid_from').execute()).map((post) => [post.post_id, post]))
  const holdings = await db.selectFrom('holding').selectAll().where(runsOn(day)).orderBy('valid_from').orderBy('id').execute()
  const holdingsOf = Map.groupBy(holdings, (holding) => holding.person_id)
  const versions = new Map((await db.selectFrom('person_version').selectAll().where(runsOn(day)).orderBy('valid_from').execute()).map((version) => [version.person_id, version]))
  const rows = await db.selectFrom('person').selectAll().orderBy('id').execute()
  return rows.map((row) => {
    const version = versions.get(row.id)
    return {
      id: row.id, name: row.name, sex: row.sex, idNumber: row.id_number, disputedIdNumber: row.disputed_id_number, birth: row.birth, ethnicity: row.ethnicity, workStarted: row.work_started,
      quotaCardNumber: row.quota_card_number, retirementCategory: row.retirement_category,
      version: version === undefined ? null : toVersion(version),
      holdings: (holdingsOf.get(row.id) ?? []).map((holding) => toHolding(holding, holding.post_id === null ? undefined : posts.get(holding.post_id))),
    }
  })
}

function toVersion(row: PersonVersionTable): StateVersion {
  return { id: row.id, validFrom: row.valid_from, politicalStatus: row.political_status, education: row.education, professionalTitle: row.professional_title, rank: row.rank }
}

function toHolding(row: HoldingTable, post: PostVersionTable | undefined): StateHolding {
  return {
    id: row.id, personId: row.person_id, postId: row.post_id, kind: row.kind, category: row.category, offQuotaKind: row.off_quota_kind,
    occupiesQuota: row.occupies_quota === 1, occupiesLeadership: row.occupies_leadership === 1, overlapAllowed: row.overlap_allowed === 1,
    enteredOn: row.entered_on, entryRoute: row.entry_route, entryDocumentNumber: row.entry_document_number, counterpart: row.counterpart, remark: row.remark,
    validFrom: row.valid_from, validTo: row.valid_to,
    entryCause: row.entry_cause, exitCause: row.exit_cause, approvalId: row.approval_id, occupiedRank: row.occupied_rank, dueOn: row.due_on,
    unitId: post?.unit_id ?? null, postTitle: post?.title ?? '', postVersionId: post?.id ?? null, postVersionFrom: post?.valid_from ?? null, leadership: post?.leadership ?? null,
  }
}

export interface WriteStamp {
  readonly recordedAt: string
  readonly newId: () => string
  /** Told after every table. */
  readonly wrote: (rows: number) => void
}

/** Carries a plan out through the journal: changes first, then what is new, parents before children. New facts get their ids here. */
export async function writeImport(journal: JournalWriter, writes: PlannedWrites, stamp: WriteStamp): Promise<void> {
  const ids = new Map<string, string>()
  const real = (id: string): string => {
    if (!id.startsWith('+')) return id
    const known = ids.get(id) ?? stamp.newId()
    ids.set(id, known)
    return known
  }
  const orNull = (id: string | null) => (id === null ? null : real(id))
  const recorded = { recorded_at: stamp.recordedAt }
  const running = (fact: { readonly validFrom: PlainDate }) => ({ valid_from: fact.validFrom, valid_to: null, ...recorded })
  const own = () => ({ id: stamp.newId() })

  await journal.insert('basis_document', writes.documents.map((document) => ({ id: real(document.id), number: document.number, title: null, issuing_body: null, issued_on: null, ...recorded })))
  await journal.insert('unit', writes.units.map((unit) => ({ id: real(unit.id), ...recorded })))
  for (const change of writes.changes) await applyChange(journal, change, real)
  stamp.wrote(writes.documents.length + writes.units.length + writes.changes.length)
  await journal.insert('unit_version', writes.units.map((unit) => ({ ...own(), unit_id: real(unit.id), parent_id: orNull(unit.parentId), name: unit.name, kind: unit.kind, managing_body: unit.managingBody, sort_order: unit.sortOrder, document_id: orNull(unit.documentId), ...running(unit) })))
  await journal.insert('nameplate', writes.nameplates.map((plate) => ({ ...own(), unit_id: real(plate.unitId), name: plate.name, document_id: orNull(plate.documentId), ...running(plate) })))
  await journal.insert('quota', writes.quotas.map((quota) => ({ ...own(), unit_id: real(quota.unitId), category: quota.category, role: 'allocation', amount: quota.amount, document_id: real(quota.documentId), ...running(quota) })))
  await journal.insert('leadership_quota', writes.leadershipQuotas.map((quota) => ({ ...own(), unit_id: real(quota.unitId), amount: quota.amount, chief_amount: quota.chief, deputy_amount: quota.deputy, document_id: real(quota.documentId), ...running(quota) })))
  stamp.wrote(writes.nameplates.length + writes.quotas.length + writes.leadershipQuotas.length)
  await journal.insert('post', writes.posts.map((post) => ({ id: real(post.id), ...recorded })))
  await journal.insert('post_version', writes.posts.map((post) => ({ ...own(), post_id: real(post.id), unit_id: real(post.unitId), title: post.title, leadership: post.leadership, state: 'inUse', ...running(post) })))
  stamp.wrote(writes.posts.length)
  await journal.insert('person', writes.people.map((person) => ({
    id: real(person.id), name: person.name, sex: person.sex, id_number: person.idNumber, disputed_id_number: person.disputedIdNumber, birth: person.birth, ethnicity: person.ethnicity,
    work_started: person.workStarted, quota_card_number: person.quotaCardNumber, retirement_category: null, ...recorded,
  })))
  stamp.wrote(writes.people.length)
  await journal.insert('person_version', writes.personVersions.map((version) => ({ ...own(), person_id: real(version.personId), political_status: version.politicalStatus, education: version.education, professional_title: version.professionalTitle, rank: version.rank, ...running(version) })))
  await journal.insert('holding', writes.holdings.map((holding) => ({
    ...own(), person_id: real(holding.personId), post_id: orNull(holding.postId), kind: holding.kind, category: holding.category, off_quota_kind: holding.offQuotaKind,
    occupies_quota: flag(holding.occupiesQuota), occupies_leadership: flag(holding.occupiesLeadership), overlap_allowed: flag(holding.overlapAllowed),
    entered_on: holding.enteredOn, entry_route: holding.entryRoute, entry_document_number: holding.entryDocumentNumber, counterpart: holding.counterpart, remark: holding.remark,
    entry_cause: null, exit_cause: null, approval_id: null, occupied_rank: null, due_on: null,
    valid_from: holding.validFrom, valid_to: holding.validTo, ...recorded,
  })))
  stamp.wrote(writes.personVersions.length + writes.holdings.length)
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

async function applyChange(journal: JournalWriter, change: FactChange, real: (id: string) => string): Promise<void> {
  switch (change.fact) {
    case 'unitVersion':
      return journal.update('unit_version', change.id, present({ kind: change.set.kind, managing_body: change.set.managingBody }))
    case 'quota':
      return journal.update('quota', change.id, present({ amount: change.set.amount, document_id: change.set.documentId === undefined ? undefined : real(change.set.documentId), valid_to: change.set.validTo }))
    case 'leadershipQuota':
      return journal.update('leadership_quota', change.id, present({
        amount: change.set.amount, chief_amount: change.set.chief, deputy_amount: change.set.deputy, document_id: change.set.documentId === undefined ? undefined : real(change.set.documentId), valid_to: change.set.validTo,
      }))
    case 'person':
      return journal.update('person', change.id, present({
        name: change.set.name, sex: change.set.sex, id_number: change.set.idNumber, disputed_id_number: change.set.disputedIdNumber, birth: change.set.birth, ethnicity: change.set.ethnicity,
        work_started: change.set.workStarted, quota_card_number: change.set.quotaCardNumber,
      }))
    case 'personVersion':
      return journal.update('person_version', change.id, present({
        political_status: change.set.politicalStatus, education: change.set.education, professional_title: change.set.professionalTitle, rank: change.set.rank, valid_from: change.set.validFrom, valid_to: change.set.validTo,
      }))
    case 'postVersion':
      return journal.update('post_version', change.id, present({ unit_id: change.set.unitId === undefined ? undefined : real(change.set.unitId), title: change.set.title, leadership: change.set.leadership, valid_from: change.set.validFrom, valid_to: change.set.validTo }))
    case 'holding':
      return applyHolding(journal, change.id, change.set)
  }
}

function applyHolding(journal: JournalWriter, id: string, set: Extract<FactChange, { fact: 'holding' }>['set']): Promise<void> {
  return journal.update('holding', id, present({
    kind: set.kind, category: set.category, off_quota_kind: set.offQuotaKind,
    occupies_quota: set.occupiesQuota === undefined ? undefined : flag(set.occupiesQuota),
    occupies_leadership: set.occupiesLeadership === undefined ? undefined : flag(set.occupiesLeadership),
    entered_on: set.enteredOn, entry_route: set.entryRoute, entry_document_number: set.entryDocumentNumber, counterpart: set.counterpart, remark: set.remark, valid_from: set.validFrom, valid_to: set.validTo,
  }))
}

/** Without the columns a change does not name. */
function present<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
