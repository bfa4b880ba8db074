import { columnsOfFacts } from '../../../vocabulary/person-fields.ts'
import type { FactChange, PlannedWrites } from '../../import-plan/planned-writes.ts'
import { applyWrites, type FactWrite } from './event-plan.ts'
import type { FactRows } from '../rows/fact-rows.ts'
import { beginHolding } from './holding-row.ts'
import { insertRow, updateRow } from './pieces.ts'

/*
 * The facts as they would be after an import, as far as lines of figures go: units, quotas, posts, people and their holdings. New facts keep
 * the plan's placeholder ids. What an import writes it writes by `writeImport`; here it is only looked at before.
 */

const AT = { recorded_at: '' }

/** The rows after the planned writes; the given ones are not changed. */
export function factsAfterImport(facts: FactRows, writes: PlannedWrites): FactRows {
  let made = 0
  const newId = () => `+row${(made += 1)}`
  const ranged = (fact: { readonly validFrom: string }) => ({ valid_from: fact.validFrom, valid_to: null, ...AT })
  const tools = { newId, recordedAt: '', today: '' }
  return applyWrites(facts, [
    ...writes.changes.flatMap(changeWrites),
    ...writes.units.map((unit) =>
      insertRow('unit_version', {
        id: newId(),
        unit_id: unit.id,
        parent_id: unit.parentId,
        name: unit.name,
        kind: unit.kind,
        managing_body: unit.managingBody,
        sort_order: unit.sortOrder,
        document_id: unit.documentId,
        ...ranged(unit),
      }),
    ),
    ...writes.quotas.map((quota) =>
      insertRow('quota', {
        id: newId(),
        unit_id: quota.unitId,
        category: quota.category,
        role: 'allocation',
        amount: quota.amount,
        document_id: quota.documentId,
        ...ranged(quota),
      }),
    ),
    ...writes.posts.map((post) =>
      insertRow('post_version', {
        id: newId(),
        post_id: post.id,
        unit_id: post.unitId,
        title: post.title,
        leadership: post.leadership,
        state: 'inUse',
        ...ranged(post),
      }),
    ),
    ...writes.people.map((person) =>
      insertRow('person', {
        ...columnsOfFacts('person', person),
        id: person.id,
        name: person.name,
        disputed_id_number: person.disputedIdNumber,
        ...AT,
      }),
    ),
    ...writes.holdings.map((holding) =>
      beginHolding(
        {
          ...columnsOfFacts('holding', holding),
          person_id: holding.personId,
          post_id: holding.postId,
          kind: holding.kind,
          category: holding.category,
          off_quota_kind: holding.offQuotaKind,
          occupies_quota: holding.occupiesQuota ? 1 : 0,
          occupies_leadership: holding.occupiesLeadership ? 1 : 0,
          overlap_allowed: holding.overlapAllowed ? 1 : 0,
          counterpart: holding.counterpart,
          valid_from: holding.validFrom,
          valid_to: holding.validTo,
        },
        tools,
      ),
    ),
  ])
}

function changeWrites(change: FactChange): readonly FactWrite[] {
  switch (change.fact) {
    case 'quota':
      return [updateRow('quota', change.id, told({ amount: change.set.amount, valid_to: change.set.validTo }))]
    case 'postVersion':
      return [
        updateRow(
          'post_version',
          change.id,
          told({ title: change.set.title, unit_id: change.set.unitId, valid_to: change.set.validTo }),
        ),
      ]
    case 'holding': {
      const { set } = change
      return [
        updateRow(
          'holding',
          change.id,
          told({
            ...columnsOfFacts('holding', set),
            post_id: set.postId,
            valid_from: set.validFrom,
            valid_to: set.validTo,
          }),
        ),
      ]
    }
    case 'person': {
      const { name, ...facts } = columnsOfFacts('person', change.set)
      return [
        updateRow(
          'person',
          change.id,
          told({ ...facts, name: name ?? undefined, disputed_id_number: change.set.disputedIdNumber }),
        ),
      ]
    }
    case 'unitVersion':
    case 'leadershipQuota':
    case 'personVersion':
    case 'record':
      return []
  }
}

/** Without the columns the change says nothing of. */
function told<T extends object>(set: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]: Exclude<T[K], undefined>
  }
}
