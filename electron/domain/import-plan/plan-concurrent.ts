import { noFacts } from '../../vocabulary/person-fields.ts'
import { firstDayOf } from '../model/plain-date.ts'
import type { StateHolding } from './book-state.ts'
import type { CellChange } from './import-notes.ts'
import type { PlannedRow } from './import-plan.ts'
import type { KnownPerson } from './plan-people.ts'
import type { PlanDesk } from './plan-desk.ts'
import { standingWords, unitFor } from './plan-standing.ts'
import type { RosterRow } from './read-roster-row.ts'

/** What 兼任 rows change: a second post of somebody named elsewhere, never counted. */
export function planConcurrent(
  rows: readonly RosterRow[],
  known: readonly KnownPerson[],
  desk: PlanDesk,
): readonly PlannedRow[] {
  const byName = Map.groupBy(known, (person) => person.name)
  const seen = new Set<string>()
  return rows.map((row) => {
    const person = row.reader.refusals.length > 0 ? null : whoIsMeant(row, byName.get(row.name) ?? [])
    const key = `${person?.id ?? ''}|${row.unit}|${row.post}`
    if (person !== null && seen.has(key))
      row.reader.refuse('name', 'duplicate_row', '同一人的同一兼任写了两行。请留一行。')
    seen.add(key)
    const view = {
      sheet: row.sheet,
      row: row.row,
      kind: 'concurrent' as const,
      title: row.name === '' ? '（没有姓名）' : row.name,
      detail: standingWords(row),
      notes: row.reader.notes,
    }
    if (person === null || row.reader.refusals.length > 0) return { ...view, action: 'refuse', changes: [] }
    return { ...view, ...planOne(row, person, desk) }
  })
}

/** The one person of that name; among several, the one whose unit the remark names. */
function whoIsMeant(row: RosterRow, namesakes: readonly KnownPerson[]): KnownPerson | null {
  const [only] = namesakes
  if (only === undefined) {
    row.reader.refuse(
      'name',
      'concurrent_no_person',
      `表中和编制本里都没有${row.name}，不知道是谁兼任。请核对姓名，或先登记其主职。`,
    )
    return null
  }
  if (namesakes.length === 1) return only
  const named = namesakes.filter((person) => row.remark?.includes(person.unitName) === true)
  const [meant] = named
  if (named.length === 1 && meant !== undefined) return meant
  row.reader.refuse(
    'name',
    'concurrent_ambiguous',
    `有 ${namesakes.length} 位${row.name}，分不清是谁兼任。请在备注写明其主职所在机构。`,
  )
  return null
}

function planOne(row: RosterRow, person: KnownPerson, desk: PlanDesk): Pick<PlannedRow, 'action' | 'changes'> {
  const unit = unitFor(row, desk)
  const held = (person.state?.holdings ?? []).filter(
    (holding) => holding.kind === 'concurrent' && holding.unitId === unit.id,
  )
  const old = held.find((holding) => holding.postTitle === row.post) ?? (held.length === 1 ? held[0] : undefined)
  if (old !== undefined) {
    const changes = correct(row, old, desk)
    return { action: changes.length > 0 ? 'update' : 'unchanged', changes }
  }
  const validFrom = row.enteredOn === null ? desk.effectiveOn : firstDayOf(row.enteredOn)
  const postId = `+o${desk.draft.posts.length + 1}`
  desk.draft.posts.push({ id: postId, unitId: unit.id, title: row.post, leadership: null, validFrom })
  desk.draft.holdings.push({
    personId: person.id,
    postId,
    kind: 'concurrent',
    ...noFacts('holding'),
    offQuotaKind: null,
    occupiesQuota: false,
    occupiesLeadership: false,
    overlapAllowed: false,
    enteredOn: row.enteredOn,
    entryDocumentNumber: row.entryDocumentNumber,
    counterpart: null,
    remark: row.remark,
    validFrom,
    validTo: null,
  })
  row.reader.note('info', 'name', `记为${person.unitName}${row.name}的兼任，不另计人数、不占编制。`)
  return { action: 'add', changes: [] }
}

function correct(row: RosterRow, old: StateHolding, desk: PlanDesk): readonly CellChange[] {
  const changes: CellChange[] = []
  if (row.post !== '' && row.post !== old.postTitle && old.postVersionId !== null) {
    desk.draft.changes.push({ fact: 'postVersion', id: old.postVersionId, set: { title: row.post } })
    changes.push({ column: row.reader.letters('post'), before: old.postTitle, after: row.post })
  }
  if (row.remark !== null && row.remark !== old.remark) {
    desk.draft.changes.push({ fact: 'holding', id: old.id, set: { remark: row.remark } })
    changes.push({ column: row.reader.letters('remark'), before: old.remark, after: row.remark })
  }
  return changes
}
