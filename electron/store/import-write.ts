import { columnsOfFacts } from '../vocabulary/person-fields.ts'
import type { FactChange, PlannedWrites } from '../domain/import-plan/planned-writes.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { JournalWriter } from './journal.ts'

export interface WriteStamp {
  readonly recordedAt: string
  readonly newId: () => string
  /** Told after every table. */
  readonly wrote: (rows: number) => void
}

/**
 * Carries a plan out through the journal: changes first, then what is new, parents before children. New facts get their ids here. @returns the
 * real id of a placeholder
 */
export async function writeImport(
  journal: JournalWriter,
  writes: PlannedWrites,
  stamp: WriteStamp,
): Promise<(id: string) => string> {
  const ids = new Map<string, string>()
  const real = (id: string): string => {
    if (!id.startsWith('+')) return id
    const known = ids.get(id) ?? stamp.newId()
    ids.set(id, known)
    return known
  }
  const orNull = (id: string | null) => (id === null ? null : real(id))
  const recorded = { recorded_at: stamp.recordedAt }
  const running = (fact: { readonly validFrom: PlainDate }) => ({
    valid_from: fact.validFrom,
    valid_to: null,
    ...recorded,
  })
  const own = () => ({ id: stamp.newId() })

  await journal.insert(
    'basis_document',
    writes.documents.map((document) => ({
      id: real(document.id),
      number: document.number,
      title: null,
      issuing_body: null,
      issued_on: null,
      ...recorded,
    })),
  )
  await journal.insert(
    'unit',
    writes.units.map((unit) => ({ id: real(unit.id), ...recorded })),
  )
  for (const change of writes.changes) await applyChange(journal, change, real)
  stamp.wrote(writes.documents.length + writes.units.length + writes.changes.length)
  await journal.insert(
    'unit_version',
    writes.units.map((unit) => ({
      ...own(),
      unit_id: real(unit.id),
      parent_id: orNull(unit.parentId),
      name: unit.name,
      kind: unit.kind,
      managing_body: unit.managingBody,
      sort_order: unit.sortOrder,
      document_id: orNull(unit.documentId),
      ...running(unit),
    })),
  )
  await journal.insert(
    'nameplate',
    writes.nameplates.map((plate) => ({
      ...own(),
      unit_id: real(plate.unitId),
      name: plate.name,
      document_id: orNull(plate.documentId),
      ...running(plate),
    })),
  )
  await journal.insert(
    'quota',
    writes.quotas.map((quota) => ({
      ...own(),
      unit_id: real(quota.unitId),
      category: quota.category,
      role: 'allocation',
      amount: quota.amount,
      document_id: real(quota.documentId),
      ...running(quota),
    })),
  )
  await journal.insert(
    'leadership_quota',
    writes.leadershipQuotas.map((quota) => ({
      ...own(),
      unit_id: real(quota.unitId),
      amount: quota.amount,
      chief_amount: quota.chief,
      deputy_amount: quota.deputy,
      document_id: real(quota.documentId),
      ...running(quota),
    })),
  )
  stamp.wrote(writes.nameplates.length + writes.quotas.length + writes.leadershipQuotas.length)
  await journal.insert(
    'post',
    writes.posts.map((post) => ({ id: real(post.id), ...recorded })),
  )
  await journal.insert(
    'post_version',
    writes.posts.map((post) => ({
      ...own(),
      post_id: real(post.id),
      unit_id: real(post.unitId),
      title: post.title,
      leadership: post.leadership,
      state: 'inUse',
      ...running(post),
    })),
  )
  stamp.wrote(writes.posts.length)
  await journal.insert(
    'person',
    writes.people.map((person) => ({
      id: real(person.id),
      ...columnsOfFacts('person', person),
      name: person.name,
      disputed_id_number: person.disputedIdNumber,
      ...recorded,
    })),
  )
  stamp.wrote(writes.people.length)
  await journal.insert(
    'person_version',
    writes.personVersions.map((version) => ({
      ...own(),
      person_id: real(version.personId),
      ...columnsOfFacts('version', version),
      ...running(version),
    })),
  )
  await journal.insert(
    'holding',
    writes.holdings.map((holding) => ({
      ...own(),
      person_id: real(holding.personId),
      post_id: orNull(holding.postId),
      kind: holding.kind,
      ...columnsOfFacts('holding', holding),
      off_quota_kind: holding.offQuotaKind,
      occupies_quota: flag(holding.occupiesQuota),
      occupies_leadership: flag(holding.occupiesLeadership),
      overlap_allowed: flag(holding.overlapAllowed),
      counterpart: holding.counterpart,
      entry_cause: null,
      exit_cause: null,
      approval_id: null,
      occupied_rank: null,
      due_on: null,
      valid_from: holding.validFrom,
      valid_to: holding.validTo,
      ...recorded,
    })),
  )
  await journal.insert(
    'record',
    writes.records.map((record) => ({
      ...own(),
      kind: record.kind,
      person_id: real(record.personId),
      unit_id: null,
      content: JSON.stringify(record.content),
      document_number: null,
      valid_from: record.validFrom,
      valid_to: record.validTo,
      ...recorded,
    })),
  )
  stamp.wrote(writes.personVersions.length + writes.holdings.length + writes.records.length)
  return real
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

async function applyChange(journal: JournalWriter, change: FactChange, real: (id: string) => string): Promise<void> {
  switch (change.fact) {
    case 'unitVersion':
      return journal.update(
        'unit_version',
        change.id,
        present({ kind: change.set.kind, managing_body: change.set.managingBody }),
      )
    case 'quota':
      return journal.update(
        'quota',
        change.id,
        present({
          amount: change.set.amount,
          document_id: change.set.documentId === undefined ? undefined : real(change.set.documentId),
          valid_to: change.set.validTo,
        }),
      )
    case 'leadershipQuota':
      return journal.update(
        'leadership_quota',
        change.id,
        present({
          amount: change.set.amount,
          chief_amount: change.set.chief,
          deputy_amount: change.set.deputy,
          document_id: change.set.documentId === undefined ? undefined : real(change.set.documentId),
          valid_to: change.set.validTo,
        }),
      )
    case 'person':
      return journal.update(
        'person',
        change.id,
        present({
          ...columnsOfFacts('person', change.set),
          name: change.set.name,
          disputed_id_number: change.set.disputedIdNumber,
        }),
      )
    case 'personVersion':
      return journal.update(
        'person_version',
        change.id,
        present({
          ...columnsOfFacts('version', change.set),
          valid_from: change.set.validFrom,
          valid_to: change.set.validTo,
        }),
      )
    case 'postVersion':
      return journal.update(
        'post_version',
        change.id,
        present({
          unit_id: change.set.unitId === undefined ? undefined : real(change.set.unitId),
          title: change.set.title,
          leadership: change.set.leadership,
          valid_from: change.set.validFrom,
          valid_to: change.set.validTo,
        }),
      )
    case 'record':
      return journal.update(
        'record',
        change.id,
        present({
          content: change.set.content === undefined ? undefined : JSON.stringify(change.set.content),
          valid_to: change.set.validTo,
        }),
      )
    case 'holding':
      return applyHolding(journal, change.id, change.set)
  }
}

function applyHolding(
  journal: JournalWriter,
  id: string,
  set: Extract<FactChange, { fact: 'holding' }>['set'],
): Promise<void> {
  return journal.update(
    'holding',
    id,
    present({
      kind: set.kind,
      ...columnsOfFacts('holding', set),
      off_quota_kind: set.offQuotaKind,
      occupies_quota: set.occupiesQuota === undefined ? undefined : flag(set.occupiesQuota),
      occupies_leadership: set.occupiesLeadership === undefined ? undefined : flag(set.occupiesLeadership),
      counterpart: set.counterpart,
      valid_from: set.validFrom,
      valid_to: set.validTo,
    }),
  )
}

/** Without the columns a change does not name. */
function present<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
